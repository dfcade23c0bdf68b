"""PDF of a county through LibreOffice: numbered prose; one line of performers for each task, the leading one marked „(podmiot wiodący)” and first, then the deadline on a line of its own.

Doubtful: performers that are not marked as leading are partners.
"""

import word
from fresh import FAMILY, RESCUE, ROADS, YOUTH, area, bodies, path_of
from model import MARK, Programme

BODIES = bodies(
    pol="Komenda Powiatowa Policji w Ostrzycy",
    fire="Komenda Powiatowa Państwowej Straży Pożarnej w Ostrzycy",
    soc="Powiatowe Centrum Pomocy Rodzinie w Ostrzycy",
    road="Zarząd Dróg Powiatowych w Ostrzycy",
    san="Państwowy Powiatowy Inspektor Sanitarny w Ostrzycy",
    bud="Powiatowy Inspektor Nadzoru Budowlanego w Ostrzycy",
    vet="Powiatowy Lekarz Weterynarii w Ostrzycy",
    office="Starostwo Powiatowe w Ostrzycy",
    health="Szpital Powiatowy w Ostrzycy",
    sm="straże gminne",
)
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego w Powiecie Ostrzyckim na lata 2024-2028"
PROGRAMME = Programme(
    unit="Powiat Ostrzycki",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr LIX/402/2024 Rady Powiatu Ostrzyckiego z dnia 29 lutego 2024 r.",
    act_no="LIX/402/2024",
    date="2024-02-29",
    years=(2024, 2028),
    bodies=BODIES,
    abbreviations={},
    scored=("term",),
    layout="pdf (LibreOffice): prose, performers in one line with the leading one marked",
    areas=(
        area("Zapobieganie przestępczości nieletnich", *YOUTH[:3], YOUTH[6]),
        area("Pomoc rodzinie", FAMILY[1], *FAMILY[3:6]),
        area("Bezpieczeństwo na drogach powiatu", *ROADS[2:7]),
        area("Ochrona ludności", RESCUE[1], RESCUE[2], RESCUE[7]),
    ),
)


def performers(a):
    lead = [f"{name} (podmiot wiodący)" for name in BODIES.printed(a.lead)]
    return ", ".join([*lead, *BODIES.printed(a.others)])


def build():
    path = path_of(PROGRAMME, "powiat_ostrzycki")
    doc = word.new(header="")
    word.put(
        doc,
        [
            ("p", MARK),
            ("title", "Uchwała Nr LIX/402/2024"),
            ("title", "Rady Powiatu Ostrzyckiego"),
            ("title", "z dnia 29 lutego 2024 r."),
            ("p", f"w sprawie uchwalenia „{TITLE}”"),
            (
                "p",
                "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
            ),
            ("p", "§ 1. Uchwala się Program stanowiący załącznik do uchwały."),
            ("p", "§ 2. Traci moc uchwała Nr XX/121/2020 Rady Powiatu Ostrzyckiego z dnia 30 stycznia 2020 r."),
            ("p", "§ 3. Uchwała wchodzi w życie z dniem podjęcia."),
            ("break", ""),
            ("title", TITLE),
            ("h", "I. Wstęp"),
            (
                "p",
                "Poczucie bezpieczeństwa jest jednym z podstawowych warunków rozwoju powiatu. Zadania Programu wykonują służby, inspekcje i straże powiatowe, samorządy gmin oraz organizacje społeczne.",
            ),
            ("h", "II. Charakterystyka powiatu"),
            (
                "p",
                "Powiat tworzy siedem gmin. Sieć dróg powiatowych liczy 412 km. W roku 2023 odnotowano 634 przestępstwa.",
            ),
            ("h", "III. Kierunki działań i zadania"),
        ],
    )
    for no, one in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"{no}. {one.name}")])
        for n, a in enumerate(one.actions, 1):
            doc.add_paragraph(f"{n}) {a.text}")
            doc.add_paragraph(f"Wykonawcy: {performers(a)}.")
            doc.add_paragraph(f"Termin realizacji: {a.term.removesuffix('.')}.")
    word.put(
        doc,
        [
            ("h", "IV. Zasady finansowania"),
            ("p", "Zadania finansuje się ze środków własnych wykonawców oraz z dotacji celowych."),
            ("h", "V. Ocena Programu"),
            ("p", "Starosta przedstawia Radzie Powiatu sprawozdanie do 31 marca każdego roku."),
        ],
    )
    word.convert(doc, path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
