"""PDF of a county by Typst: prose only. „Zad. 3” and then one paragraph with all that belongs to it, partners inflected after „we współpracy z”; campaigns as text cards.

Doubtful: generic names are in the nominative in the gold (gminy, szkoły); „–” never stands for a body.
"""

import bank_unseen as bank
import typeset
from model import MARK, Initiative, Programme
from unseen import Joiner, alone, areas, bodies, path_of

LIST = {
    "KPP": "Komenda Powiatowa Policji we Wrzosowie",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej we Wrzosowie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie we Wrzosowie",
    "PZD": "Powiatowy Zarząd Dróg we Wrzosowie",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna we Wrzosowie",
    "PIW": "Powiatowy Inspektorat Weterynarii we Wrzosowie",
}
BODIES = bodies(
    pol="KPP",
    fire="KP PSP",
    soc="PCPR",
    road="PZD",
    san="PSSE",
    czk=("Wydział Zarządzania Kryzysowego", ("Wydział Zarządzania Kryzysowego",)),
    sm="Straż Miejska",
    alc="gminne komisje",
    health="szpital powiatowy",
    edu="poradnia",
    hunt="koła łowieckie",
    rail="SOK",
)
WITH = {
    "gminy": "gminami",
    "szkoły": "szkołami",
    "organizacje pozarządowe": "organizacjami pozarządowymi",
    "przedsiębiorcy": "przedsiębiorcami",
    "Straż Miejska": "Strażą Miejską",
    "gminne komisje": "gminnymi komisjami",
    "szpital powiatowy": "szpitalem powiatowym",
    "poradnia": "poradnią",
    "koła łowieckie": "kołami łowieckimi",
    "Sąd Rejonowy": "Sądem Rejonowym",
    "zarządcy nieruchomości": "zarządcami nieruchomości",
    "Nadleśnictwo": "Nadleśnictwem",
    "Rada Seniorów": "Radą Seniorów",
    "Wydział Zarządzania Kryzysowego": "Wydziałem Zarządzania Kryzysowego",
    "biblioteka publiczna": "biblioteką publiczną",
}
BESIDE = {  # „przy udziale …”
    "gminy": "gmin",
    "szkoły": "szkół",
    "organizacje pozarządowe": "organizacji pozarządowych",
    "przedsiębiorcy": "przedsiębiorców",
    "Straż Miejska": "Straży Miejskiej",
    "gminne komisje": "gminnych komisji",
    "szpital powiatowy": "szpitala powiatowego",
    "poradnia": "poradni",
    "koła łowieckie": "kół łowieckich",
    "Sąd Rejonowy": "Sądu Rejonowego",
    "zarządcy nieruchomości": "zarządców nieruchomości",
    "Rada Seniorów": "Rady Seniorów",
    "biblioteka publiczna": "biblioteki publicznej",
}
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego na obszarze Powiatu Wrzosowskiego, edycja 2025–2028"
PROGRAMME = Programme(
    unit="Powiat Wrzosowski",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr VI/37/2024 Rady Powiatu Wrzosowskiego z dnia 30 grudnia 2024 r.",
    act_no="VI/37/2024",
    date="2024-12-30",
    years=(2025, 2028),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="pdf (Typst): prose „Zad. 3”, inflected partners, campaigns as text",
    areas=areas(
        a=("Porządek i mienie", (bank.ORDER[:2], bank.PROPERTY[:3])),
        b=("Młodzież i rodzina", (bank.YOUTH[:4], bank.FAMILY[:3], [alone(bank.ADDICT[0])])),
        c=("Drogi", (bank.ROADS[:2], bank.ROADS[3:6])),
        d=("Ratownictwo", (bank.FIRE[:3], bank.FIRE[6:])),
        e=("Zwierzęta i zdrowie", (bank.ANIMALS, bank.HEALTH[:2])),
    ),
    initiatives=(
        Initiative(
            "Wrzosowskie dzwonki",
            "Szybkie ostrzeganie sąsiadów o obcych samochodach w okresie żniw",
            ("pol", "gminy"),
            "mieszkańcy sołectw",
            "2025–2028",
            ("2025", "2028"),
            "Grupa na komunikatorze, spotkania z dzielnicowymi, kartki na tablicach",
            "bez nakładów",
        ),
        Initiative(
            "Szkoła Młodego Druha",
            "Zachęcenie nastolatków do wstępowania do OSP",
            ("fire", "osp"),
            "młodzież w wieku 13–17 lat",
            "2026–2027",
            ("2026", "2027"),
            "Cykl dwunastu zajęć i obóz wakacyjny",
            "gminy po 3 tys. zł",
        ),
    ),
)


