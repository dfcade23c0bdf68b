"""DOCX of a city that changes its mind half-way: two chapters as numbered prose 5.1.1 with dashes, two as tables without numbers; campaigns as cards.

Doubtful: chapters 5.1–5.4 are the areas; names in the prose are inflected after „wspólnie z”, the gold has them in the nominative.
"""

import bank_unseen as bank
import word
from docx.shared import Cm
from model import MARK, Initiative, Programme
from unseen import Joiner, areas, bodies, path_of

BODIES = bodies(
    pol="Komenda Miejska Policji w Modrzewie",
    fire="Komenda Miejska PSP w Modrzewie",
    sm="Straż Miejska",
    czk="Biuro Zarządzania Kryzysowego",
    soc="Miejski Ośrodek Pomocy Społecznej",
    road="Zarząd Infrastruktury Drogowej",
    san="Powiatowa Stacja Sanitarno-Epidemiologiczna",
    gminy="rady osiedli",
    alc="Miejska Komisja Rozwiązywania Problemów Alkoholowych",
    health="Szpital Miejski",
    housing="Zakład Zasobów Komunalnych",
    library="Biblioteka Miejska",
    transit="Miejskie Zakłady Komunikacyjne",
)
WITH = {  # „wspólnie z …”
    "Komenda Miejska Policji w Modrzewie": "Komendą Miejską Policji w Modrzewie",
    "Komenda Miejska PSP w Modrzewie": "Komendą Miejską PSP w Modrzewie",
    "Straż Miejska": "Strażą Miejską",
    "Miejski Ośrodek Pomocy Społecznej": "Miejskim Ośrodkiem Pomocy Społecznej",
    "Miejska Komisja Rozwiązywania Problemów Alkoholowych": "Miejską Komisją Rozwiązywania Problemów Alkoholowych",
    "Zakład Zasobów Komunalnych": "Zakładem Zasobów Komunalnych",
    "Zarząd Infrastruktury Drogowej": "Zarządem Infrastruktury Drogowej",
    "rady osiedli": "radami osiedli",
    "przedsiębiorcy": "przedsiębiorcami",
    "organizacje pozarządowe": "organizacjami pozarządowymi",
    "szkoły": "szkołami",
    "Szpital Miejski": "Szpitalem Miejskim",
    "Sąd Rejonowy": "Sądem Rejonowym",
    "poradnia psychologiczno-pedagogiczna": "poradnią psychologiczno-pedagogiczną",
    "KAS": "KAS",
    "Powiatowa Stacja Sanitarno-Epidemiologiczna": "Powiatową Stacją Sanitarno-Epidemiologiczną",
    "PINB": "PINB",
}
TITLE = "Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego „Modrzew – miasto spokojne” na lata 2025–2030"
PROGRAMME = Programme(
    unit="Miasto Modrzew",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr XVII/302/2025 Rady Miejskiej w Modrzewie z dnia 25 września 2025 r.",
    act_no="XVII/302/2025",
    date="2025-09-25",
    years=(2025, 2030),
    bodies=BODIES,
    scored=("term",),
    layout="docx: prose 5.1.1 and tables in one document, campaigns as cards",
    areas=areas(
        a=("Ulica i podwórko", (bank.ORDER[:1], bank.ORDER[3:6], bank.ORDER[7:8])),
        b=("Dom i rodzina", (bank.FAMILY[:4], bank.ADDICT[:2])),
        c=("Młodość bez ryzyka", (bank.YOUTH,)),
        d=("Miasto cyfrowe", (bank.CYBER,)),
    ),
    initiatives=(
        Initiative(
            "„Latarnik”",
            "Wskazywanie ciemnych miejsc przez mieszkańców",
            ("road", "gminy"),
            "mieszkańcy wszystkich osiedli",
            "2026–2028",
            ("2026", "2028"),
            "Spacery z kartą zgłoszeń, mapa internetowa",
            "25 000 zł rocznie",
        ),
        Initiative(
            "„Bezpieczny przystanek”",
            "Zmniejszenie liczby kradzieży w autobusach",
            ("transit", "pol"),
            "pasażerowie",
            "2025–2027",
            ("2025", "2027"),
            "Komunikaty w pojazdach, dyżury policjantów na pętlach",
            "środki przewoźnika",
        ),
    ),
)


