"""PDF of a city by Typst: a ruled harmonogram on landscape pages, narrow hyphenated columns, headers repeated after page breaks.

Doubtful: hyphenation of the PDF is undone in the gold; „Policja” and „KMP” mean one body and are printed as the list has them.
"""

import bank_dev as bank
import front
import typeset
from model import Area, Bodies, Initiative, Programme, filled, write_gold

LIST = {
    "KMP": "Komenda Miejska Policji w Gorzysławiu",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Gorzysławiu",
    "SM": "Straż Miejska w Gorzysławiu",
    "BZK": "Biuro Zarządzania Kryzysowego Urzędu Miejskiego w Gorzysławiu",
    "GCPR": "Gorzysławskie Centrum Pomocy Rodzinie",
    "ZDiTM": "Zarząd Dróg i Transportu Miejskiego",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Gorzysławiu",
    "PIW": "Powiatowy Inspektorat Weterynarii",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
    "WO": "Wydział Oświaty Urzędu Miejskiego",
    "WOŚ": "Wydział Ochrony Środowiska Urzędu Miejskiego",
    "KRPA": "Komisja Rozwiązywania Problemów Alkoholowych",
    "RO": "rady osiedli",
}
BODIES = Bodies(
    {
        "pol": ("KMP", ("KMP",)),
        "fire": ("KM PSP", ("KM PSP",)),
        "sm": ("SM", ("SM",)),
        "czk": ("BZK", ("BZK",)),
        "soc": ("GCPR", ("GCPR",)),
        "road": ("ZDiTM", ("ZDiTM",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "edu": ("WO", ("WO",)),
        "env": ("WOŚ", ("WOŚ",)),
        "alc": ("KRPA", ("KRPA",)),
        "osp": ("OSP", ("OSP",)),
        "itd": ("ITD", ("ITD",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "word": ("WORD", ("WORD",)),
        "schools": ("placówki oświatowe", ("placówki oświatowe",)),
        "gminy": ("RO", ("RO", "rady osiedli")),
        "health": ("szpital miejski", ("szpital miejski",)),
        "court": ("sąd", ("sąd",)),
        "forest": ("Lasy Państwowe", ("Lasy Państwowe",)),
    }
)
HERE = {"gdzie": "w poszczególnych dzielnicach", "jst": "miasta"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


PROGRAMME = Programme(
    unit="Miasto Gorzysław",
    kind="miasto na prawach powiatu",
    title="Gorzysław – bezpieczne miasto. Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego na lata 2025–2027",
    act="Uchwała Nr X/77/2025 Rady Miejskiej w Gorzysławiu z dnia 5 lutego 2025 r.",
    act_no="X/77/2025",
    date="2025-02-05",
    years=(2025, 2027),
    bodies=BODIES,
    abbreviations=LIST,
    layout="pdf (Typst): ruled harmonogram, narrow columns",
    areas=(
        area("Bezpieczna przestrzeń publiczna", bank.ORDER),
        area("Rodzina bez przemocy", bank.HOME),
        area("Młodzi i bezpieczni", bank.YOUTH, bank.DRUGS[:3]),
        area("Bezpieczna droga", bank.ROADS),
        area("Pożary i inne zagrożenia", bank.FIRE, bank.HEALTH),
    ),
    initiatives=(
        Initiative(
            "Gorzysławska Akademia Seniora",
            "Zmniejszenie liczby oszustw na szkodę osób starszych.",
            ("pol", "soc"),
            "osoby po 60. roku życia",
            "2025–2027",
            ("2025", "2027"),
            "Warsztaty w klubach seniora, dwa cykle rocznie.",
        ),
        Initiative(
            "Bezpieczny pierwszak",
            "Przygotowanie najmłodszych uczniów do samodzielnego uczestnictwa w ruchu drogowym.",
            ("sm", "edu"),
            "uczniowie klas I",
            "wrzesień 2025 – czerwiec 2027",
            ("2025", "2027"),
            "Zajęcia w miasteczku ruchu drogowego; wyposażenie w kamizelki.",
        ),
        Initiative(
            "Czujni sąsiedzi",
            "Budowanie więzi sąsiedzkich i reagowania na zagrożenia.",
            ("sm",),
            "mieszkańcy osiedli",
            "od 2026 r.",
            ("2026", ""),
            "Spotkania osiedlowe, tablice informacyjne.",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "miasto_gorzyslaw")
    out = [
        typeset.page(header="Załącznik do uchwały Nr X/77/2025 Rady Miejskiej w Gorzysławiu", flipped=True, numbers="1")
    ]
    out.append(
        typeset.blocks(
            front.act(
                PROGRAMME,
                council_head="UCHWAŁA NR X/77/2025\nRADY MIEJSKIEJ W GORZYSŁAWIU\nz dnia 5 lutego 2025 r.",
                executor="Prezydentowi Miasta",
                journal="Województwa Zachodniopomorskiego",
                extra="oraz art. 92 ust. 1 pkt 1 ",
            )
        )
    )
    out.append(
        typeset.blocks(
            [
                ("break", ""),
                ("title", PROGRAMME.title),
                ("h", "1. Diagnoza"),
                *front.offences((2022, 2023, 2024), "w Gorzysławiu"),
                *front.responders("miasta"),
                ("h", "2. Objaśnienia skrótów"),
            ]
        )
    )
    out.append(
        typeset.table([["Lp.", "Skrót", "Nazwa"], *([f"{n}.", a, b] for n, (a, b) in enumerate(LIST.items(), 1))])
    )
    out.append(typeset.blocks([("h", "3. Harmonogram działań")]))
    for no, one in enumerate(PROGRAMME.areas, 1):
        out.append(typeset.blocks([("h2", f"Priorytet {no}: {one.name}")]))
        out.append(
            typeset.table(
                [
                    ["Lp.", "Działanie", "Realizator", "Współpraca", "Okres realizacji", "Miernik", "Finansowanie"],
                    *(
                        [
                            f"{n}.",
                            a.text,
                            ", ".join(BODIES.printed(a.lead)),
                            ", ".join(BODIES.printed(a.others)),
                            a.term,
                            "; ".join(a.measures),
                            a.money,
                        ]
                        for n, a in enumerate(one.actions, 1)
                    ),
                ],
                columns="(0.6cm, 1fr, 2cm, 2.7cm, 2.8cm, 3.6cm, 2.8cm)",
                justify="true",
            )
        )
    out.append(typeset.blocks([("h", "4. Programy i kampanie")]))
    out.append(
        typeset.table(
            [
                ["Lp.", "Nazwa programu", "Cel", "Realizator", "Adresaci", "Okres realizacji", "Sposób realizacji"],
                *(
                    [f"{n}.", i.name, i.goal, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.method]
                    for n, i in enumerate(PROGRAMME.initiatives, 1)
                ),
            ],
            columns="(0.8cm, 3cm, 1fr, 2.2cm, 3cm, 3cm, 5cm)",
        )
    )
    out.append(typeset.blocks([("h", "5. Ewaluacja"), *front.monitoring("Biuro Zarządzania Kryzysowego")]))
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
