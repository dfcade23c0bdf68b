"""DOCX of a city: tables under headings that Word numbers itself, a table of contents, measures one a paragraph in a cell.

Doubtful: the column „Wskaźniki” has one measure a paragraph; the gold lists them one by one. The executor's cell sometimes has the full
inflected name („Komendy Miejskiej Policji w Brzozowcu”); the gold gives the abbreviation of the document's own list.
"""

import bank_dev as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Programme, filled, rows, write_gold

LIST = {
    "KMP": "Komenda Miejska Policji w Brzozowcu",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Brzozowcu",
    "SM": "Straż Miejska w Brzozowcu",
    "CZK": "Centrum Zarządzania Kryzysowego Urzędu Miasta Brzozowca",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej w Brzozowcu",
    "MZDiZ": "Miejski Zarząd Dróg i Zieleni w Brzozowcu",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny w Brzozowcu",
    "PLW": "Powiatowy Lekarz Weterynarii w Brzozowcu",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego dla Miasta Brzozowca",
    "WE": "Wydział Edukacji Urzędu Miasta Brzozowca",
    "MKRPA": "Miejska Komisja Rozwiązywania Problemów Alkoholowych",
    "OSP": "Ochotnicza Straż Pożarna w Brzozowcu-Zdroju",
    "WITD": "Wojewódzki Inspektorat Transportu Drogowego",
    "NGO": "organizacje pozarządowe",
}
BODIES = Bodies(
    {
        "pol": ("KMP", ("KMP", "Komenda Miejska Policji w Brzozowcu", "KMP", "Komenda Miejska Policji")),
        "fire": ("KM PSP", ("KM PSP", "KM PSP", "Komenda Miejska PSP w Brzozowcu")),
        "sm": ("SM", ("SM", "Straż Miejska", "SM")),
        "czk": ("CZK", ("CZK",)),
        "soc": ("MOPS", ("MOPS", "Miejski Ośrodek Pomocy Społecznej")),
        "road": ("MZDiZ", ("MZDiZ",)),
        "san": ("PPIS", ("PPIS", "Państwowy Powiatowy Inspektor Sanitarny")),
        "vet": ("PLW", ("PLW",)),
        "bud": ("PINB", ("PINB",)),
        "edu": ("WE", ("WE", "Wydział Edukacji")),
        "alc": ("MKRPA", ("MKRPA",)),
        "osp": ("OSP", ("OSP",)),
        "itd": ("WITD", ("WITD",)),
        "ngo": ("NGO", ("NGO", "organizacje pozarządowe")),
        "word": ("Wojewódzki Ośrodek Ruchu Drogowego", ("Wojewódzki Ośrodek Ruchu Drogowego",)),
        "schools": ("szkoły", ("szkoły",)),
        "gminy": ("rady osiedli", ("rady osiedli",)),
        "health": ("placówki ochrony zdrowia", ("placówki ochrony zdrowia",)),
        "court": ("kuratorzy sądowi", ("kuratorzy sądowi",)),
    }
)
OWN = rows(
    (
        "Utrzymanie punktu informacyjnego dla mieszkańców przy ul. Dworcowej 7, czynnego od poniedziałku do piątku w godz. 7.30–15.30.",
        "czk",
        "sm",
        "cały rok",
        "liczba odwiedzin",
        "budżet miasta",
    ),
)
TOWN = {"gdzie": "na terenie miasta", "jst": "miasta"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **TOWN)))


