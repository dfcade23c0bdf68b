"""DOCX of a county: the specific goal merged down a column, „Podmioty zaangażowane” beside „Koordynator zadania”, no list of abbreviations.

Doubtful: the goal in the merged column is the area of its actions.
"""

import bank_dev as dev
import bank_heldout as held
import front
import word
from docx.shared import Cm
from model import Programme, write_gold
from roles import area, bodies

BODIES = bodies(
    pol="Komenda Powiatowa Policji w Ostrówku",
    fire="Komenda Powiatowa PSP w Ostrówku",
    san="Państwowy Powiatowy Inspektor Sanitarny",
    bud="PINB",
)
PROGRAMME = Programme(
    unit="Powiat Ostrówecki",
    kind="powiat",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego Powiatu Ostróweckiego na lata 2026–2028",
    act="Uchwała Nr XVII/144/2025 Rady Powiatu Ostróweckiego z dnia 27 listopada 2025 r.",
    act_no="XVII/144/2025",
    date="2025-11-27",
    years=(2026, 2028),
    bodies=BODIES,
    scored=("term", "indicators"),
    layout="docx: merged goal column",
    areas=(
        area("Wzrost poczucia bezpieczeństwa mieszkańców", dev.ORDER[:1], dev.ORDER[2:4], held.STREET[1:3]),
        area("Ograniczenie liczby wypadków drogowych", dev.ROADS[:4], held.TRAFFIC[2:4]),
        area("Wsparcie rodzin dotkniętych przemocą i uzależnieniami", held.FAMILY[:3], dev.DRUGS[1:3]),
        area("Sprawny system ratowniczy", held.RESCUE[1:3], dev.FIRE[:2]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "powiat_ostrowecki")
    doc = word.new(landscape=True)
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XVII/144/2025\nRADY POWIATU OSTRÓWECKIEGO\nz dnia 27 listopada 2025 r.",
            executor="Zarządowi Powiatu",
            journal="Województwa Wielkopolskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "1. Wstęp"),
            ("p", "Program jest dokumentem kierunkowym."),
            ("h", "2. Diagnoza"),
            *front.offences((2022, 2023, 2024), "w powiecie"),
            *front.responders("powiatu"),
            ("h", "3. Cele i działania"),
        ],
    )
    body = [
        [
            one.name,
            a.text,
            ", ".join(BODIES.printed(a.lead)),
            ", ".join(BODIES.printed(a.others)),
            a.term,
            ", ".join(a.measures),
        ]
        for one in PROGRAMME.areas
        for a in one.actions
    ]
    table = word.table(
        doc,
        [
            [
                "Cel szczegółowy",
                "Działania",
                "Koordynator zadania",
                "Podmioty zaangażowane",
                "Ramy czasowe",
                "Oczekiwane rezultaty",
            ],
            *body,
        ],
        widths=(Cm(3.2), Cm(7.5), Cm(3.8), Cm(3.8), Cm(2.8), Cm(3.2)),
    )
    at = 1
    for one in PROGRAMME.areas:
        word.join(table, at, 0, at + len(one.actions) - 1, 0)
        at += len(one.actions)
    word.put(doc, [("h", "4. Monitoring"), *front.monitoring("Starostwo Powiatowe")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
