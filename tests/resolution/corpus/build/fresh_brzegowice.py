"""PDF of a city by Typst, landscape: under each heading a ruled table with the leading body in the first column, spanning the rows of its tasks.

Doubtful: none.
"""

from itertools import groupby

import typeset
from fresh import ORDER, RESCUE, ROADS, SENIOR, YOUTH, area, bodies, path_of
from model import MARK, Programme

LIST = {
    "KMP": "Komenda Miejska Policji w Brzegowicach",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Brzegowicach",
    "SM": "Straż Miejska w Brzegowicach",
    "MOPR": "Miejski Ośrodek Pomocy Rodzinie w Brzegowicach",
    "MZD": "Miejski Zarząd Dróg w Brzegowicach",
    "WBiZK": "Wydział Bezpieczeństwa i Zarządzania Kryzysowego",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny w Brzegowicach",
}
BODIES = bodies(
    pol="KMP", fire="KM PSP", sm="SM", soc="MOPR", road="MZD", office="WBiZK", san="PPIS", gminy="rady dzielnic"
)


def sorted_area(name, *actions):
    return area(name, *sorted(actions, key=lambda a: a.lead))


PROGRAMME = Programme(
    unit="Miasto Brzegowice",
    kind="miasto na prawach powiatu",
    title="Miejski Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2026–2030",
    act="Uchwała Nr XXI/365/2025 Rady Miasta Brzegowice z dnia 20 listopada 2025 r.",
    act_no="XXI/365/2025",
    date="2025-11-20",
    years=(2026, 2030),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "funding"),
    layout="pdf (Typst): the leading body spans its tasks",
    areas=(
        sorted_area("Porządek publiczny", ORDER[1], ORDER[3], *ORDER[5:8], ORDER[0]),
        sorted_area("Edukacja dla bezpieczeństwa", *YOUTH[3:5], SENIOR[0], SENIOR[3]),
        sorted_area("Drogi i ratownictwo", ROADS[0], ROADS[2], ROADS[5], ROADS[6], ROADS[7], *RESCUE[4:6]),
    ),
)


def build():
    path = path_of(PROGRAMME, "miasto_brzegowice")
    out = [typeset.page(header="Urząd Miasta Brzegowice", flipped=True, size="10pt", numbers="1")]
    out.append(
        typeset.blocks(
            [
                ("p", MARK),
                ("p", "Załącznik do uchwały Nr XXI/365/2025 Rady Miasta Brzegowice z dnia 20 listopada 2025 r."),
                ("title", PROGRAMME.title),
                ("h", "Wprowadzenie"),
                (
                    "p",
                    "Program jest kontynuacją działań prowadzonych w Brzegowicach od 2016 r. Zadania przypisano jednostkom, które odpowiadają za ich wykonanie; pozostałe podmioty są partnerami.",
                ),
                ("h", "Objaśnienie skrótów"),
            ]
        )
    )
    out += [typeset.blocks([("p", f"{abbr} – {name}{'.' if abbr == 'PPIS' else ','}")]) for abbr, name in LIST.items()]
    out.append(typeset.blocks([("h", "Zadania")]))
    for no, one in enumerate(PROGRAMME.areas, 1):
        out.append(typeset.blocks([("h2", f"Moduł {no}. {one.name}")]))
        lines = [
            "#[#set par(justify: false)\n#table(columns: (2.6cm, 1fr, 4.6cm, 4.4cm, 4.4cm), stroke: 0.5pt, align: left + top,\n"
            "table.header([*Podmiot wiodący*], [*Zadania do wykonania*], [*Partnerzy*], [*Czas wykonania*], [*Koszty i źródła*]),"
        ]
        for lead, group in groupby(one.actions, key=lambda a: a.lead):
            tasks = list(group)
            lines.append(f"table.cell(rowspan: {len(tasks)})[{typeset.escaped(', '.join(BODIES.printed(lead)))}],")
            for a in tasks:
                cells = (a.text, ", ".join(BODIES.printed(a.others)), a.term, a.money)
                lines.append("".join(f"[{typeset.escaped(cell)}], " for cell in cells))
        out.append("\n".join(lines) + ")]\n")
    out.append(
        typeset.blocks(
            [
                ("h", "Monitorowanie"),
                ("p", "Sprawozdanie z realizacji Programu opracowuje WBiZK do 30 kwietnia każdego roku."),
            ]
        )
    )
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
