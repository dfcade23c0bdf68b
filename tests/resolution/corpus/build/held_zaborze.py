"""PDF of a county by Typst: task cards as ruled tables of two columns, cut by page breaks, labels in other words, numbers „Zadanie I.1”.

Doubtful: „Uzasadnienie” on a card is no scored field; „Koszt szacunkowy” is money.
"""

import bank_heldout as bank
import front
import typeset
from model import Area, Bodies, Programme, filled, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Zaborzu",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Zaborzu",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Zaborzu",
    "ZDP": "Zarząd Dróg Powiatowych w Zaborzu",
    "WBiZK": "Wydział Bezpieczeństwa i Zarządzania Kryzysowego Starostwa Powiatowego w Zaborzu",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Zaborzu",
    "PIWet": "Powiatowy Inspektorat Weterynarii w Zaborzu",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego w Zaborzu",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("Komenda Powiatowa Policji w Zaborzu", "KPP")),
        "fire": ("KP PSP", ("KP PSP",)),
        "czk": ("WBiZK", ("WBiZK",)),
        "soc": ("PCPR", ("Powiatowe Centrum Pomocy Rodzinie w Zaborzu", "PCPR")),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIWet", ("PIWet",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("urzędy gmin", ("urzędy gmin",)),
        "edu": ("PPP", ("PPP",)),
        "sm": ("straż gminna", ("straż gminna",)),
        "schools": ("dyrektorzy szkół", ("dyrektorzy szkół",)),
        "ngo": ("stowarzyszenia", ("stowarzyszenia",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("ośrodki zdrowia", ("ośrodki zdrowia",)),
        "court": ("sąd rejonowy", ("sąd rejonowy",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "forest": ("nadleśnictwo", ("nadleśnictwo",)),
        "env": ("urzędy gmin", ("urzędy gmin",)),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="powiatu")))


PROGRAMME = Programme(
    unit="Powiat Zaborski",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Powiatu Zaborskiego na lata 2024–2026",
    act="Uchwała Nr LI/390/2024 Rady Powiatu Zaborskiego z dnia 29 lutego 2024 r.",
    act_no="LI/390/2024",
    date="2024-02-29",
    years=(2024, 2026),
    bodies=BODIES,
    abbreviations=LIST,
    layout="pdf (Typst): task cards as ruled tables",
    areas=(
        area("Porządek i spokój publiczny", bank.STREET[1:4], bank.ELDER[1:2]),
        area("Profilaktyka społeczna", bank.FAMILY[:2], bank.ADDICT[1:3], bank.YOUNG[3:4]),
        area("Ruch drogowy", bank.TRAFFIC[:2], bank.TRAFFIC[4:5]),
        area("Ochrona ludności", bank.RESCUE[1:4], bank.SANIT[1:3]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_zaborski")
    out = [typeset.page(header="Program – Powiat Zaborski", numbers="Strona 1", size="10pt")]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR LI/390/2024\nRADY POWIATU ZABORSKIEGO\nz dnia 29 lutego 2024 r.",
                executor="Zarządowi Powiatu",
                journal="Województwa Śląskiego",
            )
        )
    )
    out.append(
        typeset.blocks(
            [
                ("break", ""),
                ("title", PROGRAMME.title),
                ("h", "Ocena stanu bezpieczeństwa"),
                *front.offences((2021, 2022, 2023), "w powiecie"),
                ("h", "Wykaz skrótów"),
            ]
        )
    )
    out.append(
        typeset.table(
            [["L.p.", "Skrót", "Pełna nazwa podmiotu"], *([f"{n}.", a, b] for n, (a, b) in enumerate(LIST.items(), 1))]
        )
    )
    out.append(typeset.blocks([("h", "Zadania")]))
    for no, one in enumerate(PROGRAMME.areas, 1):
        roman = ("I", "II", "III", "IV")[no - 1]
        out.append(typeset.blocks([("h2", f"OBSZAR {roman}. {one.name}")]))
        for n, a in enumerate(one.actions, 1):
            out.append(
                typeset.table(
                    [
                        [f"Zadanie {roman}.{n}", a.text],
                        ["Uzasadnienie", "Wnioski z ankiety oraz z posiedzeń Komisji Bezpieczeństwa i Porządku."],
                        ["Realizator wiodący", ", ".join(BODIES.printed(a.lead))],
                        ["Współrealizatorzy", ", ".join(BODIES.printed(a.others)) or "brak"],
                        ["Harmonogram", a.term],
                        ["Miernik osiągnięcia", "; ".join(a.measures)],
                        ["Koszt szacunkowy i źródło", a.money or "brak"],
                    ],
                    columns="(4.2cm, 1fr)",
                    header=0,
                ).replace("table.header(),\n", "")
                + "#v(0.6em)\n"
            )
    out.append(
        typeset.blocks([("h", "Sprawozdania"), *front.monitoring("Wydział Bezpieczeństwa i Zarządzania Kryzysowego")])
    )
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
