"""Names of bodies that most documents of the third half share, so that each only says what is its own."""

from model import Area, Bodies, filled

PLAIN = {
    "pol": "Policja",
    "fire": "Państwowa Straż Pożarna",
    "sm": "straże gminne",
    "czk": "Starostwo Powiatowe",
    "soc": "PCPR",
    "road": "Zarząd Dróg Powiatowych",
    "san": "Sanepid",
    "vet": "Powiatowy Lekarz Weterynarii",
    "bud": "Nadzór Budowlany",
    "gminy": "gminy",
    "edu": "poradnia psychologiczno-pedagogiczna",
    "schools": "szkoły",
    "ngo": "organizacje pozarządowe",
    "osp": "OSP",
    "health": "szpital",
    "court": "kuratorzy sądowi",
    "word": "WORD",
    "itd": "ITD",
    "alc": "gminne komisje rozwiązywania problemów alkoholowych",
    "kas": "Krajowa Administracja Skarbowa",
    "forest": "nadleśnictwo",
    "env": "Wydział Ochrony Środowiska",
}


def bodies(**own):
    """Bodies with a document's own names: one name as printed, or (expected name, printed forms…)."""
    made = {key: (name, (name,)) for key, name in PLAIN.items()}
    for key, value in own.items():
        made[key] = (value, (value,)) if isinstance(value, str) else (value[0], tuple(value[1:]))
    return Bodies(made)


def area(name, *groups, jst="powiatu", gdzie="na terenie powiatu"):
    return Area(name, tuple(action for group in groups for action in filled(group, jst=jst, gdzie=gdzie)))
