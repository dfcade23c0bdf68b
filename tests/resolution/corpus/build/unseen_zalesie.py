"""MD of a city: each task is a heading of its own („1.2. …”), its particulars bullets with labels in bold; initiatives likewise.

Doubtful: the wording of a task is its heading without the number; axes of the programme are the areas.
"""

import bank_unseen as bank
from model import MARK, Initiative, Programme
from unseen import Joiner, alone, areas, bodies, path_of

LIST = {
    "KMP": "Komenda Miejska Policji w Zalesiu",
    "KMPSP": "Komenda Miejska Państwowej Straży Pożarnej w Zalesiu",
    "ZSM": "Zaleska Straż Miejska",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej w Zalesiu",
    "ZIM": "Zarząd Inwestycji Miejskich",
    "CBM": "Centrum Bezpieczeństwa Miasta",
}
BODIES = bodies(
    pol=("KMP", ("KMP", "KMP", "Komenda Miejska Policji w Zalesiu")),
    fire="KMPSP",
    sm=("ZSM", ("ZSM", "Zaleska Straż Miejska")),
    soc="MOPS",
    road="ZIM",
    czk=("CBM", ("CBM", "Centrum Bezpieczeństwa Miasta")),
    gminy="rady dzielnic",
    san="PSSE",
    health="przychodnie",
    court="kuratorzy sądowi",
    edu="PPP",
    library="Mediateka",
    biz="zarządcy galerii",
    alc="MKRPA",
    rail="SOK",
)
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego „Zalesie 2030” na lata 2025–2030"
PROGRAMME = Programme(
    unit="Miasto Zalesie Królewskie",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr XII/144/2025 Rady Miasta Zalesie Królewskie z dnia 29 maja 2025 r.",
    act_no="XII/144/2025",
    date="2025-05-29",
    years=(2025, 2030),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="md: each task a heading, particulars as bullets",
    areas=areas(
        a=(
            "Przestrzeń wspólna",
            (bank.ORDER[:1], bank.ORDER[2:4], [alone(bank.ORDER[6])], bank.ORDER[7:8], bank.ORDER[9:]),
        ),
        b=("Młode pokolenie", (bank.YOUTH[:1], bank.YOUTH[2:4], bank.YOUTH[6:], bank.ADDICT[1:2])),
        c=("Sieć", (bank.CYBER[:1], bank.CYBER[2:])),
        d=("Kolej i ulica", (bank.ROADS[1:2], bank.ROADS[6:])),
    ),
    initiatives=(
        Initiative(
            "Mediateka Nocą",
            "Bezpieczne miejsce dla młodzieży w piątkowe wieczory",
            ("library", "soc"),
            "nastolatki",
            "2026–2028",
            ("2026", "2028"),
            "Nocne czytanie, gry i warsztaty z opiekunem",
            "30 tys. zł",
        ),
        Initiative(
            "Bez Kasku Ani Rusz",
            "Ochrona głów najmłodszych rowerzystów",
            ("pol", "schools"),
            "uczniowie klas I–III",
            "2025–2026",
            ("2025", "2026"),
            "Pokazy i losowanie kasków",
            "sponsorzy",
        ),
    ),
)


def build():
    path = path_of(PROGRAMME, "miasto_zalesie").with_suffix(".md")
    out = [
        MARK,
        "",
        "**Uchwała Nr XII/144/2025**",
        "**Rady Miasta Zalesie Królewskie**",
        "**z dnia 29 maja 2025 r.**",
        "",
        f"w sprawie uchwalenia programu: {TITLE}",
        "",
        "Podstawa prawna: art. 12 pkt 9b w zw. z art. 92 ust. 1 pkt 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym.",
        "",
        f"# {TITLE}",
        "",
        "## Skróty",
        "",
        "| Jest | Znaczy |",
        "|---|---|",
        *(f"| {abbr} | {name} |" for abbr, name in LIST.items()),
        "",
        "## Punkt wyjścia",
        "",
        "Zalesie ma 88 tysięcy mieszkańców i dworzec, przez który przejeżdża 9 tysięcy osób dziennie.",
        "",
    ]
    leads, others = Joiner("i", ","), Joiner(",", "i", "oraz")
    for no, section in enumerate(PROGRAMME.areas, 1):
        out += [f"## Oś {no}. {section.name}", ""]
        for n, a in enumerate(section.actions, 1):
            out += [f"### {no}.{n}. {a.text}", "", f"- **Odpowiada:** {leads(BODIES.printed(a.lead))}"]
            if a.others:
                out.append(f"- **Wspiera:** {others(BODIES.printed(a.others))}")
            out += [f"- **Kiedy:** {a.term}", f"- **Wskaźniki:** {'; '.join(a.measures)}", ""]
    out += ["## Inicjatywy", ""]
    for i in PROGRAMME.initiatives:
        out += [
            f"### Inicjatywa: {i.name}",
            "",
            f"- **Cel:** {i.goal}",
            f"- **Realizatorzy:** {', '.join(BODIES.printed(i.lead))}",
            f"- **Odbiorcy:** {i.audience}",
            f"- **Czas trwania:** {i.term}",
            f"- **Metoda:** {i.method}",
            f"- **Pieniądze:** {i.money}",
            "",
        ]
    out += ["## Rozliczenie", "", "CBM zbiera dane co kwartał.", ""]
    path.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    build()
