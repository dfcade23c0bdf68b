"""DOCX of a city: task cards whose top row spans both columns („KARTA ZADANIA NR 3”); the area is a row of each card and no heading.

Doubtful: a card's „Uzasadnienie” is neither text nor measure.
"""

import word
from docx.shared import Cm
from fresh import ORDER, SENIOR, YOUTH, area, bodies, path_of
from model import MARK, Programme

BODIES = bodies(
    pol="Komenda Miejska Policji w Dębogórze",
    fire="Komenda Miejska PSP w Dębogórze",
    sm="Straż Miejska w Dębogórze",
    soc="Miejski Ośrodek Pomocy Społecznej",
    road="Zarząd Dróg Miejskich",
    office="Wydział Bezpieczeństwa Urzędu Miasta",
    env="Wydział Ochrony Środowiska Urzędu Miasta",
    gminy="zarządy osiedli",
    library="Miejska Biblioteka Publiczna",
)
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego „Bezpieczna Dębogóra” na lata 2025–2028"
PROGRAMME = Programme(
    unit="Miasto Dębogóra",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr XII/201/2025 Rady Miasta Dębogóry z dnia 27 marca 2025 r.",
    act_no="XII/201/2025",
    date="2025-03-27",
    years=(2025, 2028),
    bodies=BODIES,
    abbreviations={},
    scored=("term", "indicators", "funding"),
    layout="docx: cards with the area as a row",
    areas=(
        area("Porządek w przestrzeni miejskiej", *ORDER[4:7], ORDER[9]),
        area("Młodzi mieszkańcy", YOUTH[0], *YOUTH[4:7]),
        area("Bezpieczny senior", *SENIOR[:3], SENIOR[4]),
    ),
)
WHY = (
    "Wniosek zgłoszony w badaniu ankietowym mieszkańców.",
    "Potrzeba wskazana w sprawozdaniu za rok 2024.",
    "Zalecenie Komisji Bezpieczeństwa i Porządku.",
)


def build():
    path = path_of(PROGRAMME, "miasto_debogora")
    doc = word.new(header="Bezpieczna Dębogóra 2025–2028")
    word.put(
        doc,
        [
            ("p", MARK),
            ("p", "Załącznik\ndo Uchwały Nr XII/201/2025\nRady Miasta Dębogóry\nz dnia 27 marca 2025 r."),
            ("title", TITLE),
            ("h", "1. Informacje ogólne"),
            (
                "p",
                "Program opracowano w Wydziale Bezpieczeństwa Urzędu Miasta na podstawie art. 12 pkt 9b w związku z art. 92 ust. 1 pkt 1 ustawy o samorządzie powiatowym.",
            ),
            ("h", "2. Główne zagrożenia"),
            ("p", "a) dewastacja mienia komunalnego,"),
            ("p", "b) oszustwa, których ofiarami padają osoby starsze,"),
            ("p", "c) sięganie przez nieletnich po alkohol i środki psychoaktywne."),
            ("h", "3. Karty zadań"),
            (
                "p",
                "Zadania ujęto w kartach. Każda karta wskazuje obszar problemowy, którego dotyczy, oraz jednostki zaangażowane w wykonanie.",
            ),
        ],
    )
    number = 0
    for one in PROGRAMME.areas:
        for a in one.actions:
            number += 1
            top = f"KARTA ZADANIA NR {number}"
            made = word.table(
                doc,
                [
                    [top, top],
                    ["Obszar problemowy", one.name],
                    ["Zadanie", a.text],
                    ["Uzasadnienie", WHY[number % 3]],
                    ["Koordynator", ", ".join(BODIES.printed(a.lead))],
                    ["Współrealizatorzy", "\n".join(BODIES.printed(a.others))],
                    ["Okres realizacji", a.term],
                    ["Wskaźniki realizacji", "\n".join(a.measures)],
                    ["Źródło finansowania", a.money],
                ],
                widths=(Cm(4.5), Cm(12.5)),
                repeat=0,
            )
            word.join(made, 0, 0, 0, 1)
            doc.add_paragraph("")
    word.put(
        doc,
        [
            ("h", "4. Sprawozdawczość"),
            ("p", "Koordynatorzy zadań składają sprawozdanie do Wydziału Bezpieczeństwa w terminie do końca lutego."),
        ],
    )
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
