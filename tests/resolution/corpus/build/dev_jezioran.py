"""MD of a city: one table by pipes for each goal, names joined in every way offices join them, collective names.

Joins: „KMP i SM”, „KMP/SM”, „KMP SM KM PSP” without commas, „; ”, „oraz”, „(koordynator)”. Doubtful: „szkoły podstawowe i ponadpodstawowe” and
„kościoły i związki wyznaniowe” stay whole, as a careful human keeps them; „wszystkie podmioty realizujące Program” is a name as written.
"""

from model import MARK, Action, Area, Bodies, Programme, write_gold

LIST = {
    "KMP": "Komenda Miejska Policji w Jeziorach Górnych",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej w Jeziorach Górnych",
    "SM": "Straż Miejska",
    "MOPR": "Miejski Ośrodek Pomocy Rodzinie",
    "WBZK": "Wydział Bezpieczeństwa i Zarządzania Kryzysowego",
    "ZDM": "Zarząd Dróg Miejskich",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna",
    "NGO": "organizacje pozarządowe",
}
#: text, printed leads, gold leads, printed partners, gold partners, term, funding
ROWS = {
    "Wzrost bezpieczeństwa w przestrzeni publicznej": (
        (
            "Wspólne patrole w rejonie plaż miejskich i promenady.",
            "KMP i SM",
            "KMP, SM",
            "WBZK",
            "WBZK",
            "czerwiec–sierpień",
            "budżet miasta",
        ),
        ("Reagowanie na zakłócanie ciszy nocnej w śródmieściu.", "SM/KMP", "SM, KMP", "–", "", "na bieżąco", "–"),
        (
            "Przegląd miejsc niebezpiecznych zgłoszonych przez mieszkańców.",
            "WBZK",
            "WBZK",
            "KMP SM KM PSP",
            "KMP, SM, KM PSP",
            "dwa razy w roku",
            "–",
        ),
        (
            "Poprawa oświetlenia ciągów pieszych przy ul. 3 Maja i pl. Wolności.",
            "Zarząd Dróg Miejskich",
            "ZDM",
            "rady osiedli",
            "rady osiedli",
            "2026",
            "budżet miasta",
        ),
        (
            "Ćwiczenie zgrywające służb na obiekcie masowym.",
            "KM PSP, Komenda Miejska Policji",
            "KM PSP, KMP",
            "wszystkie podmioty realizujące Program",
            "wszystkie podmioty realizujące Program",
            "raz w roku",
            "środki własne",
        ),
    ),
    "Profilaktyka wśród dzieci i młodzieży": (
        (
            "Zajęcia o bezpieczeństwie nad wodą i na lodzie.",
            "KM PSP oraz KMP",
            "KM PSP, KMP",
            "WOPR; szkoły podstawowe i ponadpodstawowe",
            "WOPR, szkoły podstawowe i ponadpodstawowe",
            "maj–czerwiec, grudzień",
            "–",
        ),
        (
            "Kampania „Nie daj się złapać w sieć” (cyberprzemoc, sexting, hejt).",
            "Komenda Miejska Policji w Jeziorach Górnych",
            "KMP",
            "szkoły, NGO",
            "szkoły, NGO",
            "rok szkolny",
            "budżet miasta",
        ),
        (
            "Kontrole jakości żywności w stołówkach szkolnych.",
            "PSSE",
            "PSSE",
            "",
            "",
            "zgodnie z planem",
            "budżet państwa",
        ),
        (
            "Półkolonie profilaktyczne dla dzieci z rodzin zagrożonych wykluczeniem.",
            "MOPR",
            "MOPR",
            "NGO, kościoły i związki wyznaniowe",
            "NGO, kościoły i związki wyznaniowe",
            "lipiec–sierpień",
            "środki z opłat za zezwolenia",
        ),
    ),
    "Ochrona osób starszych i niesamodzielnych": (
        ("Dyżury dzielnicowych w klubach seniora.", "Policja", "KMP", "MOPR", "MOPR", "raz w miesiącu", "–"),
        (
            "Montaż czujek czadu w lokalach komunalnych.",
            "Zakład Gospodarki Mieszkaniowej",
            "Zakład Gospodarki Mieszkaniowej",
            "Komenda Miejska PSP i MOPR",
            "KM PSP, MOPR",
            "2025–2027",
            "budżet miasta",
        ),
        (
            "Kopertę życia otrzymają osoby samotne objęte usługami opiekuńczymi.",
            "Miejskiego Ośrodka Pomocy Rodzinie",
            "MOPR",
            "Straży Miejskiej, organizacji pozarządowych",
            "SM, NGO",
            "do 30.06.2026 r.",
            "budżet miasta",
        ),
    ),
}


