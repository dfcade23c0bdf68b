"""TXT of a county in Windows-1250 with CRLF: numbered prose wrapped at 90 columns, „Odpowiedzialny: …; współdziałanie: …; termin: …” in brackets.

Doubtful: none; lists are joined by commas and „oraz”.
"""

import textwrap

import bank_heldout as bank
from model import MARK, Area, Bodies, Programme, filled, write_gold

LIST = {
    "KPP": "Komenda Powiatowa Policji w Mechowie",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Mechowie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie",
    "ZDP": "Zarząd Dróg Powiatowych",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna",
    "PIW": "Powiatowy Inspektorat Weterynarii",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
    "PCZK": "Powiatowe Centrum Zarządzania Kryzysowego",
}
BODIES = Bodies(
    {
        "pol": ("KPP", ("KPP", "Komenda Powiatowa Policji")),
        "fire": ("KP PSP", ("KP PSP",)),
        "czk": ("PCZK", ("PCZK",)),
        "soc": ("PCPR", ("PCPR", "Powiatowe Centrum Pomocy Rodzinie")),
        "road": ("ZDP", ("ZDP",)),
        "san": ("PSSE", ("PSSE",)),
        "vet": ("PIW", ("PIW",)),
        "bud": ("PINB", ("PINB",)),
        "gminy": ("gminy", ("gminy",)),
        "edu": ("poradnia psychologiczno-pedagogiczna", ("poradnia psychologiczno-pedagogiczna",)),
        "sm": ("straże gminne", ("straże gminne",)),
        "schools": ("szkoły", ("szkoły",)),
        "ngo": ("organizacje pozarządowe", ("organizacje pozarządowe",)),
        "osp": ("OSP", ("OSP",)),
        "health": ("przychodnie", ("przychodnie",)),
        "court": ("kuratorzy", ("kuratorzy",)),
        "word": ("WORD", ("WORD",)),
        "itd": ("ITD", ("ITD",)),
        "alc": ("GKRPA", ("GKRPA",)),
        "kas": ("KAS", ("KAS",)),
        "forest": ("nadleśnictwo", ("nadleśnictwo",)),
        "env": ("starostwo", ("starostwo",)),
    }
)


def area(name, *groups):
    return Area(name, tuple(action for group in groups for action in filled(group, jst="powiatu")))


PROGRAMME = Programme(
    unit="Powiat Mechowski",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2024-2028",
    act="Uchwała Nr LX/455/2023 Rady Powiatu Mechowskiego z dnia 28 grudnia 2023 r.",
    act_no="LX/455/2023",
    date="2023-12-28",
    years=(2024, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term",),
    layout="txt (cp1250): wrapped prose, brackets",
    areas=(
        area("BEZPIECZEŃSTWO I PORZĄDEK PUBLICZNY", bank.STREET[:6]),
        area("PRZECIWDZIAŁANIE PRZEMOCY, ALKOHOLIZMOWI I NARKOMANII", bank.FAMILY[:4], bank.ADDICT),
        area("BEZPIECZEŃSTWO W RUCHU DROGOWYM", bank.TRAFFIC),
        area("OCHRONA PRZECIWPOŻAROWA I RATOWNICTWO", bank.RESCUE[:5]),
        area("BEZPIECZEŃSTWO SANITARNE, WETERYNARYJNE I BUDOWLANE", bank.SANIT[:4]),
    ),
)


def joined(names):
    return " oraz ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_mechowski").with_suffix(".txt")
    out = [
        MARK,
        "",
        "UCHWAŁA NR LX/455/2023",
        "RADY POWIATU MECHOWSKIEGO",
        "z dnia 28 grudnia 2023 r.",
        "",
        f"w sprawie uchwalenia programu „{PROGRAMME.title}”",
        "",
        "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
        "",
        f"§ 1. Uchwala się „{PROGRAMME.title}”, stanowiący załącznik do uchwały.",
        "§ 2. Wykonanie uchwały powierza się Zarządowi Powiatu.",
        "",
        "",
        "Wykaz używanych skrótów:",
    ]
    out += [f"  {abbr} - {name}" for abbr, name in LIST.items()]
    out += [
        "",
        "Ocena stanu bezpieczeństwa",
        "W 2022 roku odnotowano 512 przestępstw, o 4% mniej niż w roku 2021. Wykrywalność wyniosła 71,2%.",
        "Najczęściej występowały: 1) kradzieże, 2) oszustwa internetowe, 3) prowadzenie pojazdu w stanie nietrzeźwości.",
        "",
    ]
    for no, one in enumerate(PROGRAMME.areas, 1):
        out += ["", f"ROZDZIAŁ {['I', 'II', 'III', 'IV', 'V'][no - 1]}. {one.name}", ""]
        for n, a in enumerate(one.actions, 1):
            tail = f"[Odpowiedzialny: {joined(BODIES.printed(a.lead))}; "
            tail += f"współdziałanie: {joined(BODIES.printed(a.others))}; " if a.others else ""
            out += textwrap.wrap(f"{n}) {a.text}", 90, subsequent_indent="   ") + textwrap.wrap(
                f"{tail}termin: {a.term}]", 90, initial_indent="   ", subsequent_indent="   "
            )
    out += [
        "",
        "ROZDZIAŁ VI. POSTANOWIENIA KOŃCOWE",
        "",
        "1. Program podlega corocznej ocenie.",
        "2. Sprawozdanie przedkłada się Radzie Powiatu do 31 marca.",
        "",
    ]
    path.write_bytes("\r\n".join(out).encode("cp1250"))


if __name__ == "__main__":
    build()
