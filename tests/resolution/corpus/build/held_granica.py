"""TXT of a county as `pdftotext -layout` gives it: a harmonogram of six narrow columns, landscape, and initiatives in a table of spaces.

Doubtful: words that the setting divided at line ends have their hyphens taken away in the gold.
"""

import subprocess
import tempfile
from pathlib import Path

import bank_heldout as bank
import front
import typeset
from model import Area, Bodies, Initiative, Programme, filled, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Granicy",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Granicy",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Granicy",
    "ZDP": "Zarząd Dróg Powiatowych w Granicy",
    "SP": "Starostwo Powiatowe w Granicy",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Granicy",
    "PIW": "Powiatowy Inspektorat Weterynarii w Granicy",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego w Granicy",
    "SG": "Straż Graniczna",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("KPP",)),
        "fire": ("KP PSP", ("KP PSP",)),
        "czk": ("SP", ("SP",)),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("gminy", ("gminy",)),
        "edu": ("SP", ("SP",)),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("NGO", ("NGO",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("szpital", ("szpital",)),
        "court": ("kuratorzy", ("kuratorzy",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "forest": ("nadleśnictwa", ("nadleśnictwa",)),
        "env": ("gminy", ("gminy",)),
        "sm": ("SG", ("SG", "Straż Graniczna")),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="powiatu")))


PROGRAMME = Programme(
    unit="Powiat Graniczny",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego Powiatu Granicznego na lata 2025-2027",
    act="Uchwała Nr XII/90/2025 Rady Powiatu Granicznego z dnia 24 kwietnia 2025 r.",
    act_no="XII/90/2025",
    date="2025-04-24",
    years=(2025, 2027),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="txt: six columns of spaces, initiatives",
    areas=(
        area("Bezpieczeństwo publiczne", bank.STREET[:3], bank.STREET[5:]),
        area("Rodzina i młodzież", bank.YOUNG[1:4], bank.FAMILY[:3]),
        area("Komunikacja", bank.TRAFFIC[2:]),
        area("Ratownictwo i zdrowie", bank.RESCUE[:3], bank.SANIT[:2]),
    ),
    initiatives=(
        Initiative(
            "Bezpieczna granica",
            "Ograniczenie przemytu i nielegalnego handlu.",
            ("sm", "pol"),
            "mieszkańcy strefy nadgranicznej",
            "2025-2027",
            ("2025", "2027"),
            "Wspólne patrole, spotkania z sołtysami.",
        ),
        Initiative(
            "Rowerem do celu",
            "Nauka bezpiecznej jazdy rowerem.",
            ("pol", "schools"),
            "uczniowie klas IV",
            "2025-2026",
            ("2025", "2026"),
            "Zajęcia praktyczne na torze.",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_graniczny")
    out = [
        typeset.page(
            header="Id: 7C2A-11F0. Uchwalony", numbers="Strona 1", size="9pt", flipped=True, font="DejaVu Sans"
        ).replace("justify: true", "justify: false")
    ]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR XII/90/2025\nRADY POWIATU GRANICZNEGO\nz dnia 24 kwietnia 2025 r.",
                executor="Zarządowi Powiatu",
                journal="Województwa Podlaskiego",
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
                ("h", "2. Skróty"),
            ]
        )
    )
    out.append("#set table(inset: (x: 9pt, y: 5pt))\n" + typeset.table([["Skrót", "Pełna nazwa"], *LIST.items()]))
    out.append(typeset.blocks([("h", "3. Harmonogram")]))
    for no, one in enumerate(PROGRAMME.areas, 1):
        out.append(typeset.blocks([("h2", f"Obszar {no}: {one.name}")]))
        out.append(
            typeset.table(
                [
                    ["Lp.", "Zadanie", "Realizator", "Współpraca", "Termin", "Wskaźnik"],
                    *(
                        [
                            f"{n}",
                            a.text,
                            ", ".join(BODIES.printed(a.lead)),
                            ", ".join(BODIES.printed(a.others)),
                            a.term,
                            "; ".join(a.measures),
                        ]
                        for n, a in enumerate(one.actions, 1)
                    ),
                ],
                columns="(1.2cm, 1fr, 3cm, 4cm, 4cm, 5cm)",
            )
        )
    out.append(typeset.blocks([("h", "4. Programy")]))
    out.append(
        typeset.table(
            [
                ["Lp.", "Nazwa programu", "Cel programu", "Realizator", "Adresaci", "Okres", "Sposób realizacji"],
                *(
                    [f"{n}", i.name, i.goal, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.method]
                    for n, i in enumerate(PROGRAMME.initiatives, 1)
                ),
            ],
            columns="(1.2cm, 3.6cm, 1fr, 3cm, 4cm, 3cm, 5cm)",
        )
    )
    out.append(typeset.blocks([("h", "5. Monitoring"), *front.monitoring("Starostwo Powiatowe")]))
    with tempfile.TemporaryDirectory() as folder:
        pdf = typeset.write("\n".join(out), Path(folder) / "d.pdf")
        subprocess.run(["pdftotext", "-layout", pdf, path.with_suffix(".txt")], check=True)


if __name__ == "__main__":
    build()
