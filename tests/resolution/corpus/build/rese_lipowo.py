"""XLSX of a city: a sheet an area, the area's name in the first row, columns in another order than elsewhere, several bodies by commas.

Doubtful: the sheet is called „Obszar 1” and the first row has the whole name; the gold has the name.
"""

import bank_dev as dev
import bank_heldout as held
import xlsxwriter
from model import MARK, Programme, write_gold
from roles import area, bodies
from word import FIXED, settled

LIST = {
    "KMP": "Komenda Miejska Policji",
    "KM PSP": "Komenda Miejska PSP",
    "SM": "Straż Miejska",
    "MOPR": "Miejski Ośrodek Pomocy Rodzinie",
    "ZDiZ": "Zarząd Dróg i Zieleni",
    "BZK": "Biuro Zarządzania Kryzysowego",
}
BODIES = bodies(
    pol=("KMP", "KMP", "Komenda Miejska Policji"),
    fire=("KM PSP", "KM PSP"),
    sm=("SM", "SM"),
    soc=("MOPR", "MOPR"),
    road=("ZDiZ", "ZDiZ", "Zarząd Dróg i Zieleni"),
    czk=("BZK", "BZK"),
    gminy="rady osiedli",
)
TOWN = {"jst": "miasta", "gdzie": "w mieście"}
PROGRAMME = Programme(
    unit="Miasto Lipowo",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego Miasta Lipowo na lata 2026-2028",
    act="Uchwała Nr XXIV/288/2026 Rady Miasta Lipowo z dnia 29 stycznia 2026 r.",
    act_no="XXIV/288/2026",
    date="2026-01-29",
    years=(2026, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators", "funding"),
    layout="xlsx: a sheet an area",
    areas=(
        area("Bezpieczna przestrzeń", dev.ORDER[:4], **TOWN),
        area("Profilaktyka uzależnień", dev.DRUGS, held.ADDICT[1:2], **TOWN),
        area("Bezpieczny senior", held.ELDER, dev.SENIORS[:2], **TOWN),
        area("Transport", held.TRAFFIC[2:], **TOWN),
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "miasto_lipowo").with_suffix(".xlsx")
    book = xlsxwriter.Workbook(path)
    book.set_properties({"title": "Program", "author": "Redakcja", "created": FIXED})
    wrap, bold = (
        book.add_format({"text_wrap": True, "border": 1}),
        book.add_format({"bold": True, "border": 1, "bg_color": "#CCE0FF"}),
    )
    sheet = book.add_worksheet("Info")
    for no, text in enumerate(
        (
            MARK,
            "UCHWAŁA NR XXIV/288/2026 RADY MIASTA LIPOWO",
            "z dnia 29 stycznia 2026 r.",
            f"w sprawie uchwalenia „{PROGRAMME.title}”",
            "Podstawa prawna: art. 12 pkt 9b i art. 92 ust. 1 pkt 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym",
        )
    ):
        sheet.write(no, 0, text)
    for no, row in enumerate((("Skrót", "Nazwa jednostki"), *LIST.items())):
        sheet.write_row(no + 8, 0, row, bold if no == 0 else wrap)
    for no, one in enumerate(PROGRAMME.areas, 1):
        sheet = book.add_worksheet(f"Obszar {no}")
        sheet.set_column(1, 1, 60)
        sheet.write(0, 0, f"Obszar {no}: {one.name}")
        sheet.write_row(
            2,
            0,
            (
                "Lp.",
                "Zadanie",
                "Wskaźniki",
                "Termin wykonania",
                "Finansowanie",
                "Realizator główny",
                "Realizatorzy wspierający",
            ),
            bold,
        )
        for n, a in enumerate(one.actions, 1):
            sheet.write_row(
                2 + n,
                0,
                (
                    n,
                    a.text,
                    "; ".join(a.measures),
                    a.term,
                    a.money,
                    ", ".join(BODIES.printed(a.lead)),
                    ", ".join(BODIES.printed(a.others)),
                ),
                wrap,
            )
    book.close()
    path.write_bytes(settled(path.read_bytes()))


if __name__ == "__main__":
    build()
