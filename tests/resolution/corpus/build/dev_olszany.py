"""PDF of a county by Typst: tables without any rulings, areas as bands inside one long table, partners in the genitive („przy udziale”).

The county has a list of abbreviations in which the names stand in full; the last column prints them inflected. Doubtful: „gmin”, „szkół” in the
genitive; a careful human writes „gminy”, „szkoły”, so the gold does.
"""

import bank_dev as bank
import front
import typeset
from model import Area, Bodies, Programme, filled, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Olszanach",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Olszanach",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Olszanach",
    "PZD": "Powiatowy Zarząd Dróg w Olszanach",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Olszanach",
    "PIWet": "Powiatowy Inspektorat Weterynarii w Olszanach",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego w Olszanach",
    "WZK": "Wydział Zarządzania Kryzysowego Starostwa Powiatowego w Olszanach",
    "GKRPA": "gminne komisje rozwiązywania problemów alkoholowych",
}
#: forms in the nominative for those responsible, in the genitive for „przy udziale”
LEAD = Bodies(
    {
        "pol": ("KPP", ("KPP", "Komenda Powiatowa Policji")),
        "fire": ("KP PSP", ("Komenda Powiatowa PSP", "KP PSP")),
        "sm": ("straże gminne", ("straże gminne",)),
        "czk": ("WZK", ("WZK",)),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("PZD", ("PZD",)),
        "san": ("PSSE", ("PSSE", "Powiatowa Stacja Sanitarno-Epidemiologiczna")),
        "vet": ("PIWet", ("PIWet",)),
        "bud": ("PINB", ("PINB",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "schools": ("szkoły", ("szkoły",)),
        "gminy": ("gminy", ("gminy",)),
        "osp": ("OSP", ("OSP",)),
        "itd": ("ITD", ("ITD",)),
        "edu": ("Wydział Edukacji", ("Wydział Edukacji",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "court": ("kuratorzy sądowi", ("kuratorzy sądowi",)),
        "word": ("WORD", ("WORD",)),
        "health": ("podmioty lecznicze", ("podmioty lecznicze",)),
        "forest": ("nadleśnictwa", ("nadleśnictwa",)),
    }
)
GENITIVE = Bodies(
    {
        **LEAD.table,
        "pol": ("KPP", ("Komendy Powiatowej Policji", "KPP")),
        "fire": ("KP PSP", ("Komendy Powiatowej Państwowej Straży Pożarnej",)),
        "soc": ("PCPR", ("Powiatowego Centrum Pomocy Rodzinie",)),
        "san": ("PSSE", ("Powiatowej Stacji Sanitarno-Epidemiologicznej",)),
        "bud": ("PINB", ("Powiatowego Inspektoratu Nadzoru Budowlanego",)),
        "alc": ("GKRPA", ("gminnych komisji rozwiązywania problemów alkoholowych",)),
        "road": ("PZD", ("Powiatowego Zarządu Dróg",)),
    }
)
HERE = {"gdzie": "w powiecie", "jst": "powiatu"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


PROGRAMME = Programme(
    unit="Powiat Olszański",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2022-2025",
    act="Uchwała Nr XXXIV/225/21 Rady Powiatu Olszańskiego z dnia 21 grudnia 2021 r.",
    act_no="XXXIV/225/21",
    date="2021-12-21",
    years=(2022, 2025),
    bodies=LEAD,
    abbreviations=LIST,
    scored=("term",),
    layout="pdf (Typst): no rulings, bands of areas",
    areas=(
        area("BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH", bank.ORDER[:1] + bank.ORDER[4:5]),
        area("BEZPIECZEŃSTWO W RUCHU DROGOWYM", bank.ROADS[1:4]),
        area("PRZECIWDZIAŁANIE PRZEMOCY I UZALEŻNIENIOM", bank.HOME[2:3], bank.DRUGS[:2], bank.DRUGS[4:]),
        area("BEZPIECZEŃSTWO POŻAROWE I BUDOWLANE", bank.FIRE[:2], bank.HEALTH[3:4]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "powiat_olszanski")
    out = [typeset.page(header="Dziennik Urzędowy Województwa – Poz. 154", numbers="– 1 –", size="9.5pt")]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR XXXIV/225/21\nRADY POWIATU OLSZAŃSKIEGO\nz dnia 21 grudnia 2021 r.",
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
                ("h", "I. Ocena zagrożeń"),
                *front.offences((2018, 2019, 2020), "w powiecie olszańskim"),
                ("h", "II. Wykaz skrótów"),
            ]
        )
    )
    out.append(typeset.table([["Skrót", "Nazwa pełna"], *LIST.items()], stroke="none"))
    out.append(typeset.blocks([("h", "III. Zadania")]))
    lines = [
        "#[#set par(justify: false)\n#table(columns: (0.8cm, 1fr, 3cm, 4.4cm, 3cm), stroke: none, inset: 5pt, "
        "table.header([*Lp.*], [*Treść zadania*], [*Wykonawca*], [*Przy udziale*], [*Termin wykonania*]),"
    ]
    for no, one in enumerate(PROGRAMME.areas, 1):
        lines.append(f"table.cell(colspan: 5, align: center)[*{'I' * no if no < 4 else 'IV'}. {one.name}*],")
        for n, a in enumerate(one.actions, 1):
            cells = (f"{n}.", a.text, ", ".join(LEAD.printed(a.lead)), ", ".join(genitive(a.others)), a.term)
            lines.append("".join(f"[{typeset.escaped(cell)}], " for cell in cells))
    out.append("\n".join(lines) + ")]\n")
    out.append(
        typeset.blocks([("h", "IV. Realizacja i kontrola"), *front.monitoring("Wydział Zarządzania Kryzysowego")])
    )
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


def genitive(keys):
    ends = {
        "gminy": "gmin",
        "szkoły": "szkół",
        "organizacje pozarządowe": "organizacji pozarządowych",
        "straże gminne": "straży gminnych",
        "kuratorzy sądowi": "kuratorów sądowych",
    }
    return [ends.get(name, name) for name in GENITIVE.printed(keys)]


if __name__ == "__main__":
    build()