def _with(names):
    """„z” or „ze”, as it is said aloud."""
    return f"ze {names}" if names.startswith(("Str", "szk", "szp")) else f"z {names}"


def build():
    path = path_of(PROGRAMME, "powiat_wrzosowski")
    out = [typeset.page(header="Powiat Wrzosowski", numbers="1/1", size="10pt", font="DejaVu Serif")]
    out.append(
        typeset.blocks(
            [
                ("p", MARK),
                ("title", "Uchwała Nr VI/37/2024\nRady Powiatu Wrzosowskiego\nz dnia 30 grudnia 2024 r."),
                ("p", f"w sprawie uchwalenia „{TITLE}”"),
                (
                    "p",
                    "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym Rada Powiatu Wrzosowskiego uchwala, co następuje:",
                ),
                ("p", "§ 1. Uchwala się Program w brzmieniu załącznika do uchwały."),
                ("p", "§ 2. Uchwała wchodzi w życie z dniem podjęcia."),
                ("break", ""),
                ("title", TITLE),
                ("h", "1. Słownik"),
                ("p", "Skróty stosowane w tekście:"),
            ]
        )
    )
    out.append("\n".join(f"- {typeset.escaped(f'{abbr} ({name})')}" for abbr, name in LIST.items()) + "\n")
    out.append(
        typeset.blocks(
            [
                ("h", "2. Ocena zagrożeń"),
                (
                    "p",
                    "W latach 2022–2024 liczba zdarzeń w ruchu drogowym zmalała o jedną dziesiątą, a liczba interwencji straży pożarnej do zalań i wiatrołomów wzrosła.",
                ),
                ("h", "3. Zadania"),
            ]
        )
    )
    lead_join, side_join = Joiner("i", "oraz", ","), Joiner(",", "oraz", "i")
    number = 0
    for no, section in enumerate(PROGRAMME.areas, 1):
        out.append(typeset.blocks([("h2", f"Kierunek interwencji {no}. {section.name}")]))
        for a in section.actions:
            number += 1
            forms = BESIDE if number % 3 == 0 else WITH
            others = [forms.get(name, name) for name in BODIES.printed(a.others)]
            tail = f"Realizacja: {lead_join(BODIES.printed(a.lead))}"
            side = side_join(others)
            together = f" przy udziale {side}" if forms is BESIDE else f" we współpracy {_with(side)}"
            tail += f"{together}." if others else "."
            measures = "; ".join(a.measures)
            out.append(
                typeset.blocks(
                    [("p", f"Zad. {number}. {a.text} {tail} Termin: {a.term.rstrip('.')}. Miernik: {measures}.")]
                )
            )
    out.append(typeset.blocks([("h", "4. Kampanie powiatowe")]))
    for i in PROGRAMME.initiatives:
        out.append(
            typeset.blocks(
                [
                    ("title", f"Kampania „{i.name}”"),
                    ("p", f"Cel: {i.goal}"),
                    ("p", f"Realizatorzy: {', '.join(BODIES.printed(i.lead))}"),
                    ("p", f"Adresaci: {i.audience}"),
                    ("p", f"Termin: {i.term}"),
                    ("p", f"Sposób realizacji: {i.method}"),
                    ("p", f"Finansowanie: {i.money}"),
                ]
            )
        )
    out.append(typeset.blocks([("h", "5. Ewaluacja"), ("p", "Raport roczny przyjmuje Zarząd Powiatu w marcu.")]))
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
