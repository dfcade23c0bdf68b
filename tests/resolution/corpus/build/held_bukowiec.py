"""XLSX of a county: one free sheet, the area only in the first row of its actions, names one a line, real dates and numbers in cells.

Doubtful: a deadline that is a date cell is expected as it is displayed („30.06.2026”), a year as a number („2026”).
"""

import datetime
from dataclasses import replace

import bank_heldout as bank
import xlsxwriter
from model import MARK, Area, Bodies, Programme, filled, write_gold
from word import FIXED, settled

BODIES = Bodies(
    {
        "pol": ("KPP Bukowiec", ("KPP Bukowiec",)),
        "fire": ("KP PSP Bukowiec", ("KP PSP Bukowiec",)),
        "czk": ("Starostwo Powiatowe", ("Starostwo Powiatowe",)),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("Gminy", ("Gminy",)),
        "edu": ("PPP", ("PPP",)),
        "sm": ("Straż Miejska", ("Straż Miejska",)),
        "schools": ("Szkoły", ("Szkoły",)),
        "ngo": ("Organizacje pozarządowe", ("Organizacje pozarządowe",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("Szpital Powiatowy", ("Szpital Powiatowy",)),
        "court": ("Sąd Rejonowy", ("Sąd Rejonowy",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "forest": ("Nadleśnictwo", ("Nadleśnictwo",)),
        "env": ("Wydział Ochrony Środowiska", ("Wydział Ochrony Środowiska",)),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="powiatu")))


PROGRAMME = Programme(
    unit="Powiat Bukowiecki",
    kind="powiat",
    title="Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego Powiatu Bukowieckiego na lata 2026-2027",
    act="Uchwała Nr XV/133/2025 Rady Powiatu Bukowieckiego z dnia 28 listopada 2025 r.",
    act_no="XV/133/2025",
    date="2025-11-28",
    years=(2026, 2027),
    bodies=BODIES,
    scored=("term", "funding"),
    layout="xlsx: free sheet, area once",
    areas=(
        area("Bezpieczeństwo publiczne", bank.STREET[:2], bank.STREET[3:6]),
        area("Uzależnienia", bank.ADDICT),
        area("Seniorzy", bank.ELDER),
        area("Drogi", bank.TRAFFIC[:1], [replace(bank.TRAFFIC[1], term="30.06.2026")], bank.TRAFFIC[2:5]),
        area("Cyberbezpieczeństwo", bank.CYBER),
        area("Ratownictwo", bank.RESCUE[:4]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_bukowiecki").with_suffix(".xlsx")
    book = xlsxwriter.Workbook(path)
    book.set_properties({"title": "Program", "author": "Redakcja", "created": FIXED})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDDDDD"})
    date = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
    sheet = book.add_worksheet("Arkusz1")
    sheet.set_column(2, 2, 70)
    sheet.set_column(3, 6, 24)
    sheet.write(0, 0, MARK)
    sheet.write(1, 0, PROGRAMME.title)
    sheet.write(2, 0, "przyjęty uchwałą Nr XV/133/2025 Rady Powiatu Bukowieckiego z dnia 28 listopada 2025 r.")
    head = (
        "Obszar",
        "Nr zadania",
        "Zadanie",
        "Jednostka realizująca",
        "Termin",
        "Jednostki współpracujące",
        "Środki finansowe",
        "Uwagi",
    )
    sheet.write_row(5, 1, head, bold)
    at = 6
    for no, one in enumerate(PROGRAMME.areas, 1):
        for n, a in enumerate(one.actions, 1):
            if n == 1:
                sheet.write(at, 1, one.name, bold)
            sheet.write(at, 2, f"{no}.{n}.", wrap)
            sheet.write(at, 3, a.text, wrap)
            sheet.write(at, 4, "\n".join(BODIES.printed(a.lead)), wrap)
            deadline(sheet, at, a.term, wrap, date)
            sheet.write(at, 6, "\n".join(BODIES.printed(a.others)), wrap)
            sheet.write(at, 7, a.money, wrap)
            at += 1
        at += 1  # an empty row after each area
    other = book.add_worksheet("Arkusz2")
    other.write_row(0, 0, ("Gmina", "Liczba mieszkańców", "Liczba przestępstw"))
    for n, row in enumerate((("Bukowiec", 14210, 188), ("Lipinki", 5120, 41), ("Stary Bór", 3980, 37)), 1):
        other.write_row(n, 0, row)
    book.add_worksheet("Arkusz3")
    book.close()
    path.write_bytes(settled(path.read_bytes()))


def deadline(sheet, at, term, wrap, date):
    if term.isdigit():
        sheet.write_number(at, 5, int(term), wrap)
    elif term == "30.06.2026":
        sheet.write_datetime(at, 5, datetime.datetime(2026, 6, 30), date)
    else:
        sheet.write(at, 5, term, wrap)


if __name__ == "__main__":
    build()
