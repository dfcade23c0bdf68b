"""XLSX of a city: a sheet for each area, each filled in by another office with its columns in another order; abbreviations without headers, campaigns on a sheet.

Doubtful: a real date in a cell is expected as it is displayed; in one sheet the partners stand before the lead.
"""

import datetime

import bank_unseen as bank
import xlsxwriter
from model import MARK, Initiative, Programme
from unseen import alone, areas, bodies, path_of, termed
from word import FIXED, settled

LIST = {
    "KMP": "Komenda Miejska Policji w Turzycy",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Turzycy",
    "SM": "Straż Miejska w Turzycy",
    "MCS": "Miejskie Centrum Społeczne",
    "ZDiUK": "Zarząd Dróg i Utrzymania Komunalnego",
    "BBiL": "Biuro Bezpieczeństwa i Logistyki Urzędu Miasta",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna",
}
BODIES = bodies(
    pol="KMP",
    fire="KM PSP",
    sm="SM",
    czk="BBiL",
    soc="MCS",
    road="ZDiUK",
    san="PSSE",
    gminy="jednostki pomocnicze miasta",
    health="Szpital Miejski",
    edu="PPP nr 2",
    court="kuratorzy",
    library="biblioteki",
    biz="handlowcy",
    transit="MPK",
    elders="kluby seniora",
    housing="ADM",
)
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego Miasta Turzyca na lata 2026-2029"
PROGRAMME = Programme(
    unit="Miasto Turzyca",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr XIX/288/2025 Rady Miasta Turzyca z dnia 30 października 2025 r.",
    act_no="XIX/288/2025",
    date="2025-10-30",
    years=(2026, 2029),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators", "funding"),
    layout="xlsx: a sheet for each area, columns in another order in each, campaigns",
    areas=areas(
        a=(
            "Ład w mieście",
            ([bank.ORDER[0], bank.ORDER[2], termed(bank.ORDER[3], "30.09.2026"), alone(bank.ORDER[7])], bank.ORDER[8:]),
        ),
        b=("Dzieci, młodzież, rodzina", (bank.YOUTH[:3], bank.YOUTH[4:5], bank.FAMILY[1:4])),
        c=("Ruch uliczny", (bank.ROADS[:1], [termed(bank.ROADS[4], "31.05.2027")], bank.ROADS[5:])),
        d=("Zagrożenia cyfrowe", (bank.CYBER,)),
        e=("Ochrona ludności i zdrowie", (bank.FIRE[2:5], bank.FIRE[6:7], bank.HEALTH[:1], bank.HEALTH[3:])),
    ),
    initiatives=(
        Initiative(
            "Ulica na nowo",
            "Oswajanie podwórek, na których dochodzi do bójek",
            ("sm", "ngo"),
            "mieszkańcy śródmieścia",
            "2026-2027",
            ("2026", "2027"),
            "Ogrody społeczne, dyżury strażników",
            "45 000 zł rocznie",
        ),
        Initiative(
            "Bezpieczny weekend",
            "Mniej wypadków wśród młodych kierowców",
            ("pol", "health"),
            "kierowcy do 25. roku życia",
            "2026-2029",
            ("2026", "2029"),
            "Symulator dachowania, rozmowy z ratownikami",
            "środki sponsorów",
        ),
    ),
)
HEADS = {
    "no": "Nr",
    "text": "Opis działania",
    "lead": "Jednostka główna",
    "others": "Jednostki pomocnicze",
    "term": "Od kiedy – do kiedy",
    "measures": "Jak zmierzymy",
    "money": "Kwota i źródło",
}
ORDERS = (
    ("no", "text", "lead", "others", "term", "measures", "money"),
    ("no", "lead", "text", "others", "measures", "term", "money"),
    ("no", "text", "term", "others", "lead", "money", "measures"),
    ("text", "lead", "others", "term", "measures", "money"),
    ("no", "measures", "text", "lead", "others", "money", "term"),
)


def build():
    path = path_of(PROGRAMME, "miasto_turzyca").with_suffix(".xlsx")
    book = xlsxwriter.Workbook(path)
    book.set_properties({"title": "Program", "author": "Redakcja", "created": FIXED})
    wrap = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    bold = book.add_format({"bold": True, "text_wrap": True, "border": 1})
    date = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "border": 1})
    front = book.add_worksheet("Informacje")
    for at, text in enumerate(
        (
            MARK,
            TITLE,
            "Uchwała Nr XIX/288/2025 Rady Miasta Turzyca z dnia 30 października 2025 r.",
            "Podstawa: art. 12 pkt 9b w zw. z art. 92 ust. 1 pkt 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym",
            "",
            "Objaśnienia skrótów",
        )
    ):
        front.write(at, 0, text)
    for at, (abbr, name) in enumerate(LIST.items(), 6):
        front.write_row(at, 0, (abbr, name))
    names = ("Ład", "Rodzina", "Ulice", "Cyber", "Ludność")
    for short, letter, order, section in zip(names, "ABCDE", ORDERS, PROGRAMME.areas, strict=True):
        sheet = book.add_worksheet(f"{letter} {short}")
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, len(order), 28)
        sheet.write(0, 0, f"Obszar {letter}: {section.name}", book.add_format({"bold": True, "font_size": 13}))
        sheet.write(1, 0, "wypełnia komórka wiodąca")
        for column, key in enumerate(order):
            sheet.write(3, column, HEADS[key], bold)
        for n, a in enumerate(section.actions, 1):
            cells = {
                "no": f"{letter}{n}",
                "text": a.text,
                "lead": "\n".join(BODIES.printed(a.lead)),
                "others": ", ".join(BODIES.printed(a.others)) or "brak",
                "term": a.term,
                "measures": "\n".join(a.measures),
                "money": a.money,
            }
            for column, key in enumerate(order):
                if key == "term" and a.term.count(".") == 2 and a.term[-4:].isdigit() and len(a.term) == 10:
                    day, month, year = (int(part) for part in a.term.split("."))
                    sheet.write_datetime(3 + n, column, datetime.datetime(year, month, day), date)
                else:
                    sheet.write(3 + n, column, cells[key], wrap)
    sheet = book.add_worksheet("Kampanie")
    sheet.write(0, 0, "Kampanie i programy towarzyszące")
    sheet.write_row(2, 0, ("Lp.", "Nazwa", "Cel", "Prowadzący", "Odbiorcy", "Lata", "Formy", "Środki"), bold)
    for n, i in enumerate(PROGRAMME.initiatives, 1):
        sheet.write_row(
            2 + n,
            0,
            (n, i.name, i.goal, "\n".join(BODIES.printed(i.lead)), i.audience, i.term, i.method, i.money),
            wrap,
        )
    figures = book.add_worksheet("Dane")
    figures.write_row(0, 0, ("Dzielnica", "Zdarzenia 2023", "Zdarzenia 2024"))
    for at, row in enumerate((("Nowe Miasto", 211, 198), ("Podgórze", 94, 101), ("Zatorze", 157, 139)), 1):
        figures.write_row(at, 0, row)
    book.close()
    path.write_bytes(settled(path.read_bytes()))


if __name__ == "__main__":
    build()
