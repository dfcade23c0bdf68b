"""TXT of a city: under each priority, tasks listed by the body that does them, lettered, with partners and deadline in the sentence's tail.

Doubtful: the number of a task counts through its priority, as letters begin anew with each body.
"""

import textwrap
from itertools import groupby

from fresh import FAMILY, ORDER, RESCUE, ROADS, YOUTH, area, bodies, path_of
from model import MARK, Programme

BODIES = bodies(
    pol="Komenda Miejska Policji w Wydmowie",
    fire="Komenda Miejska Państwowej Straży Pożarnej w Wydmowie",
    sm="Straż Miejska w Wydmowie",
    soc="Miejski Ośrodek Pomocy Rodzinie w Wydmowie",
    road="Zarząd Dróg i Zieleni w Wydmowie",
    office="Biuro Bezpieczeństwa Urzędu Miasta",
    gminy="rady osiedli",
    health="Szpital Miejski w Wydmowie",
)


def by_lead(name, *actions):
    return area(name, *sorted(actions, key=lambda a: a.lead))


TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego Miasta Wydmowo na lata 2025-2027"
PROGRAMME = Programme(
    unit="Miasto Wydmowo",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr X/98/2025 Rady Miasta Wydmowo z dnia 24 stycznia 2025 r.",
    act_no="X/98/2025",
    date="2025-01-24",
    years=(2025, 2027),
    bodies=BODIES,
    abbreviations={},
    scored=("term",),
    layout="txt: lists by body under priorities",
    areas=(
        by_lead("Spokojne osiedla", ORDER[0], ORDER[1], *ORDER[5:8]),
        by_lead("Wsparcie dzieci i rodzin", YOUTH[0], YOUTH[1], YOUTH[5], *FAMILY[:2], FAMILY[3]),
        by_lead("Bezpieczne drogi i mieszkania", *ROADS[4:8], RESCUE[1], RESCUE[5]),
    ),
)


def wrapped(text, indent):
    return textwrap.wrap(text, 88, initial_indent=indent, subsequent_indent=" " * 7, break_on_hyphens=False)


def build():
    path = path_of(PROGRAMME, "miasto_wydmowo").with_suffix(".txt")
    out = [
        MARK,
        "",
        "UCHWAŁA NR X/98/2025",
        "RADY MIASTA WYDMOWO",
        "z dnia 24 stycznia 2025 r.",
        "",
        *textwrap.wrap(f"w sprawie przyjęcia dokumentu pn. „{TITLE}”", 88),
        "",
        "Na podstawie art. 12 pkt 9b w związku z art. 92 ust. 1 pkt 1 ustawy o samorządzie powiatowym",
        "uchwala się, co następuje:",
        "",
        "§ 1. Przyjmuje się Program stanowiący załącznik do uchwały.",
        "§ 2. Uchwała wchodzi w życie po upływie 7 dni od dnia podjęcia.",
        "",
        "",
        "1. SYTUACJA WYJŚCIOWA",
        "",
        *textwrap.wrap(
            "Wydmowo liczy 71 tysięcy mieszkańców. W 2024 r. stwierdzono 1 012 przestępstw, z czego jedną czwartą stanowiły kradzieże. Mieszkańcy najczęściej skarżą się na spożywanie alkoholu w miejscach publicznych.",
            88,
        ),
        "",
        "2. PRIORYTETY I ZADANIA",
    ]
    for word, one in zip(("PIERWSZY", "DRUGI", "TRZECI"), PROGRAMME.areas, strict=True):
        out += ["", "", f"PRIORYTET {word}: {one.name.upper()}"]
        for lead, group in groupby(one.actions, key=lambda a: a.lead):
            out += ["", f"{', '.join(BODIES.printed(lead))}:"]
            for letter, a in zip("abcdef", group, strict=False):
                tail = f"Termin: {a.term.removesuffix('.')}. Współuczestniczą: {', '.join(BODIES.printed(a.others))}."
                out += wrapped(f"{letter}) {a.text} {tail}", "    ")
    out += [
        "",
        "",
        "3. KONTROLA REALIZACJI",
        "",
        "Biuro Bezpieczeństwa Urzędu Miasta sporządza raport roczny do 28 lutego.",
    ]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()
