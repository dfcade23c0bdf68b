"""DOCX of a city: one table for the whole programme, executor's column first, areas as merged bands, a row that numbers the columns.

Numbers of actions are automatic inside the action's own cell, there is no column of numbers. Doubtful: bands say „PRIORYTET 2” and the name.
Initiatives stand in a table whose first column holds name and, after a line break, the aim in brackets is avoided: own columns.
"""

import bank_heldout as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Initiative, Programme, filled, write_gold

LIST = {
    "KMP": "Komenda Miejska Policji we Wronowcu",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej we Wronowcu",
    "SM": "Straż Miejska we Wronowcu",
    "WZKiOL": "Wydział Zarządzania Kryzysowego i Ochrony Ludności",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej",
    "ZDM": "Zarząd Dróg Miejskich",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna we Wronowcu",
    "PIWet": "Powiatowy Inspektorat Weterynarii we Wronowcu",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
    "WEiS": "Wydział Edukacji i Sportu",
    "WOŚ": "Wydział Ochrony Środowiska",
    "MKRPA": "Miejska Komisja Rozwiązywania Problemów Alkoholowych",
    "RO": "Rady Osiedli",
}
BODIES = Bodies(
    {
        "pol": ("KMP", ("KMP", "Komenda Miejska Policji")),
        "fire": ("KM PSP", ("KM PSP",)),
        "sm": ("SM", ("SM", "Straż Miejska")),
        "czk": ("WZKiOL", ("WZKiOL",)),
        "soc": ("MOPS", ("MOPS",)),
        "road": ("ZDM", ("ZDM", "Zarząd Dróg Miejskich")),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIWet", ("PIWet",)),
        "bud": ("PINB", ("PINB",)),
        "edu": ("WEiS", ("WEiS",)),
        "env": ("WOŚ", ("WOŚ",)),
        "alc": ("MKRPA", ("MKRPA",)),
        "gminy": ("RO", ("RO", "Rady Osiedli")),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "health": ("przychodnie", ("przychodnie",)),
        "court": ("kuratorzy sądowi", ("kuratorzy sądowi",)),
        "osp": ("OSP", ("OSP",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "kas": ("Krajowa Administracja Skarbowa", ("Krajowa Administracja Skarbowa",)),
        "forest": ("Lasy Państwowe", ("Lasy Państwowe",)),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="miasta")))


PROGRAMME = Programme(
    unit="Miasto Wronowiec",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego Miasta Wronowiec na lata 2026–2029",
    act="Uchwała Nr XX/301/2025 Rady Miasta Wronowiec z dnia 17 grudnia 2025 r.",
    act_no="XX/301/2025",
    date="2025-12-17",
    years=(2026, 2029),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="docx: one table, bands, executor first",
    areas=(
        area("Bezpieczeństwo w przestrzeni miejskiej", bank.STREET[2:]),
        area("Dzieci i młodzież", bank.YOUNG, bank.CYBER[1:]),
        area("Uzależnienia i przemoc", bank.ADDICT, bank.FAMILY[:4]),
        area("Ruch drogowy", bank.TRAFFIC[2:]),
        area("Ratownictwo, zdrowie, środowisko", bank.RESCUE[1:5], bank.SANIT[:4]),
    ),
    initiatives=(
        Initiative(
            "Wronowieckie Dni Bezpieczeństwa",
            "Prezentacja pracy służb i nauka pierwszej pomocy",
            ("czk", "pol", "fire", "sm"),
            "mieszkańcy",
            "co roku, 2026–2029",
            ("2026", "2029"),
            "Festyn, pokazy, stoiska profilaktyczne",
        ),
        Initiative(
            "Trzymaj dystans",
            "Ograniczenie kradzieży kieszonkowych w komunikacji",
            ("pol", "sm"),
            "pasażerowie komunikacji miejskiej",
            "2026–2027",
            ("2026", "2027"),
            "Plakaty, komunikaty głosowe, patrole nieumundurowane",
        ),
        Initiative(
            "Szkolny Klub Młodego Ratownika",
            "Przygotowanie młodzieży do udzielania pomocy",
            ("fire", "schools"),
            "uczniowie szkół średnich",
            "2026–2029",
            ("2026", "2029"),
            "Cotygodniowe zajęcia praktyczne",
        ),
    ),
)
HEAD = ["Realizator", "Opis przedsięwzięcia", "Współdziałanie", "Terminy", "Miernik / wskaźnik"]


def build():
    path = write_gold(PROGRAMME, "heldout", "miasto_wronowiec")
    doc = word.new(
        landscape=True, header="Załącznik do uchwały Nr XX/301/2025 Rady Miasta Wronowiec z dnia 17 grudnia 2025 r."
    )
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XX/301/2025\nRADY MIASTA WRONOWIEC\nz dnia 17 grudnia 2025 r.",
            executor="Prezydentowi Miasta Wronowiec",
            journal="Województwa Łódzkiego",
            extra="w związku z art. 92 ",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title.upper()),
            ("h", "1. Uwarunkowania"),
            *front.responders("na terenie miasta"),
            *front.offences((2022, 2023, 2024), "we Wronowcu"),
            ("h", "2. Skróty i pojęcia"),
        ],
    )
    word.table(doc, [["Lp.", "Skrót", "Wyjaśnienie"], *([str(n), a, b] for n, (a, b) in enumerate(LIST.items(), 1))])
    word.put(doc, [("h", "3. Tabela przedsięwzięć")])
    rows = [HEAD, [str(n) for n in range(1, 6)]]
    bands, numbers = [], {}
    for no, one in enumerate(PROGRAMME.areas, 1):
        bands.append(len(rows))
        rows.append([f"PRIORYTET {no}. {one.name}", "", "", "", ""])
        for a in one.actions:
            numbers[len(rows)] = no
            rows.append(
                [
                    ", ".join(BODIES.printed(a.lead)),
                    a.text,
                    ", ".join(BODIES.printed(a.others)) or "nie dotyczy",
                    a.term,
                    "\n".join(a.measures),
                ]
            )
    table = word.table(doc, rows, widths=(Cm(3.8), Cm(9), Cm(4), Cm(3.2), Cm(4)))
    for at in bands:
        merged = table.cell(at, 0).merge(table.cell(at, 4))
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
    lists = {no: word.numbering(doc) for no in set(numbers.values())}
    for at, no in numbers.items():
        word.numbered(table.cell(at, 1).paragraphs[0], lists[no])
    word.put(doc, [("h", "4. Inicjatywy miejskie")])
    word.table(
        doc,
        [
            [
                "Lp.",
                "Nazwa inicjatywy",
                "Prowadzący",
                "Do kogo skierowana",
                "Okres",
                "Założenia (cel)",
                "Formy realizacji",
            ],
            *(
                [str(n), i.name, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.goal, i.method]
                for n, i in enumerate(PROGRAMME.initiatives, 1)
            ),
        ],
    )
    word.put(
        doc, [("h", "5. Ocena realizacji"), *front.monitoring("Wydział Zarządzania Kryzysowego i Ochrony Ludności")]
    )
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
