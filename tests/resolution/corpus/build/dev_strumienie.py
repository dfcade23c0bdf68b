"""DOCX of a city: under each area, lists of actions grouped by the body that does them; tracked changes, text boxes, automatic numbers.

The body above a list is responsible for each of its actions; „(współpraca: …)” at the end of an action names partners and is no part of its
text. Doubtful: whether the bracket belongs to the text; a careful human would take the partners out of it, since the text says „współpraca”.
Numbers go on through an area, as the document prints them. Changes are read as accepted.
"""

import bank_dev as bank
import front
import word
from model import Action, Area, Bodies, Initiative, Programme, filled, rows, write_gold

BODIES = Bodies(
    {
        "pol": ("Komenda Miejska Policji w Strumieniach", ("Komenda Miejska Policji w Strumieniach",)),
        "fire": ("Komenda Miejska Państwowej Straży Pożarnej", ("Komenda Miejska Państwowej Straży Pożarnej",)),
        "sm": ("Straż Miejska", ("Straż Miejska",)),
        "soc": ("Miejski Ośrodek Pomocy Społecznej", ("Miejski Ośrodek Pomocy Społecznej",)),
        "road": ("Zarząd Dróg Miejskich", ("Zarząd Dróg Miejskich",)),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "czk": ("Wydział Zarządzania Kryzysowego", ("Wydział Zarządzania Kryzysowego",)),
        "osp": ("OSP", ("OSP",)),
        "alc": (
            "Miejska Komisja Rozwiązywania Problemów Alkoholowych",
            ("Miejska Komisja Rozwiązywania Problemów Alkoholowych",),
        ),
        "itd": ("Inspekcja Transportu Drogowego", ("Inspekcja Transportu Drogowego",)),
        "word": ("WORD", ("WORD",)),
        "bud": ("Powiatowy Inspektorat Nadzoru Budowlanego", ("Powiatowy Inspektorat Nadzoru Budowlanego",)),
        "forest": ("nadleśnictwo", ("nadleśnictwo",)),
        "gminy": ("rady osiedli", ("rady osiedli",)),
        "court": ("kuratorzy sądowi", ("kuratorzy sądowi",)),
        "health": ("przychodnie", ("przychodnie",)),
    }
)
CHANGED = Action("Objęcie patrolami rowerowymi bulwarów nad Strumienną oraz parku Sobótki.", ("sm",), ("pol",))
WORDS = {"gdzie": "w mieście", "jst": "miasta"}


def single(actions, body):
    """The actions that one body leads alone in this document."""
    return tuple(Action(a.text, (body,), tuple(o for o in a.others if o != body)) for a in filled(actions, **WORDS))


