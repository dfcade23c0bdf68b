"""ODT of a city in plain language: tables „Co zrobimy? | Kto? | Z kim? | Kiedy? | Po czym poznamy?”, several bodies as paragraphs of a cell.

Areas are questions of residents. No list of abbreviations. Doubtful: names of areas are whole sentences.
"""

import bank_heldout as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Programme, filled, write_gold


def one(name):
    return (name, (name,))


BODIES = Bodies(
    {
        "pol": one("Komenda Miejska Policji"),
        "fire": one("Komenda Miejska PSP"),
        "czk": one("Biuro Bezpieczeństwa"),
        "soc": one("Centrum Usług Społecznych"),
        "road": one("Miejski Zarząd Dróg"),
        "san": one("sanepid"),
        "vet": one("Powiatowy Lekarz Weterynarii"),
        "bud": one("nadzór budowlany"),
        "gminy": one("rady osiedli"),
        "edu": one("Poradnia Psychologiczno-Pedagogiczna nr 1"),
        "sm": one("Straż Miejska"),
        "schools": one("szkoły i przedszkola"),
        "ngo": one("organizacje społeczne"),
        "osp": one("OSP Kalinówka"),
        "health": one("przychodnie"),
        "court": one("Sąd Rejonowy"),
        "word": one("WORD"),
        "itd": one("Inspekcja Transportu Drogowego"),
        "alc": one("Miejska Komisja Rozwiązywania Problemów Alkoholowych"),
        "kas": one("KAS"),
        "forest": one("leśnicy"),
        "env": one("Wydział Środowiska"),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="miasta")))


PROGRAMME = Programme(
    unit="Miasto Kalinówka",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Miasta Kalinówka na lata 2026–2030",
    act="Uchwała Nr XXII/210/2025 Rady Miasta Kalinówka z dnia 29 grudnia 2025 r.",
    act_no="XXII/210/2025",
    date="2025-12-29",
    years=(2026, 2030),
    bodies=BODIES,
    scored=("term", "indicators"),
    layout="odt: plain-language tables",
    areas=(
        area("Czy po zmroku wrócę bezpiecznie do domu?", bank.STREET[3:], bank.ELDER[2:]),
        area("Czy moje dziecko jest bezpieczne w szkole i w sieci?", bank.YOUNG, bank.CYBER),
        area("Kto pomoże mojej rodzinie?", bank.FAMILY, bank.ADDICT[:2]),
        area("Czy ulice są bezpieczne?", bank.TRAFFIC[1:]),
        area("Czy jesteśmy gotowi na pożar, powódź, epidemię?", bank.RESCUE, bank.SANIT),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "miasto_kalinowka")
    doc = word.new(header="Kalinówka. Bezpieczna.", landscape=True)
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XXII/210/2025\nRADY MIASTA KALINÓWKA\nz dnia 29 grudnia 2025 r.",
            executor="Prezydentowi Miasta Kalinówka",
            journal="Województwa Opolskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "Dlaczego powstał ten program"),
            (
                "p",
                "Zapytaliśmy mieszkańców, czego się boją. Odpowiedziało 2 317 osób. Z ich odpowiedzi ułożyliśmy pięć pytań, na które odpowiada ten program.",
            ),
            ("h", "Co wiemy o bezpieczeństwie w mieście"),
            *front.offences((2022, 2023, 2024), "w Kalinówce"),
            ("h", "Co zrobimy"),
        ],
    )
    for no, section in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Obszar {no}. {section.name}")])
        word.table(
            doc,
            [
                ["Nr", "Co zrobimy?", "Kto za to odpowiada?", "Z kim?", "Kiedy?", "Po czym poznamy, że się udało?"],
                *(
                    [
                        f"{no}.{n}",
                        a.text,
                        "\n".join(BODIES.printed(a.lead)),
                        "\n".join(BODIES.printed(a.others)),
                        a.term,
                        "\n".join(a.measures),
                    ]
                    for n, a in enumerate(section.actions, 1)
                ),
            ],
            widths=(Cm(1.2), Cm(8.5), Cm(4.2), Cm(4), Cm(3), Cm(3.5)),
        )
    word.put(doc, [("h", "Jak sprawdzimy efekty"), *front.monitoring("Biuro Bezpieczeństwa Urzędu Miasta")])
    word.convert(doc, path.with_suffix(".odt"))


if __name__ == "__main__":
    build()
