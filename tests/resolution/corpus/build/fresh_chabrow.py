"""DOCX of a county, portrait: „Zagadnienie 1” with a sentence of its aim, then a table whose deadline stands first and whose performers last.

Doubtful: the sentence of the aim belongs neither to the area's name nor to an action.
"""

import word
from docx.shared import Cm
from fresh import FAMILY, ORDER, RESCUE, ROADS, area, bodies, path_of
from model import MARK, Programme

LIST = {
    "KPP": "Komenda Powiatowa Policji w Chabrowie",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Chabrowie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Chabrowie",
    "PZD": "Powiatowy Zarząd Dróg w Chabrowie",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Chabrowie",
    "PIW": "Powiatowy Inspektorat Weterynarii w Chabrowie",
    "SP": "Starostwo Powiatowe w Chabrowie",
}
BODIES = bodies(pol="KPP", fire="KP PSP", soc="PCPR", road="PZD", san="PSSE", vet="PIW", office="SP")
TITLE = "Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2026–2029"
PROGRAMME = Programme(
    unit="Powiat Chabrowski",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr XIX/144/2025 Rady Powiatu Chabrowskiego z dnia 18 grudnia 2025 r.",
    act_no="XIX/144/2025",
    date="2025-12-18",
    years=(2026, 2029),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="docx: deadline first, performers last",
    areas=(
        area("Bezpieczeństwo w miejscach wypoczynku i zamieszkania", *ORDER[:4], ORDER[7]),
        area("Przeciwdziałanie przemocy i uzależnieniom", *FAMILY[:4]),
        area("Bezpieczeństwo uczestników ruchu drogowego", *ROADS[:3], ROADS[4]),
        area("Ochrona przeciwpożarowa i bezpieczeństwo sanitarne", RESCUE[0], *RESCUE[4:7]),
    ),
)
AIMS = (
    "ograniczenie liczby zdarzeń uciążliwych dla mieszkańców i turystów.",
    "zmniejszenie skali przemocy domowej oraz poprawa dostępu do pomocy.",
    "spadek liczby wypadków i ich ofiar o 10% do końca 2029 r.",
    "skrócenie czasu dojazdu do zdarzeń oraz poprawa warunków sanitarnych.",
)


def build():
    path = path_of(PROGRAMME, "powiat_chabrowski")
    doc = word.new(header="Program – Powiat Chabrowski")
    word.put(
        doc,
        [
            ("p", MARK),
            ("title", "UCHWAŁA NR XIX/144/2025"),
            ("title", "RADY POWIATU CHABROWSKIEGO"),
            ("title", "z dnia 18 grudnia 2025 r."),
            ("p", f"w sprawie przyjęcia „{TITLE}”"),
            (
                "p",
                "Na podstawie art. 4 ust. 1 pkt 15 i art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym Rada Powiatu uchwala, co następuje:",
            ),
            ("p", "§ 1. Przyjmuje się Program w brzmieniu określonym w załączniku do uchwały."),
            ("p", "§ 2. Wykonanie uchwały powierza się Staroście Chabrowskiemu."),
            ("p", "§ 3. Uchwała wchodzi w życie z dniem podjęcia."),
            ("break", ""),
            ("p", "Załącznik do uchwały Nr XIX/144/2025 Rady Powiatu Chabrowskiego z dnia 18 grudnia 2025 r."),
            ("title", TITLE),
            ("h", "Rozdział 1. Wprowadzenie"),
            (
                "p",
                "Powiat chabrowski leży w pasie pojezierzy, a liczba osób przebywających w nim latem wzrasta dwukrotnie. Program powstał w oparciu o wnioski Policji, Państwowej Straży Pożarnej, gmin i powiatowych jednostek organizacyjnych.",
            ),
            ("h", "Rozdział 2. Użyte skróty"),
            *(("p", f"{abbr} – {name}") for abbr, name in LIST.items()),
            ("h", "Rozdział 3. Stan bezpieczeństwa w liczbach"),
            (
                "table",
                [
                    ["Wyszczególnienie", "2023", "2024"],
                    ["Wypadki drogowe", "41", "37"],
                    ["Pożary", "188", "203"],
                    ["Niebieskie Karty", "97", "112"],
                ],
            ),
            ("h", "Rozdział 4. Zagadnienia i przedsięwzięcia"),
        ],
    )
    for no, (one, aim) in enumerate(zip(PROGRAMME.areas, AIMS, strict=True), 1):
        word.put(doc, [("h2", f"Zagadnienie {no}: {one.name}"), ("p", f"Zamierzony cel: {aim}")])
        rows = [
            [
                "Lp.",
                "Okres wykonania",
                "Przedsięwzięcie",
                "Sposób oceny wykonania",
                "Jednostka prowadząca",
                "Jednostki wspierające",
            ]
        ]
        for n, a in enumerate(one.actions, 1):
            rows.append(
                [
                    f"{n}.",
                    a.term,
                    a.text,
                    "\n".join(f"– {m}" for m in a.measures),
                    ", ".join(BODIES.printed(a.lead)),
                    ", ".join(BODIES.printed(a.others)),
                ]
            )
        word.table(doc, rows, widths=tuple(Cm(w) for w in (1, 2.7, 5.6, 3.2, 2.2, 2.7)))
    word.put(
        doc,
        [
            ("h", "Rozdział 5. Postanowienia końcowe"),
            (
                "p",
                "Jednostki prowadzące przekazują Starostwu informację o wykonaniu zadań do 31 stycznia każdego roku.",
            ),
        ],
    )
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
