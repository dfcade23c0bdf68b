"""XLSX of a county: a cover sheet, a sheet of abbreviations, a sheet of figures, and a harmonogram with a column a quarter.

Area names stand in rows merged over the whole table, under a header of two rows. Doubtful: the wording of a deadline out of crosses in the
quarters' columns; the gold asks only that each marked quarter is named in it.
"""

import bank_dev as bank
import xlsxwriter
from model import MARK, Area, Bodies, Programme, filled, rows, write_gold
from word import FIXED, settled

LIST = {
    "KPP": "Komenda Powiatowa Policji w Wierzbnikach",
    "KPPSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Wierzbnikach",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Wierzbnikach",
    "PZD": "Powiatowy Zarząd Dróg w Wierzbnikach",
    "SP": "Starostwo Powiatowe w Wierzbnikach",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny w Wierzbnikach",
    "PLW": "Powiatowy Lekarz Weterynarii w Wierzbnikach",
    "PINB": "Powiatowy Inspektor Nadzoru Budowlanego w Wierzbnikach",
    "PUP": "Powiatowy Urząd Pracy w Wierzbnikach",
    "NGO": "organizacje pozarządowe",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("KPP",)),
        "fire": ("KPPSP", ("KPPSP", "KP PSP")),
        "sm": ("Straż Miejska w Wierzbnikach", ("Straż Miejska w Wierzbnikach",)),
        "czk": ("SP", ("SP", "Starostwo Powiatowe")),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("PZD", ("PZD", "Powiatowy Zarząd Dróg")),
        "san": ("PPIS", ("PPIS",)),
        "vet": ("PLW", ("PLW",)),
        "bud": ("PINB", ("PINB",)),
        "ngo": ("NGO", ("NGO",)),
        "schools": ("szkoły", ("szkoły",)),
        "gminy": ("gminy", ("gminy",)),
        "osp": ("OSP", ("OSP",)),
        "edu": ("SP", ("SP",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "itd": ("ITD", ("ITD",)),
        "word": ("WORD", ("WORD",)),
        "health": ("SP ZOZ", ("SP ZOZ",)),
        "court": ("kuratorzy", ("kuratorzy",)),
        "forest": ("nadleśnictwa", ("nadleśnictwa",)),
        "env": ("gminy", ("gminy",)),
    }
)
HERE = {"gdzie": "w gminach", "jst": "powiatu"}
WORK = rows(
    (
        "Szkolenia zawodowe dla osób długotrwale bezrobotnych.",
        "PUP",
        "gminy",
        "",
        "liczba przeszkolonych",
        "Fundusz Pracy",
    ),
    ("Punkt nieodpłatnej pomocy prawnej w każdej gminie.", "czk", "ngo, gminy", "", "liczba porad", "budżet państwa"),
)
QUARTERS = ("I kw.", "II kw.", "III kw.", "IV kw.")
PATTERNS = ((0, 1, 2, 3), (1,), (0, 3), (2,), (1, 2), (3,), (0, 1))


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


AREAS = (
    area("Ład i porządek publiczny", bank.ORDER[:3], bank.ORDER[4:5], bank.ORDER[6:]),
    area("Przeciwdziałanie uzależnieniom i przemocy", bank.DRUGS[:2], bank.HOME[:3]),
    area("Bezpieczne drogi powiatu", bank.ROADS[:5]),
    area("Ratownictwo i ochrona ludności", bank.FIRE[:4], bank.HEALTH[1:2], bank.HEALTH[3:4]),
    area("Praca i pomoc prawna", WORK),
)
MARKED = {
    action.text: PATTERNS[(no + n) % len(PATTERNS)]
    for no, one in enumerate(AREAS)
    for n, action in enumerate(one.actions)
}
PROGRAMME = Programme(
    unit="Powiat Wierzbnicki",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego Powiatu Wierzbnickiego na lata 2025–2026",
    act="Uchwała Nr IX/58/2025 Rady Powiatu w Wierzbnikach z dnia 31 stycznia 2025 r.",
    act_no="IX/58/2025",
    date="2025-01-31",
    years=(2025, 2026),
    bodies=BODIES,
    abbreviations=LIST,
    areas=AREAS,
    scored=("indicators", "funding"),
    layout="xlsx: sheets, quarters",
)


