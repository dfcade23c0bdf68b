"""DOCX of a city as offices really leave it: hard spaces, soft hyphens, double spaces, tabs in headings, headings in bold only.

Header rows copied by hand inside tables, a table that goes on as a second one without a header, misspelt headings of columns, commas at ends of
lines in cells, a note under a table. Doubtful: hard spaces and soft hyphens are no part of a wording; the gold has plain spaces.
"""

import bank_heldout as bank
import front
import word
from docx.shared import Cm
from model import Area, Bodies, Programme, filled, write_gold

LIST = {
    "KMP": "Komenda Miejska Policji w Borowie",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Borowie",
    "SM": "Straż Miejska w Borowie",
    "BBiZK": "Biuro Bezpieczeństwa i Zarządzania Kryzysowego",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej w Borowie",
    "MZDiK": "Miejski Zarząd Dróg i Komunikacji",
    "PSSE": "Powiatowa Stacja Sanitarno – Epidemiologiczna w Borowie",
    "PIW": "Powiatowy Inspektorat Weterynarii",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
}
BODIES = Bodies(
    {
        "pol": ("KMP", ("KMP",)),
        "fire": ("KM PSP", ("KM PSP", "KM\u00a0PSP")),
        "sm": ("SM", ("SM",)),
        "czk": ("BBiZK", ("BBiZK",)),
        "soc": ("MOPS", ("MOPS",)),
        "road": ("MZDiK", ("MZDiK",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("Rady Osiedli", ("Rady Osiedli",)),
        "edu": ("Wydział Oświaty", ("Wydział  Oświaty",)),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarzą\u00addowe",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("ZOZ", ("ZOZ",)),
        "court": ("Sąd Rejonowy", ("Sąd\u00a0Rejonowy",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("MKRPA", ("MKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "forest": ("Lasy Państwowe", ("Lasy Państwowe",)),
        "env": ("Wydział Ochrony Środowiska", ("Wydział Ochrony Środowiska",)),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="miasta")))


PROGRAMME = Programme(
    unit="Miasto Borowo",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Miasta Borowo na lata 2023–2026",
    act="Uchwała Nr LVIII/704/2023 Rady Miasta Borowo z dnia 26 stycznia 2023 r.",
    act_no="LVIII/704/2023",
    date="2023-01-26",
    years=(2023, 2026),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term",),
    layout="docx: the mess of a real file",
    areas=(
        area("Ład, porządek i bezpieczeństwo w miejscach publicznych", bank.STREET[1:]),
        area("Zapobieganie uzależnieniom i przemocy", bank.ADDICT[:3], bank.FAMILY),
        area("Bezpieczeństwo na drogach", bank.TRAFFIC),
        area("Ochrona życia i zdrowia", bank.RESCUE[1:], bank.SANIT[:2]),
    ),
)
HEAD = ["Lp.", "Zadania  do  realizacji", "Podmiot odpowiedzialny za realizcję", "Wspólpraca", "Termin\nrealizacji"]


def messy(text, no):
    """The same wording with the spaces and hyphens that word processors leave."""
    words = text.split(" ")
    if no % 3 == 0 and len(words) > 4:
        words[2] += " "
    text = " ".join(words).replace(" w ", " w\u00a0").replace(" z ", " z\u00a0")
    return text.replace("bezpieczeń", "bezpie\u00adczeń")


def row(n, a):
    others = ",\n".join(BODIES.printed(a.others))
    return [
        f"{n}" if n % 4 else f"{n}. ",
        messy(a.text, n),
        ",\n".join(BODIES.printed(a.lead)),
        others + ("," if n % 5 == 0 and others else ""),
        a.term,
    ]


def build():
    path = write_gold(PROGRAMME, "heldout", "miasto_borowo")
    doc = word.new(header="Załącznik do Uchwały Nr LVIII/704/2023")
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA  NR  LVIII/704/2023\nRADY  MIASTA  BOROWO\nz dnia 26 stycznia 2023 r.",
            executor="Prezydentowi Miasta Borowo",
            journal="Województwa Świętokrzyskiego",
            extra="w zw. z art. 92 ust. 1 pkt 1 ",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title.upper()),
            ("title", "I.\tWSTĘP"),
            ("p", "Program  opracowano  na podstawie analizy stanu bezpieczeństwa  w latach 2020–2022."),
            ("title", "II.\tDIAGNOZA"),
            *front.offences((2020, 2021, 2022), "w Borowie"),
            ("title", "III.\tWYKAZ SKRÓTÓW"),
        ],
    )
    for abbr, name in LIST.items():
        doc.add_paragraph(f"{abbr}\t–  {name}")
    word.put(doc, [("title", "IV.\tOBSZARY  DZIAŁAŃ")])
    widths = (Cm(1.2), Cm(7), Cm(3.6), Cm(3.6), Cm(2.8))
    for no, one in enumerate(PROGRAMME.areas, 1):
        doc.add_paragraph().add_run(f"OBSZAR  {('I', 'II', 'III', 'IV')[no - 1]} :\t{one.name.upper()}").bold = True
        lines = [row(n, a) for n, a in enumerate(one.actions, 1)]
        if no == 2:  # one table set as two, the second has no header
            word.table(doc, [HEAD, *lines[:4]], widths=widths, repeat=0)
            doc.add_paragraph()
            word.table(doc, lines[4:], widths=widths, repeat=0)
        elif no == 3:  # the header copied by hand where a page once began
            word.table(doc, [HEAD, *lines[:3], HEAD, *lines[3:]], widths=widths, repeat=0)
        else:
            word.table(doc, [HEAD, *lines], widths=widths, repeat=0)
            doc.add_paragraph("*  terminy mogą ulec zmianie")
    word.put(doc, [("title", "V.\tMONITORING"), *front.monitoring("Biuro Bezpieczeństwa i Zarządzania Kryzysowego")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