def build():
    path = path_of(PROGRAMME, "miasto_modrzew")
    doc = word.new(header="Modrzew – miasto spokojne", footer_page=True)
    word.put(
        doc,
        [
            ("p", MARK),
            ("p", "Uchwała Nr XVII/302/2025"),
            ("p", "Rady Miejskiej w Modrzewie"),
            ("p", "z dnia 25 września 2025 r."),
            ("p", f"w sprawie: uchwalenia programu „{TITLE}”"),
            (
                "p",
                "Na podstawie art. 92 ust. 1 pkt 1 w związku z art. 12 pkt 9b ustawy o samorządzie powiatowym Rada Miejska w Modrzewie uchwala, co następuje:",
            ),
            ("p", "§ 1. Uchwala się program w brzmieniu załącznika. § 2. Wykonanie powierza się Prezydentowi Miasta."),
            ("break", ""),
            ("title", TITLE),
            ("h", "1. Po co program"),
            (
                "p",
                "Bezpieczne miasto to takie, w którym dziecko samo dojdzie do szkoły, a senior bez lęku otworzy drzwi.",
            ),
            ("h", "2. Czego się dowiedzieliśmy"),
            (
                "p",
                "Ankieta (1 906 głosów) wskazała na trzy sprawy: hałas w nocy, hulajnogi na chodnikach oraz oszustwa telefoniczne. Policja odnotowała w 2024 r. 1 377 przestępstw kryminalnych, o 5,1% mniej niż w roku 2023.",
            ),
            ("h", "3. Cele"),
            ("p", "– mniej zdarzeń uciążliwych w śródmieściu,"),
            ("p", "– sprawniejsza pomoc rodzinom w kryzysie,"),
            ("h", "4. Zasady pracy"),
            (
                "p",
                "Za koordynację odpowiada Biuro Zarządzania Kryzysowego. Raz w roku zespół przedstawia wyniki Komisji.",
            ),
            ("h", "5. Zamierzenia"),
        ],
    )
    join, side = Joiner("i", ",", "oraz"), Joiner("oraz", ",", "i")
    for no, section in enumerate(PROGRAMME.areas[:2], 1):
        word.put(doc, [("h2", f"5.{no}. {section.name}")])
        for n, a in enumerate(section.actions, 1):
            paragraph = doc.add_paragraph()
            paragraph.add_run(f"5.{no}.{n}. ").bold = True
            paragraph.add_run(a.text)
            others = [WITH[name] for name in BODIES.printed(a.others)]
            tail = f"Wykonuje: {join(BODIES.printed(a.lead))}"
            tail += f", wspólnie z: {side(others)}" if others else ""
            doc.add_paragraph(f"{tail}.")
            doc.add_paragraph(f"Termin: {a.term.rstrip('.')}.")
    for no, section in enumerate(PROGRAMME.areas[2:], 3):
        word.put(doc, [("h2", f"5.{no}. {section.name}")])
        rows = [["Zamierzenie", "Jednostka prowadząca", "Jednostki włączone", "Ramy czasowe"]]
        for a in section.actions:
            rows.append([a.text, "\n".join(BODIES.printed(a.lead)), side(BODIES.printed(a.others)), a.term])
        word.table(doc, rows, widths=(Cm(7), Cm(3.5), Cm(3.7), Cm(3)))
    word.put(doc, [("h", "6. Kampanie miejskie")])
    for i in PROGRAMME.initiatives:
        rows = [
            ["Nazwa kampanii", i.name],
            ["Po co?", i.goal],
            ["Prowadzą", "\n".join(BODIES.printed(i.lead))],
            ["Adresaci", i.audience],
            ["Lata", i.term],
            ["Jak?", i.method],
            ["Budżet", i.money],
        ]
        word.table(doc, rows, widths=(Cm(4), Cm(13)), repeat=0)
        doc.add_paragraph()
    word.put(doc, [("h", "7. Zakończenie"), ("p", "Dokument przeglądamy co dwa lata.")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