PROGRAMME = Programme(
    unit="Miasto Brzozowiec",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Miasta Brzozowca na lata 2025–2028",
    act="Uchwała Nr XIV/118/2025 Rady Miasta Brzozowca z dnia 27 lutego 2025 r.",
    act_no="XIV/118/2025",
    date="2025-02-27",
    years=(2025, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="docx: tables under headings",
    areas=(
        area("Porządek publiczny", bank.ORDER, OWN),
        area("Uzależnienia i zjawiska patologiczne", bank.DRUGS[:3], bank.DRUGS[4:]),
        area("Bezpieczeństwo dzieci i młodzieży", bank.YOUTH),
        area("Bezpieczeństwo w ruchu drogowym", bank.ROADS[:1], bank.ROADS[2:]),
        area("Ochrona przeciwpożarowa", bank.FIRE[:2], bank.FIRE[3:4]),
        area("Zdrowie, budynki, zwierzęta", bank.HEALTH[1:2], bank.HEALTH[3:4]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "miasto_brzozowiec")
    doc = word.new(landscape=True, header="Program bezpieczeństwa Miasta Brzozowca 2025–2028")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XIV/118/2025\nRADY MIASTA BRZOZOWCA\nz dnia 27 lutego 2025 r.",
            executor="Prezydentowi Miasta Brzozowca",
            journal="Województwa Wielkopolskiego",
            extra="w związku z art. 92 ust. 1 pkt 1 ",
        ),
    )
    doc.add_paragraph("Załącznik do uchwały Nr XIV/118/2025\nRady Miasta Brzozowca\nz dnia 27 lutego 2025 r.")
    word.put(doc, [("break", ""), ("title", PROGRAMME.title.upper()), ("title", "SPIS TREŚCI")])
    for no, (text, page) in enumerate(
        (("Wstęp", 3), ("Diagnoza", 3), ("Wykaz skrótów", 5), ("Obszary działania", 6), ("Monitoring i ewaluacja", 11)),
        1,
    ):
        doc.add_paragraph(f"{no}. {text}\t{page}")
    word.put(
        doc,
        [
            ("break", ""),
            ("h", "1. Wstęp"),
            (
                "p",
                "Bezpieczeństwo należy do podstawowych potrzeb człowieka. Program wyznacza kierunki działań samorządu, służb, inspekcji i straży oraz innych podmiotów na rzecz bezpieczeństwa mieszkańców.",
            ),
            ("p", "Cele Programu:"),
        ],
    )
    bullets = word.numbering(doc, "%1)")
    for goal in (
        "ograniczenie przestępczości i wykroczeń,",
        "poprawa bezpieczeństwa w ruchu drogowym,",
        "wzmocnienie współpracy służb z mieszkańcami.",
    ):
        word.numbered(doc.add_paragraph(goal), bullets)
    word.put(
        doc,
        [
            ("h", "2. Diagnoza"),
            *front.offences((2022, 2023, 2024), "w Brzozowcu"),
            *front.responders("w Brzozowcu"),
            ("h", "3. Wykaz skrótów"),
        ],
    )
    word.table(doc, [["Skrót", "Rozwinięcie"], *([abbr, name] for abbr, name in LIST.items())])
    word.put(doc, [("h", "4. Obszary działania"), ("p", "W Programie wyodrębniono następujące obszary działania:")])
    headings = word.numbering(doc, "Obszar %1.", "upperRoman")
    for one in PROGRAMME.areas:
        doc.add_paragraph(one.name, style="List Bullet")
    for one in PROGRAMME.areas:
        word.numbered(doc.add_heading(one.name, 2), headings)
        table = word.table(
            doc,
            [
                ["L.p.", "Przedsięwzięcie", "Wykonawca", "Współwykonawcy", "Czas realizacji", "Wskaźniki"],
                *(
                    [
                        "",
                        a.text,
                        ", ".join(BODIES.printed(a.lead)),
                        ", ".join(BODIES.printed(a.others)) or "-",
                        a.term,
                        "\n".join(f"– {m}" for m in a.measures),
                    ]
                    for a in one.actions
                ),
            ],
            widths=(Cm(1.2), Cm(8), Cm(4), Cm(4), Cm(3.2), Cm(4)),
        )
        count = word.numbering(doc)
        for row in table.rows[1:]:
            word.numbered(row.cells[0].paragraphs[0], count)
    word.put(doc, [("h", "5. Monitoring i ewaluacja"), *front.monitoring("Centrum Zarządzania Kryzysowego")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
