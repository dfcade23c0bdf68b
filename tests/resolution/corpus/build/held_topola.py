"""PDF of a county by Typst: horizontal rules only, no numbers of actions, two-line headers, areas as headings „Obszar priorytetowy”.

Doubtful: actions without numbers are counted in their order.
"""

import bank_heldout as bank
import front
import typeset
from model import Area, Bodies, Programme, filled, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Topolinie",
    "KPPSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Topolinie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Topolinie",
    "ZDP": "Zarząd Dróg Powiatowych w Topolinie",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny w Topolinie",
    "PLW": "Powiatowy Lekarz Weterynarii w Topolinie",
    "PINB": "Powiatowy Inspektor Nadzoru Budowlanego w Topolinie",
    "PCZK": "Powiatowe Centrum Zarządzania Kryzysowego",
    "JST": "samorządy gmin powiatu topolińskiego",
    "PPP": "Poradnia Psychologiczno-Pedagogiczna w Topolinie",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("KPP",)),
        "fire": ("KPPSP", ("KPPSP",)),
        "czk": ("PCZK", ("PCZK",)),
        "soc": ("PCPR", ("PCPR",)),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PPIS", ("PPIS",)),
        "vet": ("PLW", ("PLW",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("JST", ("JST",)),
        "edu": ("PPP", ("PPP", "Poradnia Psychologiczno-Pedagogiczna")),
        "sm": ("straże gminne", ("straże gminne",)),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("stowarzyszenia", ("stowarzyszenia",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("szpital powiatowy", ("szpital powiatowy",)),
        "court": ("sąd rodzinny", ("sąd rodzinny",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("WITD", ("WITD",)),
        "alc": (
            "gminne komisje rozwiązywania problemów alkoholowych",
            ("gminne komisje rozwiązywania problemów alkoholowych",),
        ),
        "kas": ("KAS", ("KAS",)),
        "forest": ("koła łowieckie", ("koła łowieckie",)),
        "env": ("Wydział Ochrony Środowiska", ("Wydział Ochrony Środowiska",)),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="powiatu")))


PROGRAMME = Programme(
    unit="Powiat Topoliński",
    kind="powiat",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Powiatu Topolińskiego na lata 2026–2029",
    act="Uchwała Nr XVI/120/2025 Rady Powiatu w Topolinie z dnia 30 października 2025 r.",
    act_no="XVI/120/2025",
    date="2025-10-30",
    years=(2026, 2029),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term",),
    layout="pdf (Typst): horizontal rules only, no numbers",
    areas=(
        area("Porządek publiczny", bank.STREET[:4], bank.STREET[5:]),
        area("Rodzina i profilaktyka", bank.FAMILY, bank.YOUNG[:3]),
        area("Drogi powiatowe", bank.TRAFFIC[:1], bank.TRAFFIC[2:]),
        area("Ochrona ludności", bank.RESCUE[:3], bank.SANIT[:2], bank.SANIT[3:4]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_topolinski")
    out = [
        typeset.page(
            header="Powiat Topoliński · Program bezpieczeństwa 2026–2029",
            numbers="1 z 1",
            size="9pt",
            font="Libertinus Serif",
        )
    ]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR XVI/120/2025\nRADY POWIATU W TOPOLINIE\nz dnia 30 października 2025 r.",
                executor="Zarządowi Powiatu",
                journal="Województwa Kujawsko-Pomorskiego",
            )
        )
    )
    out.append(typeset.blocks([("break", ""), ("title", PROGRAMME.title), ("h", "Spis treści")]))
    for text, page in (
        ("Wstęp", 3),
        ("Diagnoza", 3),
        ("Skróty", 4),
        ("Zadania w obszarach priorytetowych", 4),
        ("Sprawozdawczość", 8),
    ):
        out.append(f"{text} #box(width: 1fr, repeat[.]) {page}\n")
    out.append(
        typeset.blocks(
            [
                ("h", "Wstęp"),
                (
                    "p",
                    "Program przygotowała Komisja Bezpieczeństwa i Porządku. Uwzględniono w nim wnioski z ankiety, którą wypełniło 1 148 mieszkańców.",
                ),
                ("h", "Diagnoza"),
                *front.offences((2022, 2023, 2024), "w powiecie"),
                ("h", "Skróty"),
            ]
        )
    )
    out.append("\n".join(f"/ {typeset.escaped(a)}: {typeset.escaped(b)}" for a, b in LIST.items()) + "\n")
    out.append(typeset.blocks([("h", "Zadania w obszarach priorytetowych")]))
    for no, one in enumerate(PROGRAMME.areas, 1):
        out.append(typeset.blocks([("h2", f"Obszar priorytetowy nr {no} – {one.name}")]))
        table = typeset.table(
            [
                ["Zadanie", "Podmiot\nwiodący", "Podmioty\nwspółpracujące", "Termin\nrealizacji"],
                *(
                    [a.text, ", ".join(BODIES.printed(a.lead)), ", ".join(BODIES.printed(a.others)), a.term]
                    for a in one.actions
                ),
            ],
            columns="(1fr, 2.6cm, 4.2cm, 3.2cm)",
            stroke="(x, y) => (bottom: 0.4pt, top: if y == 0 { 1pt } else { 0pt })",
        )
        out.append(table)
    out.append(
        typeset.blocks([("h", "Sprawozdawczość"), *front.monitoring("Powiatowe Centrum Zarządzania Kryzysowego")])
    )
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
