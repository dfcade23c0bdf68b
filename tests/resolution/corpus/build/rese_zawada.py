"""PDF of a city through LibreOffice: numbered prose „1.1.”, under each action dashes „– realizatorzy: …”, „– współpraca: …”, „– termin: …”.

Doubtful: none.
"""

import bank_dev as dev
import bank_heldout as held
import front
import word
from docx.shared import Cm
from model import Initiative, Programme, write_gold
from roles import area, bodies

LIST = {
    "KMP": "Komenda Miejska Policji w Zawadzie",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Zawadzie",
    "SM": "Straż Miejska w Zawadzie",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej w Zawadzie",
    "ZDM": "Zarząd Dróg Miejskich w Zawadzie",
    "WKBiS": "Wydział Komunikacji, Bezpieczeństwa i Spraw Obywatelskich",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Zawadzie",
}
BODIES = bodies(
    pol=("KMP", "KMP", "Komenda Miejska Policji w Zawadzie"),
    fire=("KM PSP", "KM PSP", "Komenda Miejska Państwowej Straży Pożarnej"),
    sm=("SM", "SM", "Straż Miejska"),
    soc=("MOPS", "MOPS"),
    road=("ZDM", "ZDM"),
    czk=("WKBiS", "WKBiS", "Wydział Komunikacji, Bezpieczeństwa i Spraw Obywatelskich"),
    san=("PSSE", "PSSE"),
    gminy="rady osiedli",
)
TOWN = {"jst": "miasta", "gdzie": "na terenie miasta"}
PROGRAMME = Programme(
    unit="Miasto Zawada Śląska",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Miasta Zawada Śląska na lata 2025-2029",
    act="Uchwała Nr XIII/171/2025 Rady Miasta Zawada Śląska z dnia 29 maja 2025 r.",
    act_no="XIII/171/2025",
    date="2025-05-29",
    years=(2025, 2029),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="pdf (LibreOffice): prose with dashes",
    areas=(
        area("Przestępczość pospolita", dev.ORDER[:2], held.STREET[4:], **TOWN),
        area("Dzieci i młodzież", dev.YOUTH[:4], held.YOUNG[3:], **TOWN),
        area("Seniorzy", dev.SENIORS, held.ELDER, **TOWN),
        area("Ruch drogowy", dev.ROADS[2:], **TOWN),
    ),
    initiatives=(
        Initiative(
            "Zawada na rowery",
            "Zmniejszenie liczby wypadków z udziałem rowerzystów",
            ("pol", "road"),
            "rowerzyści",
            "2025-2027",
            ("2025", "2027"),
            "Przeglądy techniczne rowerów, szkolenia",
        ),
        Initiative(
            "Cyfrowy strażnik",
            "Ochrona dzieci w sieci",
            ("schools",),
            "uczniowie i rodzice",
            "2026-2029",
            ("2026", "2029"),
            "Webinary i konsultacje",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "miasto_zawada")
    doc = word.new(header="Miasto Zawada Śląska")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XIII/171/2025\nRADY MIASTA ZAWADA ŚLĄSKA\nz dnia 29 maja 2025 r.",
            executor="Prezydentowi Miasta",
            journal="Województwa Śląskiego",
            extra="w związku z art. 92 ust. 1 pkt 1 ",
        ),
    )
    word.put(doc, [("break", ""), ("title", PROGRAMME.title), ("h", "Wykaz skrótów użytych w Programie")])
    word.table(doc, [["Skrót", "Znaczenie"], *([a, b] for a, b in LIST.items())])
    word.put(doc, [("h", "Diagnoza"), *front.offences((2022, 2023, 2024), "w mieście"), ("h", "Zadania")])
    for no, one in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Obszar {no}. {one.name}")])
        for n, a in enumerate(one.actions, 1):
            doc.add_paragraph(f"{no}.{n}. {a.text}")
            for label, names in (("realizatorzy", BODIES.printed(a.lead)), ("współpraca", BODIES.printed(a.others))):
                if names:
                    doc.add_paragraph(f"– {label}: {', '.join(names)};")
            doc.add_paragraph(f"– termin: {a.term};")
            doc.add_paragraph(f"– mierniki: {'; '.join(a.measures) or 'brak'}.")
    word.put(doc, [("h", "Kampanie społeczne")])
    word.table(
        doc,
        [
            [
                "Lp.",
                "Nazwa kampanii",
                "Cel kampanii",
                "Organizatorzy",
                "Uczestnicy (adresaci)",
                "Czas trwania",
                "Sposób prowadzenia",
            ],
            *(
                [f"{n}.", i.name, i.goal, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.method]
                for n, i in enumerate(PROGRAMME.initiatives, 1)
            ),
        ],
        widths=tuple(Cm(w) for w in (0.9, 2.6, 3.4, 2.8, 2.8, 2.3, 3.2)),
    )
    word.put(doc, [("h", "Ewaluacja"), *front.monitoring("Wydział Komunikacji, Bezpieczeństwa i Spraw Obywatelskich")])
    word.convert(doc, path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
