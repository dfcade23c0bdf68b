"""PDF of a county through LibreOffice, landscape: one table for everything, the area as a word repeated in each row, header of two lines, list of abbreviations as one run of text.

Doubtful: names of areas are printed only as the „Dziedzina” of each row, in the order of first appearance.
"""

import bank_unseen as bank
import word
from docx.shared import Cm
from model import MARK, Programme
from unseen import Joiner, areas, bodies, path_of

LIST = {
    "KPP": "Komenda Powiatowa Policji w Lisowie",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Lisowie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Lisowie",
    "ZDP": "Zarząd Dróg Powiatowych w Lisowie",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Lisowie",
    "PIW": "Powiatowy Inspektorat Weterynarii",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
    "PPP": "Poradnia Psychologiczno-Pedagogiczna",
    "SPL": "Starostwo Powiatowe w Lisowie",
    "OPS": "ośrodki pomocy społecznej",
    "NGO": "organizacje pozarządowe",
}
BODIES = bodies(
    pol="KPP",
    fire="KP PSP",
    czk="SPL",
    soc="PCPR",
    road="ZDP",
    san="PSSE",
    edu="PPP",
    ngo="NGO",
    sm="straż gminna",
    gminy=("urzędy gmin", ("urzędy gmin",)),
    alc="GKRPA",
    court="kuratorska służba sądowa",
    health="SP ZOZ",
    forest="Nadleśnictwo Lisów",
    biz="firmy",
)
TITLE = "Powiatowy Program Przeciwdziałania Przestępczości i Ochrony Bezpieczeństwa Obywateli oraz Porządku Publicznego na lata 2024–2028"
PROGRAMME = Programme(
    unit="Powiat Lisowski",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr LXI/418/2023 Rady Powiatu w Lisowie z dnia 21 grudnia 2023 r.",
    act_no="LXI/418/2023",
    date="2023-12-21",
    years=(2024, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="pdf (LibreOffice): landscape, one table, area in a column of each row",
    areas=areas(
        a=("Prewencja", (bank.ORDER[:6],)),
        b=("Profilaktyka społeczna", (bank.YOUTH[:3], bank.ADDICT[:4], bank.FAMILY[1:5])),
        c=("Drogi i transport", (bank.ROADS[:5],)),
        d=("Ochrona przeciwpożarowa", (bank.FIRE[:5],)),
        e=("Zdrowie ludzi i zwierząt", (bank.HEALTH[:3], bank.ANIMALS)),
        f=("Środowisko", (bank.ENV,)),
    ),
)


def build():
    path = path_of(PROGRAMME, "powiat_lisowski")
    doc = word.new(landscape=True, header="Uchwała Nr LXI/418/2023 Rady Powiatu w Lisowie")
    word.put(
        doc,
        [
            ("p", MARK),
            ("title", "UCHWAŁA NR LXI/418/2023\nRADY POWIATU W LISOWIE"),
            ("p", "z dnia 21 grudnia 2023 r."),
            ("p", f"w sprawie ustanowienia „{TITLE}”"),
            (
                "p",
                "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym (Dz. U. z 2022 r. poz. 1526 ze zm.) uchwala się, co następuje:",
            ),
            ("p", "§ 1. Ustanawia się Program, zwany dalej „Programem”, w brzmieniu załącznika."),
            ("p", "§ 2. Nadzór nad wykonaniem uchwały sprawuje Zarząd Powiatu w Lisowie."),
            ("break", ""),
            ("title", TITLE),
            ("p", "WYJAŚNIENIE SKRÓTÓW"),
            ("p", "; ".join(f"{abbr} – {name}" for abbr, name in LIST.items()) + "."),
            ("p", "OCENA SYTUACJI"),
            (
                "p",
                "W roku 2022 funkcjonariusze podjęli 6 811 interwencji. Najwięcej zgłoszeń w KMZB dotyczyło przekraczania prędkości (31%) i spożywania alkoholu w miejscach objętych zakazem (18%).",
            ),
            ("p", "ZESTAWIENIE PRZEDSIĘWZIĘĆ"),
        ],
    )
    rows = [
        [
            "Poz.",
            "Dziedzina",
            "Przedmiot działania",
            "Realizator\ngłówny",
            "Realizatorzy\npomocniczy",
            "Data lub okres\nwykonania",
            "Efekt\nmierzalny",
        ]
    ]
    leads, others, position = Joiner("/", "i", ","), Joiner(",", ",", "i", ";"), 0
    for section in PROGRAMME.areas:
        for a in section.actions:
            position += position != 15  # „15” stands twice, as after a late insertion
            rows.append(
                [
                    str(position),
                    section.name,
                    a.text,
                    leads(BODIES.printed(a.lead)),
                    others(BODIES.printed(a.others)),
                    a.term,
                    "; ".join(a.measures),
                ]
            )
    word.table(doc, rows, widths=tuple(Cm(w) for w in (1.1, 3.4, 7.4, 3, 4.1, 3.4, 3.8)))
    word.put(doc, [("p", "USTALENIA KOŃCOWE"), ("p", "Realizatorzy główni składają sprawozdania do 31 stycznia.")])
    word.convert(doc, path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
