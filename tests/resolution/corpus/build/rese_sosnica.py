"""TXT of a county as `pdftotext -layout` gives it: task cards with labels in a left column and wrapped values in the right one.

Doubtful: none.
"""

import textwrap

import bank_dev as dev
import bank_heldout as held
from model import MARK, Programme, write_gold
from roles import area, bodies

LIST = {
    "KPP": "Komenda Powiatowa Policji w Sośnicy",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej w Sośnicy",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie w Sośnicy",
    "ZDP": "Zarząd Dróg Powiatowych w Sośnicy",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Sośnicy",
}
BODIES = bodies(
    pol=("KPP", "KPP", "Komenda Powiatowa Policji"),
    fire=("KP PSP", "KP PSP"),
    soc=("PCPR", "PCPR"),
    road=("ZDP", "ZDP"),
    san=("PSSE", "PSSE"),
)
PROGRAMME = Programme(
    unit="Powiat Sośnicki",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2023-2026",
    act="Uchwała Nr XLIX/301/2023 Rady Powiatu Sośnickiego z dnia 23 lutego 2023 r.",
    act_no="XLIX/301/2023",
    date="2023-02-23",
    years=(2023, 2026),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term", "indicators"),
    layout="txt: cards in two columns of spaces",
    areas=(
        area("Bezpieczeństwo ogólne", dev.ORDER[:3], held.STREET[:2]),
        area("Problemy rodzin", dev.HOME[:3], held.FAMILY[2:4]),
        area("Ruch drogowy", dev.ROADS[:2], held.TRAFFIC[1:3]),
    ),
)


def card(label, value):
    lines = textwrap.wrap(value, 62) or [""]
    return [f"  {label:<24}{lines[0]}", *(" " * 26 + line for line in lines[1:])]


def build():
    path = write_gold(PROGRAMME, "reserve", "powiat_sosnicki").with_suffix(".txt")
    out = [
        MARK,
        "",
        "                 UCHWAŁA NR XLIX/301/2023",
        "                 RADY POWIATU SOŚNICKIEGO",
        "                 z dnia 23 lutego 2023 r.",
        "",
        f"w sprawie uchwalenia „{PROGRAMME.title}”",
        "",
        "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
        "",
        f"§ 1. Uchwala się „{PROGRAMME.title}”.",
        "",
        "WYKAZ SKRÓTÓW",
        "",
    ]
    out += [f"  {abbr:<12}{name}" for abbr, name in LIST.items()]
    out += [
        "",
        "\fProgram – Powiat Sośnicki                                                        2",
        "",
        "ZADANIA",
        "",
    ]
    count = 0
    for no, one in enumerate(PROGRAMME.areas, 1):
        out += ["", f"OBSZAR {no}. {one.name.upper()}", ""]
        for n, a in enumerate(one.actions, 1):
            out += [
                *card(f"Zadanie {no}.{n}", a.text),
                *card("Podmiot odpowiedzialny", ", ".join(BODIES.printed(a.lead))),
                *card("Podmioty wspierające", ", ".join(BODIES.printed(a.others)) or "-"),
                *card("Termin", a.term),
                *card("Wskaźniki", "; ".join(a.measures)),
                "",
            ]
            count += 1
            if count % 5 == 0:
                out += [
                    f"\fProgram – Powiat Sośnicki                                                        {2 + count // 5}",
                    "",
                ]
    out += ["MONITORING", "", "Sprawozdania składa się do 31 stycznia każdego roku.", ""]
    path.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    build()
