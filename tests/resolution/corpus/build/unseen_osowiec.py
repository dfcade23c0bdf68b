"""DOCX of a county, landscape: bodies stand before the text of the task, numbers „Zad. 7” run through all parts, definitions by „należy przez to rozumieć”.

Doubtful: definitions stand in the accusative, so the list of abbreviations is not asked; „nie dotyczy” among partners means none.
"""

import bank_unseen as bank
import word
from docx.shared import Cm
from model import MARK, Programme
from unseen import Joiner, alone, areas, bodies, path_of

BODIES = bodies(
    pol="KPP",
    fire=("PSP", ("PSP", "PSP", "KP Państwowej Straży Pożarnej")),
    czk="Starostwo",
    soc=("PCPR", ("PCPR", "Powiatowe Centrum Pomocy Rodzinie")),
    road=("ZDP", ("ZDP", "Zarząd Dróg Powiatowych")),
    san="PPIS",
    vet="PLW",
    sm="straże gminne",
    gminy=("gminy", ("gminy",)),
    rail="SOK",
    health="Szpital Powiatowy w Osowcu",
    forest="Nadleśnictwo Osowiec",
)
DEFINITIONS = (
    "KPP – należy przez to rozumieć Komendę Powiatową Policji w Osowcu Wielkim;",
    "PSP – należy przez to rozumieć Komendę Powiatową Państwowej Straży Pożarnej w Osowcu Wielkim;",
    "PCPR – należy przez to rozumieć Powiatowe Centrum Pomocy Rodzinie;",
    "ZDP – należy przez to rozumieć Zarząd Dróg Powiatowych z siedzibą w Grądach;",
    "PPIS – należy przez to rozumieć Państwowego Powiatowego Inspektora Sanitarnego;",
    "PLW – należy przez to rozumieć Powiatowego Lekarza Weterynarii;",
    "Starostwo – należy przez to rozumieć Starostwo Powiatowe w Osowcu Wielkim.",
)
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego w Powiecie Osowieckim na lata 2026-2028"
PROGRAMME = Programme(
    unit="Powiat Osowiecki",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr XXIII/177/2025 Rady Powiatu Osowieckiego z dnia 19 grudnia 2025 r.",
    act_no="XXIII/177/2025",
    date="2025-12-19",
    years=(2026, 2028),
    bodies=BODIES,
    abbreviations=None,
    layout="docx: landscape, bodies before texts, numbers „Zad. 7” running through",
    areas=areas(
        a=("Spokój w miejscach wspólnych", (bank.ORDER[:4], [alone(bank.ORDER[4])], bank.ORDER[6:7])),
        b=("Mienie mieszkańców", (bank.PROPERTY,)),
        c=("Ruch na drogach powiatowych i gminnych", (bank.ROADS[:6],)),
        d=("Pożary, powodzie, awarie", (bank.FIRE[:5], [alone(bank.FIRE[6])])),
    ),
)


def build():
    path = path_of(PROGRAMME, "powiat_osowiecki")
    doc = word.new(landscape=True, header="Dziennik Urzędowy – załącznik do uchwały Nr XXIII/177/2025")
    word.put(
        doc,
        [
            ("p", MARK),
            ("title", "UCHWAŁA NR XXIII/177/2025"),
            ("title", "RADY POWIATU OSOWIECKIEGO"),
            ("p", "z dnia 19 grudnia 2025 r."),
            ("p", f"w sprawie przyjęcia dokumentu pn. „{TITLE}”"),
            (
                "p",
                "Działając na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym, po zasięgnięciu opinii Komisji Bezpieczeństwa i Porządku, Rada Powiatu postanawia:",
            ),
            ("p", f"§ 1. Przyjąć „{TITLE}”, który stanowi załącznik."),
            ("p", "§ 2. Wykonanie powierzyć Staroście Osowieckiemu."),
            ("p", "§ 3. Uchwała obowiązuje od 1 stycznia 2026 r."),
            ("break", ""),
            ("title", TITLE),
            ("h", "Część ogólna"),
            (
                "p",
                "Na obszarze 902 km² mieszka 54 tys. osób. Sześć gmin powiatu ma własne plany profilaktyki, które ten dokument spina.",
            ),
            ("p", "Ilekroć w Programie użyto wyrazów:"),
        ],
    )
    for no, text in enumerate(DEFINITIONS, 1):
        doc.add_paragraph(f"{no}) {text}")
    word.put(doc, [("h", "Część szczegółowa")])
    leads, others = Joiner("i", "/", "\n"), Joiner(",", "i", "\n", "oraz", none="nie dotyczy")
    number = 0
    for roman, section in zip(("I", "II", "III", "IV"), PROGRAMME.areas, strict=True):
        word.put(doc, [("h2", f"Dział {roman}. {section.name}")])
        rows = [
            [
                "Symbol",
                "Jednostka\nkoordynująca",
                "Jednostki wspomagające" if roman != "III" else "Jednostki wspomag.",
                "Treść zadania",
                "Horyzont czasowy",
                "Miara rezultatu",
                "Przewidywany koszt",
            ]
        ]
        for a in section.actions:
            number += 2 if number == 12 else 1  # the clerk lost „Zad. 13”
            rows.append(
                [
                    f"Zad. {number}",
                    leads(BODIES.printed(a.lead)),
                    others(BODIES.printed(a.others)),
                    a.text,
                    a.term,
                    "\n".join(a.measures),
                    a.money,
                ]
            )
        word.table(doc, rows, widths=tuple(Cm(w) for w in (1.6, 3, 4, 7.5, 3.2, 3.3, 3.3)))
    word.put(
        doc,
        [
            ("h", "Sprawozdania"),
            ("p", "Jednostki koordynujące przekazują Staroście informację roczną w lutym, według wzoru."),
        ],
    )
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
