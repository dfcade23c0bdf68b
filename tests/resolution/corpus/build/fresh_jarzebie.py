"""XLSX of a county: one flat list with the area repeated in each row, the leader before the task, beginning and end in two columns, a row of totals.

Doubtful: the deadline is asked by its two parts; money is the planned sum with its source in the next column, so it is not asked.
"""

from dataclasses import replace

from fresh import FAMILY, ORDER, RESCUE, SENIOR, area, bodies, path_of
from model import MARK, Programme
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from word import FIXED, settled

LIST = {
    "KPP": "Komenda Powiatowa Policji w Jarzębiu",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Jarzębiu",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Jarzębiu",
    "ZDP": "Zarząd Dróg Powiatowych w Jarzębiu",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Jarzębiu",
    "WSOiZK": "Wydział Spraw Obywatelskich i Zarządzania Kryzysowego Starostwa",
}
BODIES = bodies(pol="KPP", fire="KP PSP", soc="PCPR", road="ZDP", san="PSSE", office="WSOiZK", sm="straże gminne")
SPANS = (
    "styczeń 2026|grudzień 2028",
    "maj 2026|wrzesień 2028",
    "kwiecień 2027|czerwiec 2027",
    "październik 2026|marzec 2028",
)


def spanned(start, *actions):
    return tuple(replace(a, term=SPANS[(start + n) % len(SPANS)]) for n, a in enumerate(actions))


TITLE = "Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego w Powiecie Jarzębskim na lata 2026-2028"
PROGRAMME = Programme(
    unit="Powiat Jarzębski",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr XVI/119/2025 Rady Powiatu Jarzębskiego z dnia 30 października 2025 r.",
    act_no="XVI/119/2025",
    date="2025-10-30",
    years=(2026, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("indicators",),
    term_parts=lambda term: term.split("|"),
    layout="xlsx: a flat list, beginning and end in two columns",
    areas=(
        area("Przestrzeń publiczna", *spanned(0, ORDER[0], *ORDER[2:5], ORDER[8])),
        area("Rodzina i seniorzy", *spanned(1, *FAMILY[:3], SENIOR[1], SENIOR[3])),
        area("Sytuacje kryzysowe", *spanned(2, RESCUE[0], RESCUE[3], RESCUE[5], RESCUE[8])),
    ),
)
COSTS = (0, 12000, 4500, 0, 38000, 7000)


def build():
    path = path_of(PROGRAMME, "powiat_jarzebski")
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan zadań"
    for text in (
        MARK,
        "Załącznik nr 1 do Uchwały Nr XVI/119/2025 Rady Powiatu Jarzębskiego z dnia 30 października 2025 r.",
        TITLE,
    ):
        sheet.append([text])
    sheet["A3"].font = Font(bold=True)
    sheet.append([])
    sheet.append(
        [
            "ID",
            "Obszar",
            "Lider",
            "Zadanie",
            "Partnerzy zadania",
            "Początek",
            "Koniec",
            "Wskaźniki produktu",
            "Planowana kwota [zł]",
            "Źródło",
            "Uwagi",
        ]
    )
    for cell in sheet[5]:
        cell.font = Font(bold=True)
    number = total = 0
    for one in PROGRAMME.areas:
        for a in one.actions:
            number += 1
            cost = COSTS[number % len(COSTS)]
            total += cost
            start, end = a.term.split("|")
            sheet.append(
                [
                    number,
                    one.name,
                    ", ".join(BODIES.printed(a.lead)),
                    a.text,
                    ", ".join(BODIES.printed(a.others)),
                    start,
                    end,
                    "; ".join(a.measures),
                    cost,
                    "budżet powiatu" if cost else "–",
                    None,
                ]
            )
    sheet.append([None, None, None, "Razem", None, None, None, None, total])
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDEFGHIJK", (5, 20, 14, 60, 28, 15, 15, 30, 12, 16, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.auto_filter.ref = f"A5:K{5 + number}"
    sheet.freeze_panes = "A6"
    short = book.create_sheet("Skróty")
    short.append(["Skrót", "Rozwinięcie skrótu"])
    for pair in LIST.items():
        short.append(list(pair))
    book.properties.created = book.properties.modified = FIXED
    target = path.with_suffix(".xlsx")
    book.save(target)
    target.write_bytes(settled(target.read_bytes()))


if __name__ == "__main__":
    build()