def split(text):
    return tuple(part.strip() for part in text.split(",") if part.strip())


#: the cells of one action are kept beside it, since here printed and expected names differ by joins
AREAS = tuple(
    Area(
        name,
        tuple(
            Action(text, split(lead), split(others), term, (), money.strip("–"))
            for text, _, lead, _, others, term, money in cells
        ),
    )
    for name, cells in ROWS.items()
)
PROGRAMME = Programme(
    unit="Miasto Jeziora Górne",
    kind="miasto na prawach powiatu",
    title="Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego dla Miasta Jeziora Górne na lata 2025–2027",
    act="Uchwała Nr XI/99/2025 Rady Miasta Jeziora Górne z dnia 27 marca 2025 r.",
    act_no="XI/99/2025",
    date="2025-03-27",
    years=(2025, 2027),
    bodies=Bodies({}),
    abbreviations=LIST,
    areas=AREAS,
    scored=("term", "funding"),
    layout="md: pipes, joined names",
)


def build():
    path = write_gold(PROGRAMME, "dev", "miasto_jeziora_gorne").with_suffix(".md")
    out = [
        MARK,
        "",
        "# UCHWAŁA NR XI/99/2025 RADY MIASTA JEZIORA GÓRNE",
        "",
        "z dnia 27 marca 2025 r.",
        "",
        f"w sprawie przyjęcia „{PROGRAMME.title}”",
        "",
        "Na podstawie art. 12 pkt 9b w zw. z art. 92 ust. 1 pkt 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
        "",
        f"§ 1. Przyjmuje się „{PROGRAMME.title}”, stanowiący załącznik do uchwały.",
        "",
        "§ 2. Wykonanie uchwały powierza się Prezydentowi Miasta.",
        "",
        "---",
        "",
        f"# {PROGRAMME.title}",
        "",
        "## Wykaz skrótów",
        "",
    ]
    out += [f"- **{abbr}** – {name}" for abbr, name in LIST.items()]
    out += [
        "",
        "## Diagnoza",
        "",
        "| Rok | Przestępstwa | Wykroczenia | Wypadki |",
        "|---|---:|---:|---:|",
        "| 2022 | 812 | 4 210 | 41 |",
        "| 2023 | 790 | 4 455 | 38 |",
        "| 2024 | 744 | 4 389 | 44 |",
        "",
    ]
    for no, (name, cells) in enumerate(ROWS.items(), 1):
        out += [
            f"## Cel operacyjny {no}: {name}",
            "",
            "| Lp. | Działanie | Podmiot odpowiedzialny | Podmioty współpracujące | Termin | Finansowanie |",
            "|:--|:--|:--|:--|:--|:--|",
        ]
        out += [
            f"| {no}.{n} | {text} | {lead} | {others} | {term} | {money} |"
            for n, (text, lead, _, others, _, term, money) in enumerate(cells, 1)
        ]
        out.append("")
    out += ["## Ewaluacja", "", "Sprawozdania składa się do 31 stycznia za rok poprzedni.", ""]
    path.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    build()
