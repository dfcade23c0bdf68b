"""ODT of a city: each action a bold paragraph, under it a small table of one header row and one row of values.

Doubtful: none.
"""

import bank_dev as dev
import bank_heldout as held
import front
import word
from model import Programme, write_gold
from roles import area, bodies

BODIES = bodies(
    pol="Komenda Miejska Policji w Młynarach",
    fire="Komenda Miejska Państwowej Straży Pożarnej w Młynarach",
    sm="Straż Miejska w Młynarach",
    czk="Wydział Spraw Obywatelskich",
    soc="Miejski Ośrodek Pomocy Społecznej",
    road="Zarząd Dróg Miejskich",
    gminy="rady osiedli",
    san="Powiatowa Stacja Sanitarno-Epidemiologiczna",
)
TOWN = {"jst": "miasta", "gdzie": "w mieście"}
PROGRAMME = Programme(
    unit="Miasto Młynary Wielkie",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego „Bezpieczne Młynary” na lata 2026–2029",
    act="Uchwała Nr XXIII/205/2025 Rady Miasta Młynary Wielkie z dnia 18 grudnia 2025 r.",
    act_no="XXIII/205/2025",
    date="2025-12-18",
    years=(2026, 2029),
    bodies=BODIES,
    scored=("term", "funding"),
    layout="odt: a small table under each action",
    areas=(
        area("Spokój w mieście", dev.ORDER[:5], **TOWN),
        area("Szkoła i dom", dev.YOUTH[:3], dev.HOME[:3], **TOWN),
        area("Woda, ogień, droga", held.RESCUE[4:], dev.ROADS[2:4], **TOWN),
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "miasto_mlynary")
    doc = word.new(header="Bezpieczne Młynary")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XXIII/205/2025\nRADY MIASTA MŁYNARY WIELKIE\nz dnia 18 grudnia 2025 r.",
            executor="Prezydentowi Miasta",
            journal="Województwa Warmińsko-Mazurskiego",
            extra="oraz art. 92 ust. 1 pkt 1 ",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "Diagnoza"),
            *front.responders("miasta"),
            ("h", "Zadania w obszarach"),
        ],
    )
    for no, one in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Obszar {no}. {one.name}")])
        for n, a in enumerate(one.actions, 1):
            doc.add_paragraph().add_run(f"Zadanie {no}.{n}. {a.text}").bold = True
            word.table(
                doc,
                [
                    ["Odpowiedzialny", "Współpracujący", "Termin", "Źródło finansowania"],
                    [
                        ", ".join(BODIES.printed(a.lead)),
                        ", ".join(BODIES.printed(a.others)) or "–",
                        a.term,
                        a.money or "–",
                    ],
                ],
            )
            doc.add_paragraph()
    word.put(doc, [("h", "Monitoring"), *front.monitoring("Wydział Spraw Obywatelskich")])
    word.convert(doc, path.with_suffix(".odt"))


if __name__ == "__main__":
    build()
