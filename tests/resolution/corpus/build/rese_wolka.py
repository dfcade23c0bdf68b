"""DOCX of a county: „Obszar | Zadania | Realizatorzy”, one row an area, its actions a list inside the cell, bodies for all of them.

Doubtful: every action of the cell has all bodies of its row; there is nothing finer in the document.
"""

import bank_dev as dev
import bank_heldout as held
import front
import word
from docx.shared import Cm
from model import Action, Area, Programme, write_gold
from roles import area, bodies

BODIES = bodies(
    pol="KPP", fire="KP PSP", czk="Wydział Organizacyjny Starostwa", road="ZDP", san="PSSE", vet="PIW", bud="PINB"
)


def shared(one, lead, others):
    return Area(one.name, tuple(Action(a.text, lead, others) for a in one.actions))


PROGRAMME = Programme(
    unit="Powiat Wólczański",
    kind="powiat",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego w Powiecie Wólczańskim na lata 2025–2030",
    act="Uchwała Nr XV/101/2025 Rady Powiatu Wólczańskiego z dnia 25 września 2025 r.",
    act_no="XV/101/2025",
    date="2025-09-25",
    years=(2025, 2030),
    bodies=BODIES,
    scored=(),
    layout="docx: one row an area, actions as a list in its cell",
    areas=(
        shared(area("Bezpieczeństwo i porządek publiczny", dev.ORDER[:4], held.STREET[1:2]), ("pol",), ("sm", "gminy")),
        shared(
            area("Bezpieczeństwo dzieci i młodzieży", dev.YOUTH[:2], held.YOUNG[1:4]),
            ("schools", "pol"),
            ("edu", "soc", "ngo"),
        ),
        shared(area("Bezpieczeństwo w ruchu drogowym", dev.ROADS[:4]), ("road", "pol"), ("itd", "gminy")),
        shared(
            area("Bezpieczeństwo pożarowe i sanitarne", dev.FIRE[:3], held.SANIT[:2]),
            ("fire", "san", "vet"),
            ("osp", "gminy"),
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "powiat_wolczanski")
    doc = word.new()
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="Uchwała Nr XV/101/2025\nRady Powiatu Wólczańskiego\nz dnia 25 września 2025 r.",
            executor="Zarządowi Powiatu",
            journal="Województwa Lubelskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "I. Wprowadzenie"),
            ("p", "Program wyznacza kierunki współpracy podmiotów powiatu."),
            ("h", "II. Diagnoza"),
            *front.offences((2022, 2023, 2024), "w powiecie"),
            ("h", "III. Zadania"),
        ],
    )
    table = word.table(
        doc,
        [
            ["Obszar", "Zadania", "Realizatorzy", "Podmioty współpracujące"],
            *(
                [
                    one.name,
                    "",
                    ", ".join(BODIES.printed(one.actions[0].lead)),
                    ", ".join(BODIES.printed(one.actions[0].others)),
                ]
                for one in PROGRAMME.areas
            ),
        ],
        widths=(Cm(3.2), Cm(9), Cm(2.8), Cm(3)),
    )
    for row, one in zip(table.rows[1:], PROGRAMME.areas, strict=True):
        count = word.numbering(doc)
        cell = row.cells[1]
        for n, a in enumerate(one.actions):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.add_run(a.text)
            word.numbered(paragraph, count)
    word.put(doc, [("h", "IV. Monitoring"), *front.monitoring("Wydział Organizacyjny Starostwa")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
