"""DOCX of a city: goals as prose, the actions only in an annex, a landscape harmonogram with a column a year and a header of two rows.

Crosses in the columns of years give deadlines; measures have a base and a target beside them. Doubtful: base and target are no part of the
measure's wording in the gold; a deadline is asked only to name each marked year. Areas are merged down their rows.
"""

from dataclasses import replace

import bank_heldout as bank
import front
import word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm
from model import Area, Bodies, Programme, filled, write_gold

LIST = {
    "KMP": "Komenda Miejska Policji w Rudawie Wielkiej",
    "KMPSP": "Komenda Miejska Państwowej Straży Pożarnej w Rudawie Wielkiej",
    "SM": "Straż Miejska",
    "MCZK": "Miejskie Centrum Zarządzania Kryzysowego",
    "CUS": "Centrum Usług Społecznych",
    "ZDiM": "Zarząd Dróg i Mostów",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
    "PLW": "Powiatowy Lekarz Weterynarii",
    "PO": "placówki oświatowe",
    "NGO": "organizacje pozarządowe",
    "WOŚ": "Wydział Ochrony Środowiska",
}
BODIES = Bodies(
    {
        "pol": ("KMP", ("KMP",)),
        "fire": ("KMPSP", ("KMPSP", "KM PSP")),
        "sm": ("SM", ("SM",)),
        "czk": ("MCZK", ("MCZK",)),
        "soc": ("CUS", ("CUS", "Centrum Usług Społecznych")),
        "road": ("ZDiM", ("ZDiM",)),
        "san": ("PSSE", ("PSSE",)),
        "bud": ("PINB", ("PINB",)),
        "vet": ("PLW", ("PLW",)),
        "schools": ("PO", ("PO", "placówki oświatowe")),
        "ngo": ("NGO", ("NGO",)),
        "env": ("WOŚ", ("WOŚ",)),
        "gminy": ("rady osiedli", ("rady osiedli",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("szpital", ("szpital",)),
        "court": ("sąd", ("sąd",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("MKRPA", ("MKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "edu": ("PO", ("PO",)),
        "forest": ("nadleśnictwo", ("nadleśnictwo",)),
    }
)
YEARS = (2026, 2027, 2028)
PATTERNS = ((2026, 2027, 2028), (2026,), (2026, 2027), (2027, 2028), (2028,))


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="miasta")))


AREAS = (
    area("Miasto bez strachu", bank.STREET[3:], bank.ELDER),
    area("Młodzi", bank.YOUNG, bank.CYBER[:2]),
    area("Wsparcie", bank.FAMILY[:2], bank.ADDICT[:3]),
    area("Ruch", bank.TRAFFIC[2:]),
    area("Gotowość", bank.RESCUE[2:5], bank.SANIT[:1], bank.SANIT[2:4]),
)
MARKED = {
    a.text: PATTERNS[(no * 2 + n) % len(PATTERNS)] for no, one in enumerate(AREAS) for n, a in enumerate(one.actions)
}
PROGRAMME = Programme(
    unit="Miasto Rudawa Wielka",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego w Rudawie Wielkiej na lata 2026–2028",
    act="Uchwała Nr XIX/233/2025 Rady Miejskiej w Rudawie Wielkiej z dnia 4 grudnia 2025 r.",
    act_no="XIX/233/2025",
    date="2025-12-04",
    years=(2026, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    areas=AREAS,
    scored=("indicators", "funding"),
    layout="docx: annex, columns of years, two-row header",
)


def build():
    first = tuple(
        Area(
            one.name,
            tuple(replace(a, measures=a.measures[:1], term=",".join(map(str, MARKED[a.text]))) for a in one.actions),
        )
        for one in AREAS
    )
    marked = replace(PROGRAMME, areas=first, term_parts=lambda term: term.split(","))
    path = write_gold(marked, "heldout", "miasto_rudawa_wielka")
    doc = word.new(header="Program dla Rudawy Wielkiej")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XIX/233/2025\nRADY MIEJSKIEJ W RUDAWIE WIELKIEJ\nz dnia 4 grudnia 2025 r.",
            executor="Prezydentowi Miasta",
            journal="Województwa Dolnośląskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "I. Cele"),
            ("p", "Cel główny: utrzymanie i poprawa bezpieczeństwa mieszkańców Rudawy Wielkiej."),
            ("p", "Cele szczegółowe:"),
        ],
    )
    for no, one in enumerate(AREAS, 1):
        doc.add_paragraph(
            f"Cel {no}. {one.name} – działania w tym obszarze prowadzą w szczególności Policja, Straż Miejska oraz jednostki miejskie, zgodnie z harmonogramem w załączniku nr 1."
        )
    word.put(
        doc,
        [
            ("h", "II. Diagnoza"),
            *front.offences((2022, 2023, 2024), "w mieście"),
            ("h", "III. Wykaz skrótów"),
            ("p", "; ".join(f"{a} – {b}" for a, b in LIST.items()) + "."),
            ("h", "IV. Monitorowanie"),
            *front.monitoring("Miejskie Centrum Zarządzania Kryzysowego"),
        ],
    )
    section = doc.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    word.put(doc, [("p", "Załącznik nr 1 do Programu"), ("h", "HARMONOGRAM RZECZOWO-FINANSOWY")])
    top = [
        "Cel",
        "Lp.",
        "Działanie",
        "Odpowiedzialny",
        "Partnerzy",
        "Rok realizacji",
        "Rok realizacji",
        "Rok realizacji",
        "Wskaźnik",
        "Wskaźnik",
        "Wskaźnik",
        "Źródło finansowania",
    ]
    sub = [*top[:5], "2026", "2027", "2028", "nazwa", "wartość bazowa", "wartość docelowa", top[-1]]
    body = [
        [
            f"{no}. {one.name}",
            f"{n}",
            a.text,
            ", ".join(BODIES.printed(a.lead)),
            ", ".join(BODIES.printed(a.others)),
            *("x" if y in MARKED[a.text] else "" for y in YEARS),
            a.measures[0],
            str(10 + n),
            str(14 + 2 * n),
            a.money,
        ]
        for no, one in enumerate(first, 1)
        for n, a in enumerate(one.actions, 1)
    ]
    table = word.table(
        doc,
        [top, sub, *body],
        repeat=2,
        widths=tuple(Cm(w) for w in (2, 0.9, 6, 2.4, 3, 1.1, 1.1, 1.1, 2.8, 1.4, 1.5, 2.6)),
    )
    word.join(table, 0, 5, 0, 7)
    word.join(table, 0, 8, 0, 10)
    for column in (*range(5), 11):
        word.join(table, 0, column, 1, column)
    at = 2
    for one in first:
        word.join(table, at, 0, at + len(one.actions) - 1, 0)
        at += len(one.actions)
    word.put(doc, [("p", "Załącznik nr 2 do Programu – Wykaz kontaktów")])
    word.table(doc, [["Podmiot", "Telefon"], ["Straż Miejska", "986"], ["Centrum Usług Społecznych", "12 345 67 89"]])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