def build():
    from dataclasses import replace

    marked = replace(
        PROGRAMME,
        areas=tuple(
            Area(one.name, tuple(replace(a, term=",".join(QUARTERS[q] for q in MARKED[a.text])) for a in one.actions))
            for one in AREAS
        ),
    )
    marked.term_parts = lambda term: term.split(",")
    path = write_gold(marked, "dev", "powiat_wierzbnicki").with_suffix(".xlsx")
    book = xlsxwriter.Workbook(path)
    book.set_properties({"title": "Harmonogram", "author": "Redakcja", "created": FIXED})
    wrap = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    bold = book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1})
    cover(book.add_worksheet("Strona tytułowa"), bold)
    sheet = book.add_worksheet("Skróty")
    for no, (abbr, name) in enumerate([("Skrót", "Pełna nazwa"), *LIST.items()]):
        sheet.write_row(no + 1, 1, (abbr, name), bold if not no else wrap)
    figures(book.add_worksheet("Diagnoza"), bold, wrap)
    plan(book.add_worksheet("Harmonogram 2025-2026"), bold, wrap)
    book.close()
    path.write_bytes(settled(path.read_bytes()))


def cover(sheet, bold):
    sheet.write(0, 0, MARK)
    sheet.write(2, 0, "Załącznik do Uchwały Nr IX/58/2025")
    sheet.write(3, 0, "Rady Powiatu w Wierzbnikach")
    sheet.write(4, 0, "z dnia 31 stycznia 2025 r.")
    sheet.merge_range(6, 0, 6, 8, PROGRAMME.title, bold)
    sheet.write(8, 0, "Podstawa prawna: art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym")


def figures(sheet, bold, wrap):
    sheet.write(0, 0, "Liczba zdarzeń w powiecie")
    table = [
        ("Rodzaj zdarzenia", 2022, 2023, 2024),
        ("Pożary", 187, 164, 171),
        ("Miejscowe zagrożenia", 402, 455, 431),
        ("Wypadki drogowe", 38, 35, 29),
        ("Kolizje", 611, 598, 640),
    ]
    for no, row in enumerate(table):
        sheet.write_row(no + 2, 0, row, bold if not no else wrap)


def plan(sheet, bold, wrap):
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 3, 22)
    sheet.merge_range(0, 0, 0, 9, "HARMONOGRAM REALIZACJI ZADAŃ PROGRAMU", bold)
    for column, text in enumerate(("Lp.", "Zadanie do realizacji", "Odpowiedzialny za realizację", "Współdziałający")):
        sheet.merge_range(2, column, 3, column, text, bold)
    sheet.merge_range(2, 4, 2, 7, "Termin realizacji", bold)
    for q, text in enumerate(QUARTERS):
        sheet.write(3, 4 + q, text, bold)
    sheet.merge_range(2, 8, 3, 8, "Miernik", bold)
    sheet.merge_range(2, 9, 3, 9, "Źródło finansowania", bold)
    at = 4
    for no, one in enumerate(AREAS, 1):
        sheet.merge_range(at, 0, at, 9, f"OBSZAR {no} – {one.name}", bold)
        at += 1
        for n, a in enumerate(one.actions, 1):
            sheet.write_number(at, 0, n, wrap)
            sheet.write_row(
                at, 1, (a.text, ", ".join(BODIES.printed(a.lead)), "\n".join(BODIES.printed(a.others))), wrap
            )
            for q in range(4):
                sheet.write(at, 4 + q, "X" if q in MARKED[a.text] else "", wrap)
            sheet.write_row(at, 8, ("\n".join(a.measures), a.money), wrap)
            at += 1
    sheet.write(at + 1, 0, "Sporządził: Wydział Organizacyjny")


if __name__ == "__main__":
    build()
