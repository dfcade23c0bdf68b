"""DOCX of a county: one table for all areas, the area merged down its rows, a header of two rows, the lead merged down neighbours.

No list of abbreviations, one is defined in brackets among the participants. Doubtful: the merged lead counts for each row it spans, as any reader of the table takes it.
"""

import bank_dev as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Programme, filled, rows, write_gold

BODIES = Bodies(
    {
        "pol": ("Komenda Powiatowa Policji", ("Komenda Powiatowa Policji",)),
        "fire": ("Komenda Powiatowa PSP", ("Komenda Powiatowa PSP",)),
        "sm": ("straże gminne", ("straże gminne",)),
        "czk": ("Wydział Bezpieczeństwa i Spraw Obywatelskich", ("Wydział Bezpieczeństwa i Spraw Obywatelskich",)),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("Zarząd Dróg Powiatowych", ("Zarząd Dróg Powiatowych",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("Powiatowy Lekarz Weterynarii", ("Powiatowy Lekarz Weterynarii",)),
        "bud": ("PINB", ("PINB",)),
        "alc": (
            "gminne komisje rozwiązywania problemów alkoholowych",
            ("gminne komisje rozwiązywania problemów alkoholowych",),
        ),
        "osp": ("OSP", ("OSP",)),
        "itd": ("Inspekcja Transportu Drogowego", ("Inspekcja Transportu Drogowego",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "word": ("WORD", ("WORD",)),
        "schools": ("szkoły", ("szkoły",)),
        "gminy": ("gminy", ("gminy",)),
        "health": ("ośrodki zdrowia", ("ośrodki zdrowia",)),
        "court": ("sąd rejonowy", ("sąd rejonowy",)),
        "edu": ("Wydział Oświaty", ("Wydział Oświaty",)),
        "env": ("Wydział Rolnictwa i Środowiska", ("Wydział Rolnictwa i Środowiska",)),
        "forest": ("nadleśnictwa", ("nadleśnictwa",)),
    }
)
WORK = rows(
    (
        "Organizacja staży i prac interwencyjnych dla osób do 30. roku życia.",
        "Powiatowy Urząd Pracy",
        "gminy, pracodawcy",
        "zgodnie z naborami",
        "liczba uczestników",
        "Fundusz Pracy",
    ),
    (
        "Targi pracy i edukacji z punktem informacyjnym służb mundurowych.",
        "Powiatowy Urząd Pracy",
        "pol, fire, schools",
        "II kwartał każdego roku",
        "liczba odwiedzających",
        "Fundusz Pracy",
    ),
    (
        "Doradztwo zawodowe dla osób opuszczających zakłady karne i pieczę zastępczą.",
        "Powiatowy Urząd Pracy",
        "soc, court",
        "na bieżąco",
        "liczba osób objętych doradztwem",
        "Fundusz Pracy",
    ),
)
HERE = {"gdzie": "na terenie powiatu", "jst": "powiatu"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


PROGRAMME = Programme(
    unit="Powiat Jaworzyński",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2026-2030",
    act="Uchwała Nr XVIII/141/2025 Rady Powiatu Jaworzyńskiego z dnia 18 grudnia 2025 roku",
    act_no="XVIII/141/2025",
    date="2025-12-18",
    years=(2026, 2030),
    bodies=BODIES,
    abbreviations=None,
    scored=("term", "indicators", "funding"),
    layout="docx: one table, merged area column",
    areas=(
        area("Bezpieczeństwo w miejscach publicznych i w miejscu zamieszkania", bank.ORDER[:4]),
        area("Przeciwdziałanie przemocy domowej", bank.HOME[:3]),
        area("Bezpieczeństwo seniorów", bank.SENIORS),
        area("Edukacja dla bezpieczeństwa", bank.YOUTH[:2], bank.YOUTH[4:], bank.ROADS[3:5]),
        area("Rynek pracy", WORK),
        area("Ochrona zdrowia ludzi i zwierząt", bank.HEALTH[:2]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "powiat_jaworzynski")
    doc = word.new(landscape=True)
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="Uchwała Nr XVIII/141/2025\nRady Powiatu Jaworzyńskiego\nz dnia 18 grudnia 2025 roku",
            executor="Zarządowi Powiatu Jaworzyńskiego",
            journal="Województwa Podkarpackiego",
            extra="w związku z art. 4 ust. 1 pkt 15 ",
        ),
    )
    word.put(
        doc,
        [
            ("p", "Przewodniczący Rady Powiatu"),
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "I. Wprowadzenie"),
            (
                "p",
                "Program opracowano przy udziale Komisji Bezpieczeństwa i Porządku działającej przy Staroście Jaworzyńskim.",
            ),
            ("h", "II. Cel główny i cele szczegółowe"),
            (
                "p",
                "Celem głównym Programu jest poprawa stanu bezpieczeństwa oraz poczucia bezpieczeństwa mieszkańców powiatu jaworzyńskiego.",
            ),
            ("p", "Cele szczegółowe:"),
            ("p", "a) zmniejszenie liczby zdarzeń drogowych,"),
            ("p", "b) ochrona osób starszych przed oszustwami,"),
            ("p", "c) poprawa współpracy gmin i służb."),
            ("h", "III. Diagnoza zagrożeń"),
            *front.offences((2023, 2024, 2025), "w powiecie jaworzyńskim"),
            ("h", "IV. Podmioty uczestniczące w realizacji Programu"),
        ],
    )
    for no, text in enumerate(
        (
            "Komenda Powiatowa Policji,",
            "Komenda Powiatowa Państwowej Straży Pożarnej,",
            "Powiatowe Centrum Pomocy Rodzinie (PCPR),",
            "gminy powiatu jaworzyńskiego,",
            "organizacje pozarządowe.",
        ),
        1,
    ):
        doc.add_paragraph(f"{no}) {text}")
    word.put(doc, [("h", "V. Zadania Programu")])
    body = []
    for no, one in enumerate(PROGRAMME.areas, 1):
        for n, a in enumerate(one.actions, 1):
            body.append(
                [
                    f"{no}. {one.name}",
                    f"{no}.{n}",
                    a.text,
                    "\n".join(BODIES.printed(a.lead)),
                    "\n".join(BODIES.printed(a.others)),
                    a.term,
                    "; ".join(a.measures),
                    a.money,
                ]
            )
    table = word.table(
        doc,
        [
            [
                "Obszar",
                "Nr",
                "Nazwa zadania",
                "Podmioty",
                "Podmioty",
                "Termin",
                "Mierniki realizacji",
                "Źródło finansowania",
            ],
            [
                "Obszar",
                "Nr",
                "Nazwa zadania",
                "wiodący",
                "współpracujące",
                "Termin",
                "Mierniki realizacji",
                "Źródło finansowania",
            ],
            *body,
        ],
        repeat=2,
        widths=(Cm(3), Cm(1.2), Cm(6), Cm(3.4), Cm(3.4), Cm(2.6), Cm(3), Cm(2.6)),
    )
    word.join(table, 0, 3, 0, 4)
    for column in (0, 1, 2, 5, 6, 7):
        word.join(table, 0, column, 1, column)
    for column in (0, 3):
        merge_equal(table, column)
    word.put(
        doc,
        [
            ("h", "VI. Monitoring"),
            *front.monitoring("Wydział Bezpieczeństwa i Spraw Obywatelskich Starostwa Powiatowego"),
        ],
    )
    word.save(doc, path.with_suffix(".docx"))


def merge_equal(table, column):
    """Merge neighbours down a column that say the same, inside one area."""
    texts = [(row.cells[0].text, row.cells[column].text) for row in table.rows]
    start = 2
    for end in range(3, len(texts) + 1):
        if end == len(texts) or texts[end] != texts[start]:
            if end - start > 1:
                word.join(table, start, column, end - 1, column)
            start = end


if __name__ == "__main__":
    build()
