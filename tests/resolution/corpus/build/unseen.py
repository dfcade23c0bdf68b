"""What the scripts of the unseen part share: bodies by short keys, figures, and ways of joining names."""

from dataclasses import replace
from itertools import count

from model import Area, Bodies, write_gold

OTHERS = {
    "alc": "gminne komisje rozwiązywania problemów alkoholowych",
    "biz": "przedsiębiorcy",
    "bud": "PINB",
    "court": "Sąd Rejonowy",
    "edu": "poradnia psychologiczno-pedagogiczna",
    "elders": "Rada Seniorów",
    "env": "Wydział Ochrony Środowiska",
    "forest": "Nadleśnictwo",
    "gardens": "rodzinne ogrody działkowe",
    "gminy": "gminy",
    "health": "szpital",
    "housing": "zarządcy nieruchomości",
    "hunt": "koła łowieckie",
    "itd": "ITD",
    "kas": "KAS",
    "library": "biblioteka publiczna",
    "ngo": "organizacje pozarządowe",
    "osp": "OSP",
    "rail": "Straż Ochrony Kolei",
    "san": "sanepid",
    "schools": "szkoły",
    "transit": "przewoźnicy",
    "vet": "PIW",
    "wopr": "WOPR",
}


def bodies(**own):
    """Bodies of one document: a name printed as it stands, or (the name expected, forms printed in turn)."""
    return Bodies({key: (x, (x,)) if isinstance(x, str) else x for key, x in (OTHERS | own).items()})


def areas(**chosen):
    return tuple(Area(name, tuple(a for group in groups for a in group)) for name, groups in chosen.values())


def alone(action):
    """The same action without partners."""
    return replace(action, others=())


def termed(action, term):
    return replace(action, term=term)


class Joiner:
    """Joins names as an uneven hand does: a different joint for each next list."""

    def __init__(self, *ways, none=""):
        self.ways, self.none, self.turn = ways, none, count()

    def __call__(self, names):
        if len(names) < 2:
            return names[0] if names else self.none
        way = self.ways[next(self.turn) % len(self.ways)]
        *first, last = names
        return {
            "i": f"{', '.join(first)} i {last}",
            "oraz": f"{', '.join(first)} oraz {last}",
            "/": "/".join(names),
            ",": ", ".join(names),
            ";": "; ".join(names),
            "\n": "\n".join(names),
        }[way]


def path_of(programme, name):
    """Write the gold of an unseen document once every body in it is known."""
    for section in programme.areas:
        for action in section.actions:
            for key in (*action.lead, *action.others):
                assert key in programme.bodies.table, (action.text, key)
    return write_gold(programme, "unseen", name)
