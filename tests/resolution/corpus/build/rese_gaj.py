"""DOCX of a county: numbered actions that end with those responsible in round brackets, „(KPP, PCPR, szkoły)”, terms given once an area.

The first body in the brackets is no more responsible than the others: all are. Doubtful: a careful human takes the brackets out of the wording,
since the introduction says that they name those who carry the action out.
"""

import bank_dev as dev
import bank_heldout as held
import front
import word
from model import Action, Area, Programme, write_gold
from roles import area, bodies

LIST = {
    "KPP": "Komenda Powiatowa Policji w Gaju",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Gaju",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Gaju",
    "ZDP": "Zarząd Dróg Powiatowych w Gaju",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Gaju",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego w Gaju",
    "PIW": "Powiatowy Inspektorat Weterynarii w Gaju",
    "SP": "Starostwo Powiatowe w Gaju",
}
BODIES = bodies(
    pol=("KPP", "KPP"),
    fire=("KP PSP", "KP PSP"),
    soc=("PCPR", "PCPR"),
    road=("ZDP", "ZDP"),
    san=("PSSE", "PSSE"),
    bud=("PINB", "PINB"),
    vet=("PIW", "PIW"),
    czk=("SP", "SP"),
)


def all_responsible(one):
    return Area(one.name, tuple(Action(a.text, tuple(dict.fromkeys((*a.lead, *a.others)))) for a in one.actions))


PROGRAMME = Programme(
    unit="Powiat Gajowski",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2024–2027",
    act="Uchwała Nr LIV/366/2024 Rady Powiatu Gajowskiego z dnia 28 marca 2024 r.",
    act_no="LIV/366/2024",
    date="2024-03-28",
    years=(2024, 2027),
    bodies=BODIES,
    abbreviations=LIST,
    scored=(),
    layout="docx: bodies in brackets at the end",
    areas=tuple(
        all_responsible(one)
        for one in (
            area("Bezpieczeństwo w miejscu zamieszkania", dev.ORDER[:4]),
            area("Bezpieczeństwo w szkole", dev.YOUTH[:3], held.YOUNG[2:4]),
            area("Bezpieczeństwo na drodze", dev.ROADS[:4]),
            area("Bezpieczeństwo sanitarne i weterynaryjne", dev.HEALTH[:2], held.SANIT[:2]),
        )
    ),
)


def build():
    path = write_gold(PROGRAMME, "reserve", "powiat_gajowski")
    doc = word.new(header="Powiat Gajowski")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR LIV/366/2024\nRADY POWIATU GAJOWSKIEGO\nz dnia 28 marca 2024 r.",
            executor="Zarządowi Powiatu",
            journal="Województwa Opolskiego",
        ),
    )
    word.put(doc, [("break", ""), ("title", PROGRAMME.title), ("h", "I. Skróty")])
    for abbr, name in LIST.items():
        doc.add_paragraph(f"{abbr} – {name};")
    word.put(
        doc,
        [
            ("h", "II. Stan bezpieczeństwa"),
            *front.offences((2021, 2022, 2023), "w powiecie"),
            ("h", "III. Zadania"),
            ("p", "W nawiasach podano podmioty odpowiedzialne za realizację zadań."),
        ],
    )
    for no, one in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Obszar {['I', 'II', 'III', 'IV'][no - 1]} – {one.name}")])
        count = word.numbering(doc)
        for a in one.actions:
            word.numbered(doc.add_paragraph(f"{a.text} ({', '.join(BODIES.printed(a.lead))})"), count)
    word.put(doc, [("h", "IV. Monitoring"), *front.monitoring("Starostwo Powiatowe w Gaju")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
