"""ODT of a city (LibreOffice): task cards as tables of two columns, initiatives as cards of their own, names in full without a list.

Doubtful: „Cel zadania” on the cards is no scored field. Area names are headings above the cards.
"""

import bank_dev as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Initiative, Programme, filled, write_gold


def one(name):
    return (name, (name,))


BODIES = Bodies(
    {
        "pol": one("Komenda Miejska Policji w Żelaźnikach"),
        "fire": one("Komenda Miejska Państwowej Straży Pożarnej w Żelaźnikach"),
        "sm": one("Straż Miejska w Żelaźnikach"),
        "czk": one("Wydział Bezpieczeństwa Urzędu Miasta"),
        "soc": one("Miejski Ośrodek Pomocy Rodzinie"),
        "road": one("Miejski Zarząd Dróg i Mostów"),
        "san": one("Powiatowa Stacja Sanitarno-Epidemiologiczna"),
        "vet": one("Powiatowy Lekarz Weterynarii"),
        "bud": one("Powiatowy Inspektorat Nadzoru Budowlanego"),
        "edu": one("Wydział Edukacji, Kultury i Sportu"),
        "env": one("Wydział Gospodarki Komunalnej i Ochrony Środowiska"),
        "alc": one("Miejska Komisja Rozwiązywania Problemów Alkoholowych"),
        "osp": one("ochotnicze straże pożarne"),
        "itd": one("Inspekcja Transportu Drogowego"),
        "ngo": one("organizacje pozarządowe"),
        "word": one("Wojewódzki Ośrodek Ruchu Drogowego"),
        "schools": one("szkoły i placówki oświatowe"),
        "gminy": one("rady dzielnic"),
        "health": one("placówki służby zdrowia"),
        "court": one("Sąd Rejonowy w Żelaźnikach"),
        "forest": one("Nadleśnictwo Żelaźniki"),
    }
)
HERE = {"gdzie": "na terenie Żelaźnik", "jst": "miasta"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


PROGRAMME = Programme(
    unit="Miasto Żelaźniki",
    kind="miasto na prawach powiatu",
    title="Miejski Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego „Bezpieczne Żelaźniki 2030”",
    act="Uchwała Nr XXI/250/2025 Rady Miasta Żelaźniki z dnia 18 listopada 2025 r.",
    act_no="XXI/250/2025",
    date="2025-11-18",
    years=(2026, 2030),
    bodies=BODIES,
    layout="odt: task cards as tables, initiative cards",
    areas=(
        area("Bezpieczne osiedla", bank.ORDER[:2], bank.ORDER[4:6], bank.HEALTH[4:]),
        area("Bezpieczna szkoła", bank.YOUTH[:1], bank.YOUTH[3:], bank.DRUGS[2:3]),
        area("Pomoc osobom w kryzysie", bank.HOME[1:], bank.SENIORS[2:]),
        area("Bezpieczny dom", bank.FIRE[1:2], bank.HEALTH[2:3]),
    ),
    initiatives=(
        Initiative(
            "Żelazna zasada: zero jazdy po alkoholu",
            "Ograniczenie liczby nietrzeźwych kierujących.",
            ("pol", "itd"),
            "kierowcy",
            "2026–2028",
            ("2026", "2028"),
            "Kontrole w stałych punktach, kampania w mediach lokalnych.",
            "budżet miasta – 20 000 zł rocznie",
        ),
        Initiative(
            "Młodzieżowa Drużyna Pożarnicza w każdej dzielnicy",
            "Zainteresowanie młodzieży ratownictwem.",
            ("fire",),
            "młodzież w wieku 10–16 lat",
            "2026–2030",
            ("2026", "2030"),
            "Zbiórki, zawody, obozy szkoleniowe.",
            "środki własne",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "miasto_zelazniki")
    doc = word.new(header="„Bezpieczne Żelaźniki 2030”")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XXI/250/2025\nRADY MIASTA ŻELAŹNIKI\nz dnia 18 listopada 2025 r.",
            executor="Prezydentowi Miasta Żelaźniki",
            journal="Województwa Śląskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("p", "na lata 2026–2030"),
            ("h", "1. Wstęp"),
            (
                "p",
                "Program jest kontynuacją programu na lata 2021–2025 i odpowiada na zagrożenia wskazane w badaniu ankietowym mieszkańców.",
            ),
            ("h", "2. Stan bezpieczeństwa"),
            *front.responders("w Żelaźnikach"),
            ("h", "3. Karty zadań"),
        ],
    )
    for no, section in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Obszar {no}. {section.name}")])
        for n, a in enumerate(section.actions, 1):
            card = word.table(
                doc,
                [
                    [f"Karta zadania nr {no}.{n}", ""],
                    ["Nazwa zadania", a.text],
                    ["Cel zadania", "Poprawa bezpieczeństwa mieszkańców."],
                    ["Jednostka odpowiedzialna", "\n".join(BODIES.printed(a.lead))],
                    ["Partnerzy", "\n".join(BODIES.printed(a.others)) or "brak"],
                    ["Termin realizacji", a.term],
                    ["Wskaźniki", "\n".join(a.measures)],
                    ["Źródła finansowania", a.money or "–"],
                ],
                widths=(Cm(5), Cm(12)),
                repeat=0,
            )
            top = card.cell(0, 0).merge(card.cell(0, 1))
            top._tc.remove(top.paragraphs[1]._p)
            doc.add_paragraph()
    word.put(doc, [("h", "4. Karty programów profilaktycznych")])
    for n, i in enumerate(PROGRAMME.initiatives, 1):
        word.table(
            doc,
            [
                ["Program nr", str(n)],
                ["Nazwa programu", i.name],
                ["Cel", i.goal],
                ["Realizatorzy", ", ".join(BODIES.printed(i.lead))],
                ["Adresaci", i.audience],
                ["Czas trwania", i.term],
                ["Sposób realizacji", i.method],
                ["Finansowanie", i.money],
            ],
            widths=(Cm(5), Cm(12)),
            repeat=0,
        )
        doc.add_paragraph()
    word.put(doc, [("h", "5. Monitoring"), *front.monitoring("Wydział Bezpieczeństwa Urzędu Miasta")])
    word.convert(doc, path.with_suffix(".odt"))


if __name__ == "__main__":
    build()
