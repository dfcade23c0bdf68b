"""PDF of a county through LibreOffice: numbered prose, bodies and deadline in the sentence after each action, headers and page numbers.

The county has a list of abbreviations; bodies are printed by it or in full, sometimes inflected („przez Komendę …” is avoided, „Realizator:
Komenda …” is not). Doubtful: none.
"""

import bank_dev as bank
import front
import word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from model import Area, Bodies, Programme, filled, rows, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Krasnoborze",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Krasnoborze",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Krasnoborze",
    "ZDP": "Zarząd Dróg Powiatowych w Krasnoborze",
    "PZZK": "Powiatowy Zespół Zarządzania Kryzysowego",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Krasnoborze",
    "PIW": "Powiatowy Inspektorat Weterynarii w Krasnoborze",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego w Krasnoborze",
    "OPS": "ośrodki pomocy społecznej",
    "OSP": "ochotnicze straże pożarne",
    "GKRPA": "gminne komisje rozwiązywania problemów alkoholowych",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("KPP", "Komenda Powiatowa Policji w Krasnoborze", "KPP")),
        "fire": ("KP PSP", ("KP PSP", "Komenda Powiatowa Państwowej Straży Pożarnej")),
        "sm": ("straż gminna", ("straż gminna",)),
        "czk": ("PZZK", ("PZZK",)),
        "soc": ("PCPR", ("PCPR", "PCPR", "Powiatowe Centrum Pomocy Rodzinie")),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "alc": ("GKRPA", ("GKRPA", "gminne komisje rozwiązywania problemów alkoholowych")),
        "osp": ("OSP", ("OSP",)),
        "itd": ("Inspekcja Transportu Drogowego", ("Inspekcja Transportu Drogowego",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "word": ("WORD", ("WORD",)),
        "schools": ("szkoły", ("szkoły",)),
        "gminy": ("samorządy gmin", ("samorządy gmin",)),
        "health": ("podmioty lecznicze", ("podmioty lecznicze",)),
        "court": ("kuratorzy sądowi", ("kuratorzy sądowi",)),
        "edu": ("Wydział Edukacji i Zdrowia", ("Wydział Edukacji i Zdrowia",)),
        "env": ("Wydział Środowiska", ("Wydział Środowiska",)),
        "forest": ("Nadleśnictwo Krasnobór", ("Nadleśnictwo Krasnobór",)),
    }
)
OWN = rows(
    (
        "Prowadzenie rejestru osób zaginionych w lasach i na jeziorach oraz ćwiczenie poszukiwań z psami ratowniczymi.",
        "pol, fire",
        "osp, forest, gminy",
        "dwa razy w roku",
    ),
    (
        "Patrole wodne na jeziorach Czarnym i Białym w sezonie turystycznym.",
        "pol",
        "WOPR, fire",
        "od 15 czerwca do 31 sierpnia",
    ),
)
HERE = {"gdzie": "na terenie gmin powiatu", "jst": "powiatu"}


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, **HERE)))


PROGRAMME = Programme(
    unit="Powiat Krasnoborski",
    kind="powiat",
    title="Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego Powiatu Krasnoborskiego na lata 2024-2027",
    act="Uchwała Nr LIII/402/2023 Rady Powiatu Krasnoborskiego z dnia 30 listopada 2023 r.",
    act_no="LIII/402/2023",
    date="2023-11-30",
    years=(2024, 2027),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term",),
    layout="pdf (LibreOffice): numbered prose",
    areas=(
        area(
            "Bezpieczeństwo publiczne i walka z przestępczością", bank.ORDER[:1], bank.ORDER[2:4], bank.ORDER[6:], OWN
        ),
        area("Zwalczanie alkoholizmu i narkomanii", bank.DRUGS),
        area("Bezpieczeństwo na drogach", bank.ROADS),
        area("Ochrona przeciwpożarowa i ratownictwo", bank.FIRE),
    ),
)


def build():
    path = write_gold(PROGRAMME, "dev", "powiat_krasnoborski")
    doc = word.new(header="Program zapobiegania przestępczości Powiatu Krasnoborskiego 2024-2027")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR LIII/402/2023\nRADY POWIATU KRASNOBORSKIEGO\nz dnia 30 listopada 2023 r.",
            executor="Zarządowi Powiatu Krasnoborskiego",
            journal="Województwa Warmińsko-Mazurskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title.upper()),
            ("h", "ROZDZIAŁ I. WSTĘP"),
            (
                "p",
                "Powiat krasnoborski zajmuje powierzchnię 1 214 km² i liczy 61 tys. mieszkańców. Na jego terenie leży dziewięć gmin, w tym dwie miejskie.",
            ),
            ("h", "ROZDZIAŁ II. OCENA STANU BEZPIECZEŃSTWA"),
            *front.offences((2020, 2021, 2022), "w powiecie"),
            ("h", "ROZDZIAŁ III. UŻYTE SKRÓTY"),
        ],
    )
    for abbr, name in LIST.items():
        doc.add_paragraph(f"{abbr} – {name}" + ("." if abbr == "GKRPA" else ","))
    word.put(doc, [("h", "ROZDZIAŁ IV. ZADANIA")])
    for no, one in enumerate(PROGRAMME.areas, 1):
        word.put(doc, [("h2", f"Obszar {no}. {one.name}")])
        for n, a in enumerate(one.actions, 1):
            text = f"{n}. {a.text}"
            lead, others = BODIES.printed(a.lead), BODIES.printed(a.others)
            doc.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            tail = f"{'Realizatorzy' if len(lead) > 1 else 'Realizator'}: {', '.join(lead)}; "
            tail += f"współpraca: {', '.join(others)}; " if others else ""
            doc.add_paragraph(f"{tail}termin: {a.term}").alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    word.put(doc, [("h", "ROZDZIAŁ V. SPRAWOZDAWCZOŚĆ"), *front.monitoring("Starosta Krasnoborski")])
    word.convert(doc, path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