OWN = rows(
    (
        "Prowadzenie monitoringu miejskiego całą dobę i przekazywanie nagrań na wniosek uprawnionych organów.",
        "sm",
        "pol",
    )
)
AREAS = (
    Area(
        "Ład i porządek w mieście",
        (
            *single(bank.ORDER[:1] + bank.ORDER[2:4] + bank.ORDER[6:], "pol"),
            *single(bank.ORDER[5:6], "sm"),
            CHANGED,
            *OWN,
            *single(bank.ORDER[1:2] + bank.SENIORS[1:2], "czk"),
        ),
    ),
    Area(
        "Dzieci, młodzież, rodzina",
        (
            *single(bank.YOUTH[:1], "pol"),
            *single(bank.YOUTH[3:4], "sm"),
            *single(bank.HOME[:3], "soc"),
            *single(bank.DRUGS[1:2], "alc"),
        ),
    ),
    Area(
        "Ruch drogowy i ratownictwo",
        (
            *single(bank.ROADS[:1] + bank.ROADS[3:4], "pol"),
            *single(bank.ROADS[1:3], "road"),
            *single(bank.FIRE[:2] + bank.FIRE[4:], "fire"),
        ),
    ),
)
PROGRAMME = Programme(
    unit="Miasto Strumienie",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego w Mieście Strumienie na lata 2024-2026",
    act="Uchwała Nr LXXIX/644/24 Rady Miasta Strumienie z dnia 25 stycznia 2024 r.",
    act_no="LXXIX/644/24",
    date="2024-01-25",
    years=(2024, 2026),
    bodies=BODIES,
    areas=AREAS,
    scored=(),
    layout="docx: lists grouped by body; tracked changes; initiatives table",
    initiatives=(
        Initiative(
            "„Bezpieczny Senior”",
            "Przeciwdziałanie oszustwom.",
            ("pol", "soc"),
            "seniorzy",
            "2024-2026",
            ("2024", "2026"),
            "Prelekcje i ulotki",
            "budżet miasta",
        ),
        Initiative(
            "„Strażnik Kubuś uczy”",
            "Nauka zasad bezpieczeństwa najmłodszych.",
            ("sm",),
            "przedszkolaki",
            "2024-2025",
            ("2024", "2025"),
            "Teatrzyk profilaktyczny",
            "budżet miasta",
        ),
        Initiative(
            "„Dym to wróg”",
            "Upowszechnianie czujek dymu i czadu.",
            ("fire", "osp"),
            "mieszkańcy domów jednorodzinnych",
            "2025",
            ("2025", "2025"),
            "Pokazy na festynach",
            "środki WFOŚiGW",
        ),
        Initiative(
            "„Strefa bez dopalaczy”",
            "Zmniejszenie popytu na środki psychoaktywne.",
            ("schools", "alc"),
            "uczniowie szkół ponadpodstawowych",
            "rok szkolny 2024/2025",
            ("2024", "2025"),
            "Warsztaty, spektakl",
            "środki komisji",
        ),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "miasto_strumienie")
    doc = word.new(header="Strumienie 2024-2026")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR LXXIX/644/24\nRADY MIASTA STRUMIENIE\nz dnia 25 stycznia 2024 r.",
            executor="Prezydentowi Miasta",
            journal="Województwa Mazowieckiego",
            extra="oraz art. 91 i art. 92 ust. 1 pkt 1 ",
        ),
    )
    word.put(doc, [("break", ""), ("title", PROGRAMME.title)])
    word.text_box(
        doc.add_paragraph(), "Telefony alarmowe: 112 – numer ogólny, 986 – Straż Miejska, 998 – Straż Pożarna"
    )
    word.put(
        doc,
        [
            ("h", "I. Założenia"),
            (
                "p",
                "Program realizują wspólnie jednostki miejskie, Policja i Państwowa Straż Pożarna, każda w zakresie swoich zadań.",
            ),
        ],
    )
    word.change(
        doc.add_paragraph(),
        "Program obejmuje lata ",
        "2023-2025",
        "2024-2026",
        " i jest spójny ze strategią rozwoju miasta.",
    )
    word.put(
        doc,
        [
            ("h", "II. Stan bezpieczeństwa"),
            *front.offences((2021, 2022, 2023), "w Strumieniach"),
            ("h", "III. Zadania w poszczególnych obszarach"),
        ],
    )
    for no, one in enumerate(PROGRAMME.areas, 1):
        doc.add_heading(f"Obszar {'ABC'[no - 1]}. {one.name}", 2)
        count, last = word.numbering(doc, "%1)"), None
        for a in one.actions:
            if a.lead != last:
                last = a.lead
                doc.add_paragraph().add_run(f"{BODIES.gold(a.lead)[0]}:").bold = True
            paragraph = word.numbered(doc.add_paragraph(), count)
            tail = f" (współpraca: {', '.join(BODIES.printed(a.others))})" if a.others else ""
            if a is CHANGED:
                word.change(
                    paragraph,
                    "Objęcie patrolami ",
                    "pieszymi ",
                    "rowerowymi ",
                    "bulwarów nad Strumienną oraz parku Sobótki." + tail,
                )
            else:
                paragraph.add_run(a.text + tail)
    word.put(doc, [("h", "IV. Programy własne"), ("p", "W latach 2024-2026 realizowane będą następujące programy:")])
    word.table(
        doc,
        [
            ["Lp.", "Nazwa programu", "Cel programu", "Realizator", "Odbiorcy", "Lata realizacji", "Metody", "Środki"],
            *(
                [str(n), i.name, i.goal, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.method, i.money]
                for n, i in enumerate(PROGRAMME.initiatives, 1)
            ),
        ],
    )
    word.put(doc, [("h", "V. Monitoring"), *front.monitoring("Wydział Zarządzania Kryzysowego")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
