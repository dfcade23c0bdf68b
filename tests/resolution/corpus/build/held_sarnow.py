"""PDF of a county through LibreOffice: task cards as text („Lider”, „Współpraca”, „Okres”, „Rezultaty”), initiatives as cards of text.

No list of abbreviations: names are gold as printed. Doubtful: „Współpraca: –” is nobody.
"""

import bank_heldout as bank
import front
import word
from model import Area, Bodies, Initiative, Programme, filled, write_gold


def one(name):
    return (name, (name,))


BODIES = Bodies(
    {
        "pol": one("Komenda Powiatowa Policji w Sarnowie"),
        "fire": one("Komenda Powiatowa Państwowej Straży Pożarnej w Sarnowie"),
        "czk": one("Starostwo Powiatowe"),
        "soc": one("PCPR"),
        "road": one("Zarząd Dróg Powiatowych"),
        "san": one("Państwowy Powiatowy Inspektor Sanitarny"),
        "vet": one("Powiatowy Lekarz Weterynarii"),
        "bud": one("PINB"),
        "gminy": one("gminy"),
        "edu": one("Poradnia Psychologiczno-Pedagogiczna"),
        "sm": one("Straż Miejska w Sarnowie"),
        "schools": one("szkoły"),
        "ngo": one("organizacje pozarządowe"),
        "osp": one("jednostki OSP"),
        "health": one("SP ZOZ w Sarnowie"),
        "court": one("kuratorzy sądowi"),
        "word": one("WORD"),
        "itd": one("Inspekcja Transportu Drogowego"),
        "alc": one("gminne komisje rozwiązywania problemów alkoholowych"),
        "kas": one("Krajowa Administracja Skarbowa"),
        "forest": one("Nadleśnictwo Sarnów"),
        "env": one("Wydział Ochrony Środowiska"),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="powiatu")))


PROGRAMME = Programme(
    unit="Powiat Sarnowski",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego „Bezpieczny Powiat Sarnowski” na lata 2025–2027",
    act="Uchwała Nr VIII/61/2024 Rady Powiatu Sarnowskiego z dnia 19 grudnia 2024 r.",
    act_no="VIII/61/2024",
    date="2024-12-19",
    years=(2025, 2027),
    bodies=BODIES,
    scored=("term", "indicators", "funding"),
    layout="pdf (LibreOffice): text cards, initiative cards of text",
    areas=(
        area("Spokojne miejscowości", bank.STREET[1:5]),
        area("Silna rodzina", bank.FAMILY[:2], bank.FAMILY[3:], bank.YOUNG[2:4]),
        area("Bezpieczna droga", bank.TRAFFIC[:5]),
        area("Szybka pomoc", bank.RESCUE[:3], bank.SANIT[1:2], bank.SANIT[4:]),
    ),
    initiatives=(
        Initiative(
            "Sarnowska Liga BRD",
            "Podniesienie wiedzy o przepisach ruchu drogowego wśród uczniów.",
            ("pol", "word"),
            "uczniowie klas IV–VIII",
            "2025–2027",
            ("2025", "2027"),
            "Rozgrywki międzyszkolne w trzech rundach.",
            "budżet powiatu",
        ),
        Initiative(
            "Zadzwoń po pomoc",
            "Przełamanie milczenia wokół przemocy domowej.",
            ("soc",),
            "osoby doznające przemocy",
            "2025–2026",
            ("2025", "2026"),
            "Telefon zaufania, plakaty w przychodniach i urzędach.",
            "dotacja wojewody",
        ),
        Initiative(
            "Jadę z głową",
            "Zmniejszenie liczby wypadków z udziałem młodych kierowców.",
            ("pol", "fire"),
            "młodzież w wieku 16–24 lat",
            "2026",
            ("2026", "2026"),
            "Symulator dachowania, alkogogle, spotkania z ratownikami.",
            "Krajowa Rada BRD",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_sarnowski")
    doc = word.new(header="Bezpieczny Powiat Sarnowski")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR VIII/61/2024\nRADY POWIATU SARNOWSKIEGO\nz dnia 19 grudnia 2024 r.",
            executor="Zarządowi Powiatu Sarnowskiego",
            journal="Województwa Lubuskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "Rozdział 1. Wprowadzenie"),
            (
                "p",
                "Celem głównym Programu jest utrzymanie wysokiego poziomu poczucia bezpieczeństwa mieszkańców powiatu.",
            ),
            ("h", "Rozdział 2. Charakterystyka zagrożeń"),
            *front.offences((2021, 2022, 2023), "na terenie powiatu"),
            *front.responders("w powiecie"),
            ("h", "Rozdział 3. Karty zadań"),
        ],
    )
    for no, section in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Cel {no}. {section.name}")])
        for n, a in enumerate(section.actions, 1):
            doc.add_paragraph().add_run(f"Zadanie {no}.{n}").bold = True
            for label, value in (
                ("Opis", a.text),
                ("Lider", ", ".join(BODIES.printed(a.lead))),
                ("Współpraca", ", ".join(BODIES.printed(a.others)) or "–"),
                ("Okres", a.term),
                ("Rezultaty", "; ".join(a.measures)),
                ("Finansowanie", a.money or "–"),
            ):
                paragraph = doc.add_paragraph()
                paragraph.add_run(f"{label}: ").bold = True
                paragraph.add_run(value)
                paragraph.paragraph_format.space_after = 0
    word.put(doc, [("h", "Rozdział 4. Programy profilaktyczne realizowane w powiecie")])
    for n, i in enumerate(PROGRAMME.initiatives, 1):
        doc.add_paragraph().add_run(f"Program {n}. {i.name}").bold = True
        for label, value in (
            ("Cel programu", i.goal),
            ("Realizatorzy", ", ".join(BODIES.printed(i.lead))),
            ("Grupa docelowa", i.audience),
            ("Czas realizacji", i.term),
            ("Metody pracy", i.method),
            ("Źródło finansowania", i.money),
        ):
            doc.add_paragraph(f"{label}: {value}")
    word.put(doc, [("h", "Rozdział 5. Monitorowanie"), *front.monitoring("Starostwo Powiatowe w Sarnowie")])
    word.convert(doc, path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
