"""PDF of a county by Typst: a ruled landscape table with the area in a cell that spans its rows over page breaks, centred text, grey header.

Doubtful: none.
"""

import bank_dev as dev
import bank_heldout as held
import front
import typeset
from model import Programme, write_gold
from roles import area, bodies

LIST = {
    "KPP": "Komenda Powiatowa Policji w Skalniku",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Skalniku",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Skalniku",
    "PZD": "Powiatowy Zarząd Dróg w Skalniku",
    "PUP": "Powiatowy Urząd Pracy w Skalniku",
    "WZK": "Wydział Zarządzania Kryzysowego",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny w Skalniku",
    "PINB": "Powiatowy Inspektor Nadzoru Budowlanego w Skalniku",
}
BODIES = bodies(
    pol=("KPP", "KPP"),
    fire=("KP PSP", "KP PSP"),
    soc=("PCPR", "PCPR"),
    road=("PZD", "PZD"),
    czk=("WZK", "WZK"),
    san=("PPIS", "PPIS"),
    bud=("PINB", "PINB"),
)
PROGRAMME = Programme(
    unit="Powiat Skalnicki",
    kind="powiat",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego Powiatu Skalnickiego na lata 2025–2028",
    act="Uchwała Nr X/72/2025 Rady Powiatu Skalnickiego z dnia 20 lutego 2025 r.",
    act_no="X/72/2025",
    date="2025-02-20",
    years=(2025, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="pdf (Typst): area cell spanning rows",
    areas=(
        area("Porządek publiczny", dev.ORDER[:5], held.STREET[3:5]),
        area("Rodzina", held.FAMILY, dev.HOME[3:]),
        area("Drogi", dev.ROADS, held.TRAFFIC[5:]),
        area("Ochrona ludności", dev.FIRE, held.RESCUE[2:4]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "powiat_skalnicki")
    out = [typeset.page(header="Program bezpieczeństwa Powiatu Skalnickiego", flipped=True, numbers="1/1", size="9pt")]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR X/72/2025\nRADY POWIATU SKALNICKIEGO\nz dnia 20 lutego 2025 r.",
                executor="Zarządowi Powiatu",
                journal="Województwa Małopolskiego",
            )
        )
    )
    out.append(
        typeset.blocks(
            [
                ("break", ""),
                ("title", PROGRAMME.title),
                ("h", "1. Diagnoza"),
                *front.offences((2022, 2023, 2024), "w powiecie"),
                ("h", "2. Wykaz skrótów"),
            ]
        )
    )
    out.append(
        typeset.table([["Lp.", "Skrót", "Pełna nazwa"], *([f"{n}", a, b] for n, (a, b) in enumerate(LIST.items(), 1))])
    )
    out.append(typeset.blocks([("h", "3. Zadania")]))
    lines = [
        "#[#set par(justify: false)\n#table(columns: (3cm, 1.2cm, 1fr, 2.6cm, 4.2cm, 3.4cm, 4cm), align: (x, y) => if y == 0 or x < 2 { center + horizon } else { left }, fill: (x, y) => if y == 0 { luma(220) }, "
        "table.header([*Obszar*], [*Nr*], [*Zadanie*], [*Jednostka wiodąca*], [*Jednostki współdziałające*], [*Termin realizacji*], [*Mierniki*]),"
    ]
    for no, one in enumerate(PROGRAMME.areas, 1):
        lines.append(f"table.cell(rowspan: {len(one.actions)})[{no}. {typeset.escaped(one.name)}],")
        for n, a in enumerate(one.actions, 1):
            lines.append(
                "".join(
                    f"[{typeset.escaped(cell)}], "
                    for cell in (
                        f"{no}.{n}",
                        a.text,
                        ", ".join(BODIES.printed(a.lead)),
                        ", ".join(BODIES.printed(a.others)),
                        a.term,
                        "; ".join(a.measures),
                    )
                )
            )
    out.append("\n".join(lines) + ")]\n")
    out.append(typeset.blocks([("h", "4. Monitoring"), *front.monitoring("Wydział Zarządzania Kryzysowego")]))
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
