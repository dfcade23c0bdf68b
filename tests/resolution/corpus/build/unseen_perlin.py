"""ODT of a city (LibreOffice): cards as tables of four columns, two labels to a row; initiatives in a table whose headers are other words.

Doubtful: the letter of the module and the number of the card (B/2) are its place, the area is the module.
"""

import bank_unseen as bank
import word
from docx.shared import Cm
from model import MARK, Initiative, Programme
from unseen import Joiner, areas, bodies, path_of

BODIES = bodies(
    pol="Miejska Komenda Policji",
    fire="Miejska Komenda PSP",
    sm="Straż Miejska w Perlinie",
    czk="Centrum Zarządzania Kryzysowego",
    soc="MOPS",
    road="MZD",
    san="inspekcja sanitarna",
    gminy="rady dzielnic",
    health="Szpital Miejski",
    edu="Miejska Poradnia",
    alc="MKRPA",
    ngo="fundacje",
    elders="Perlińska Rada Seniorów",
    housing="Perlińskie TBS",
    biz="Izba Kupiecka",
    osp="OSP Perlin-Port",
)
TITLE = "Perliński Program Bezpieczeństwa – program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego na lata 2025–2027"
PROGRAMME = Programme(
    unit="Miasto Perlin",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr VIII/70/2025 Rady Miasta Perlin z dnia 27 marca 2025 r.",
    act_no="VIII/70/2025",
    date="2025-03-27",
    years=(2025, 2027),
    bodies=BODIES,
    scored=("term", "indicators", "funding"),
    layout="odt: cards of four columns, initiatives table with other headers",
    areas=areas(
        a=("Port i starówka", (bank.ORDER[3:4], bank.ORDER[5:7], bank.PROPERTY[1:3])),
        b=("Uzależnienia i przemoc", (bank.ADDICT[:3], bank.FAMILY[1:4])),
        c=("Seniorzy i osoby samotne", (bank.SENIOR,)),
        d=("Woda, ogień, chemia", (bank.FIRE[2:4], bank.FIRE[7:], bank.HEALTH[4:])),
    ),
    initiatives=(
        Initiative(
            "„Złota Godzina”",
            "Ratowanie życia w pierwszych minutach po wypadku",
            ("health", "fire"),
            "kierowcy i uczniowie",
            "2025–2027",
            ("2025", "2027"),
            "Kurs weekendowy z egzaminem",
            "opłaty uczestników",
        ),
        Initiative(
            "„Sąsiedzi w kontakcie”",
            "Ograniczenie samotności starszych ludzi",
            ("soc", "elders"),
            "osoby po 70. roku życia",
            "2026–2027",
            ("2026", "2027"),
            "Poczta telefoniczna prowadzona przez wolontariuszy",
            "18 tys. zł",
        ),
        Initiative(
            "„Czysta plaża”",
            "Mniej śmieci i szkła na kąpieliskach",
            ("sm",),
            "plażowicze",
            "2025–2026",
            ("2025", "2026"),
            "Patrole rowerowe i worki na śmieci",
            "budżet miasta",
        ),
    ),
)


def build():
    path = path_of(PROGRAMME, "miasto_perlin")
    doc = word.new(header="Perlin | Program bezpieczeństwa")
    word.put(
        doc,
        [
            ("p", MARK),
            ("title", "Uchwała Nr VIII/70/2025\nRady Miasta Perlin\nz dnia 27 marca 2025 r."),
            ("p", f"w sprawie programu „{TITLE}”"),
            (
                "p",
                "Na podstawie art. 12 pkt 9b w związku z art. 92 ust. 1 pkt 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
            ),
            (
                "p",
                "§ 1. Uchwala się Perliński Program Bezpieczeństwa. § 2. Wykonanie powierza się Prezydentowi Miasta.",
            ),
            ("break", ""),
            ("title", TITLE),
            ("h", "Słowo na początek"),
            ("p", "Perlin jest miastem nadmorskim; latem mieszka w nim trzy razy więcej osób niż zimą."),
            ("h", "Karty"),
        ],
    )
    leads, others = Joiner("i", "\n", ","), Joiner("\n", ",", none="–")
    for letter, section in zip("ABCD", PROGRAMME.areas, strict=True):
        word.put(doc, [("h2", f"Moduł {letter}. {section.name}")])
        for n, a in enumerate(section.actions, 1):
            card = word.table(
                doc,
                [
                    [f"Zadanie {letter}/{n}"] * 4,
                    ["Opis", a.text, a.text, a.text],
                    ["Gospodarz", leads(BODIES.printed(a.lead)), "Kiedy", a.term],
                    ["Wspierający", others(BODIES.printed(a.others)), "Budżet", a.money],
                    ["Mierzymy", *["\n".join(a.measures)] * 3],
                ],
                widths=(Cm(2.6), Cm(6.2), Cm(2.2), Cm(5.6)),
                repeat=0,
            )
            word.join(card, 0, 0, 0, 3)
            word.join(card, 1, 1, 1, 3)
            word.join(card, 4, 1, 4, 3)
            doc.add_paragraph()
    word.put(doc, [("h", "Inicjatywy towarzyszące")])
    word.table(
        doc,
        [
            [
                "Nr",
                "Tytuł inicjatywy",
                "Zamierzony cel",
                "Prowadzi",
                "Dla kogo",
                "Czas trwania",
                "Formy pracy",
                "Pieniądze",
            ],
            *(
                [f"{n}.", i.name, i.goal, ", ".join(BODIES.printed(i.lead)), i.audience, i.term, i.method, i.money]
                for n, i in enumerate(PROGRAMME.initiatives, 1)
            ),
        ],
        widths=tuple(Cm(w) for w in (0.8, 2.7, 3, 2.4, 2.4, 2, 2.6, 2)),
    )
    word.put(doc, [("h", "Na koniec"), ("p", "Zespół spotyka się w styczniu, maju i październiku.")])
    word.convert(doc, path.with_suffix(".odt"))


if __name__ == "__main__":
    build()
