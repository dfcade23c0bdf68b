"""PDF of a city through LibreOffice: tables under headings over page breaks, rows cut by pages; abbreviations only defined in the text („zwana dalej”).

Bodies in the table are printed by abbreviation or in full; the gold has the abbreviation, since the document itself defines it among the
participants. Doubtful: whether „zwana dalej …” makes a list of abbreviations; the gold asks for it in names, not as a list.
"""

import bank_heldout as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Initiative, Programme, filled, write_gold

BODIES = Bodies(
    {
        "pol": ("KMP", ("KMP", "KMP", "Komenda Miejska Policji w Lubieszowie")),
        "fire": ("KM PSP", ("KM PSP",)),
        "sm": ("Straż Miejska w Lubieszowie", ("Straż Miejska w Lubieszowie",)),
        "czk": ("WBiOL", ("WBiOL",)),
        "soc": ("MOPR", ("MOPR", "Miejski Ośrodek Pomocy Rodzinie w Lubieszowie")),
        "road": ("Zarząd Dróg", ("Zarząd Dróg",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("rady dzielnic", ("rady dzielnic",)),
        "edu": ("Poradnia nr 2", ("Poradnia nr 2",)),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("NGO", ("NGO",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("szpital miejski", ("szpital miejski",)),
        "court": ("Sąd Rejonowy", ("Sąd Rejonowy",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("MKRPA", ("MKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "forest": ("Lasy Państwowe", ("Lasy Państwowe",)),
        "env": ("Wydział Klimatu", ("Wydział Klimatu",)),
    }
)
PARTICIPANTS = (
    "Komenda Miejska Policji w Lubieszowie, zwana dalej „KMP”,",
    "Komenda Miejska Państwowej Straży Pożarnej w Lubieszowie (dalej: KM PSP),",
    "Straż Miejska w Lubieszowie,",
    "Miejski Ośrodek Pomocy Rodzinie w Lubieszowie (MOPR),",
    "Wydział Bezpieczeństwa i Ochrony Ludności Urzędu Miasta (WBiOL),",
    "Powiatowa Stacja Sanitarno-Epidemiologiczna (PSSE),",
    "organizacje pozarządowe (NGO),",
    "mieszkańcy miasta.",
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="miasta")))


PROGRAMME = Programme(
    unit="Miasto Lubieszów",
    kind="miasto na prawach powiatu",
    title="Miejski Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2025–2028",
    act="Uchwała Nr VII/49/2024 Rady Miasta Lubieszowa z dnia 28 listopada 2024 r.",
    act_no="VII/49/2024",
    date="2024-11-28",
    years=(2025, 2028),
    bodies=BODIES,
    abbreviations=None,
    scored=("term", "funding"),
    layout="pdf (LibreOffice): tables over pages, abbreviations in prose",
    areas=(
        area("Przestępczość i wykroczenia", bank.STREET),
        area("Młodzież", bank.YOUNG[1:], bank.CYBER),
        area("Rodzina i uzależnienia", bank.FAMILY, bank.ADDICT),
        area("Komunikacja", bank.TRAFFIC),
        area("Pożary i ratownictwo", bank.RESCUE),
        area("Zdrowie i środowisko", bank.SANIT),
        area("Seniorzy", bank.ELDER),
    ),
    initiatives=(
        Initiative(
            "Lubieszów Widzialny",
            "Wzrost liczby pieszych noszących odblaski",
            ("pol", "sm"),
            "piesi",
            "2025–2028",
            ("2025", "2028"),
            "Rozdawanie odblasków podczas patroli",
            "budżet miasta",
        ),
        Initiative(
            "Bezpieczne Podwórko",
            "Ograniczenie dewastacji w zabudowie śródmiejskiej",
            ("sm", "gminy"),
            "mieszkańcy śródmieścia",
            "2026–2028",
            ("2026", "2028"),
            "Spacery badawcze, doświetlenie bram",
            "budżet obywatelski",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "miasto_lubieszow")
    doc = word.new(header="URZĄD MIASTA LUBIESZOWA")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="Uchwała Nr VII/49/2024\nRady Miasta Lubieszowa\nz dnia 28 listopada 2024 r.",
            executor="Prezydentowi Miasta Lubieszowa",
            journal="Województwa Pomorskiego",
            extra="oraz art. 92 ust. 1 ",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title.upper()),
            ("h", "I. Wprowadzenie"),
            ("p", "Miejski Program jest efektem pracy zespołu powołanego przez Prezydenta Miasta."),
            ("h", "II. Stan zagrożeń"),
            *front.offences((2021, 2022, 2023), "w Lubieszowie"),
            *front.responders("w mieście"),
            ("h", "III. Uczestnicy Programu"),
            ("p", "W realizacji Programu biorą udział:"),
        ],
    )
    for no, text in enumerate(PARTICIPANTS, 1):
        doc.add_paragraph(f"{no}) {text}")
    word.put(doc, [("h", "IV. Obszary działań")])
    for no, section in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"{['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][no - 1]}. OBSZAR: {section.name}")])
        word.table(
            doc,
            [
                ["Lp.", "Zadania", "Źródło finansowania", "Termin", "Podmioty realizujące", "Podmioty wspierające"],
                *(
                    [
                        f"{n}.",
                        a.text,
                        a.money,
                        a.term,
                        ", ".join(BODIES.printed(a.lead)),
                        ", ".join(BODIES.printed(a.others)),
                    ]
                    for n, a in enumerate(section.actions, 1)
                ),
            ],
            widths=(Cm(0.9), Cm(5), Cm(3.4), Cm(3), Cm(2.9), Cm(3.2)),
        )
    word.put(doc, [("h", "V. Kampanie i programy")])
    word.table(
        doc,
        [
            ["Lp.", "Nazwa", "Cel", "Realizator", "Adresat", "Czas trwania", "Sposób realizacji", "Finansowanie"],
            *(
                [f"{n}.", i.name, i.goal, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.method, i.money]
                for n, i in enumerate(PROGRAMME.initiatives, 1)
            ),
        ],
        widths=tuple(Cm(w) for w in (0.9, 2.7, 3, 2.6, 2.8, 2.1, 2.6, 2.6)),
    )
    word.put(doc, [("h", "VI. Monitoring"), *front.monitoring("Wydział Bezpieczeństwa i Ochrony Ludności")])
    word.convert(doc, path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
