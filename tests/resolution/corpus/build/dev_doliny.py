"""TXT of a county as `pdftotext -layout` gives it: columns of spaces, page feeds, running headers, page numbers, wrapped cells.

The text is made once from a PDF and the pages are kept as that tool leaves them. Doubtful: words broken over lines have no hyphens here.
"""

import subprocess
import tempfile
from pathlib import Path

import bank_dev as bank
import front
import typeset
from model import Area, Bodies, Programme, filled, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Dolinach",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Dolinach",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Dolinach",
    "ZDP": "Zarząd Dróg Powiatowych w Dolinach",
    "PCZK": "Powiatowe Centrum Zarządzania Kryzysowego",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny w Dolinach",
    "PLW": "Powiatowy Lekarz Weterynarii w Dolinach",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego w Dolinach",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("KPP",)),
        "fire": ("KP PSP", ("KP PSP",)),
        "sm": ("Straż Miejska w Dolinach", ("Straż Miejska w Dolinach",)),
        "czk": ("PCZK", ("PCZK",)),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PPIS", ("PPIS",)),
        "vet": ("PLW", ("PLW",)),
        "bud": ("PINB", ("PINB",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "osp": ("OSP", ("OSP",)),
        "itd": ("ITD", ("ITD",)),
        "ngo": ("NGO", ("NGO",)),
        "word": ("WORD", ("WORD",)),
        "schools": ("szkoły", ("szkoły",)),
        "gminy": ("gminy", ("gminy",)),
        "health": ("ZOZ", ("ZOZ",)),
        "court": ("sąd rejonowy", ("sąd rejonowy",)),
        "edu": ("Wydział Edukacji", ("Wydział Edukacji",)),
        "env": ("gminy", ("gminy",)),
        "forest": ("nadleśnictwa", ("nadleśnictwa",)),
    }
)
HERE = {"gdzie": "na terenie powiatu dolińskiego", "jst": "powiatu"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


PROGRAMME = Programme(
    unit="Powiat Doliński",
    kind="powiat",
    title="Powiatowy program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego na lata 2023-2027",
    act="Uchwała Nr XLVI/310/2022 Rady Powiatu Dolińskiego z dnia 29 grudnia 2022 r.",
    act_no="XLVI/310/2022",
    date="2022-12-29",
    years=(2023, 2027),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term",),
    layout="txt: columns of spaces",
    areas=(
        area("Bezpieczeństwo obywateli", bank.ORDER),
        area("Problemy społeczne", bank.DRUGS, bank.HOME[:2]),
        area("Ruch drogowy", bank.ROADS),
        area("Zagrożenia pożarowe, sanitarne i budowlane", bank.FIRE[:3], bank.HEALTH[:2], bank.HEALTH[3:4]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "powiat_dolinski")
    out = [
        typeset.page(header="Powiatowy program zapobiegania przestępczości – Powiat Doliński", numbers="1", size="10pt")
        .replace("hyphenate: true", "hyphenate: false")
        .replace("justify: true", "justify: false")
    ]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR XLVI/310/2022\nRADY POWIATU DOLIŃSKIEGO\nz dnia 29 grudnia 2022 r.",
                executor="Zarządowi Powiatu",
                journal="Województwa Lubelskiego",
            )
        )
    )
    out.append(
        typeset.blocks(
            [
                ("break", ""),
                ("title", PROGRAMME.title.upper()),
                ("h", "I. DIAGNOZA"),
                *front.offences((2019, 2020, 2021), "w powiecie dolińskim"),
                ("h", "II. WYKAZ SKRÓTÓW"),
            ]
        )
    )
    out.append(
        "#v(1em)\n" + " \\\n".join(f"{typeset.escaped(a)} -- {typeset.escaped(b)}" for a, b in LIST.items()) + "\n"
    )
    out.append(typeset.blocks([("h", "III. KIERUNKI DZIAŁAŃ")]))
    for no, one in enumerate(PROGRAMME.areas, 1):
        out.append(typeset.blocks([("h2", f"{no}. {one.name}")]))
        out.append(
            "#set table(inset: (x: 9pt, y: 5pt))\n"
            + typeset.table(
                [
                    ["Lp.", "Nazwa zadania", "Realizujący", "Współrealizujący", "Termin"],
                    *(
                        [
                            f"{n}.",
                            a.text,
                            ", ".join(BODIES.printed(a.lead)),
                            ", ".join(BODIES.printed(a.others)),
                            a.term,
                        ]
                        for n, a in enumerate(one.actions, 1)
                    ),
                ],
                columns="(1.1cm, 1fr, 2.9cm, 3.6cm, 3.6cm)",
            )
        )
    out.append(
        typeset.blocks([("h", "IV. SPRAWOZDAWCZOŚĆ"), *front.monitoring("Powiatowe Centrum Zarządzania Kryzysowego")])
    )
    with tempfile.TemporaryDirectory() as folder:
        pdf = typeset.write("\n".join(out), Path(folder) / "d.pdf")
        subprocess.run(["pdftotext", "-layout", pdf, path.with_suffix(".txt")], check=True)


if __name__ == "__main__":
    build()
