"""TXT of a county drawn by hand: tables framed by +---+ with wrapped cells, „CZĘŚĆ II” in rules of equals signs, abbreviations with dot leaders.

Doubtful: words are never divided, lines of one cell are joined by spaces; a task that two bodies lead has both.
"""

import textwrap

import bank_unseen as bank
from model import MARK, Programme
from unseen import Joiner, alone, areas, bodies, path_of

LIST = {
    "KPP": "Komenda Powiatowa Policji w Kruszynie",
    "KP PSP": "Komenda Powiatowa PSP w Kruszynie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie",
    "ZDP": "Zarząd Dróg Powiatowych",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny",
    "PLW": "Powiatowy Lekarz Weterynarii",
    "WSO": "Wydział Spraw Obywatelskich Starostwa",
}
BODIES = bodies(
    pol="KPP",
    fire="KP PSP",
    soc="PCPR",
    road="ZDP",
    san="PPIS",
    vet="PLW",
    czk="WSO",
    sm="strażnicy gminni",
    gminy="wójtowie",
    health="ZOZ",
    edu="PPP",
    court="sąd",
    hunt="PZŁ",
    forest="Lasy Państwowe",
)
TITLE = "Program zapobiegania przestępczości, ochrony bezpieczeństwa obywateli i porządku publicznego w powiecie kruszyńskim w latach 2024-2026"
PROGRAMME = Programme(
    unit="Powiat Kruszyński",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr LIV/349/2023 Rady Powiatu Kruszyńskiego z dnia 23 listopada 2023 r.",
    act_no="LIV/349/2023",
    date="2023-11-23",
    years=(2024, 2026),
    bodies=BODIES,
    abbreviations=LIST,
    scored=("term",),
    layout="txt: framed tables, wrapped cells",
    areas=areas(
        a=("PRZESTĘPCZOŚĆ POSPOLITA", (bank.PROPERTY, bank.ORDER[:1], [alone(bank.ORDER[1])])),
        b=("RUCH DROGOWY", (bank.ROADS[1:5],)),
        c=("ŻYWIOŁY", (bank.FIRE[:3], bank.FIRE[4:5])),
        d=("ZDROWIE I ZWIERZĘTA", (bank.HEALTH[:3], bank.ANIMALS)),
    ),
)
WIDTHS = (5, 46, 15, 22, 20)


def line(cells):
    wrapped = [
        textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
        for text, width in zip(cells, WIDTHS, strict=True)
    ]
    for at in range(max(map(len, wrapped))):
        yield (
            "| "
            + " | ".join(
                (part[at] if at < len(part) else "").ljust(width) for part, width in zip(wrapped, WIDTHS, strict=True)
            )
            + " |"
        )


def framed(rows):
    rule = "+" + "+".join("-" * (width + 2) for width in WIDTHS) + "+"
    out = [rule]
    for row in rows:
        out += [*line(row), rule]
    return out


def build():
    path = path_of(PROGRAMME, "powiat_kruszynski").with_suffix(".txt")
    out = [
        MARK,
        "",
        "UCHWAŁA NR LIV/349/2023",
        "RADY POWIATU KRUSZYŃSKIEGO",
        "Z DNIA 23 LISTOPADA 2023 R.",
        "",
        f"w sprawie uchwalenia „{TITLE}”",
        "",
        "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
        "",
        "§ 1. Uchwala się program stanowiący załącznik.",
        "§ 2. Uchwała wchodzi w życie z dniem 1 stycznia 2024 r.",
        "",
        "SKRÓTY W TEKŚCIE",
        *(f"{abbr} {'.' * (14 - len(abbr))} {name}" for abbr, name in LIST.items()),
        "",
        "DIAGNOZA W SKRÓCIE",
        "Co trzecie zdarzenie w powiecie to oszustwo. Straż pożarna wyjeżdżała 1044 razy.",
        "",
    ]
    leads, others = Joiner("i", "/"), Joiner(",", ",", "i", none="---")
    for roman, section in zip(("I", "II", "III", "IV"), PROGRAMME.areas, strict=True):
        out += ["=" * 60, f"CZĘŚĆ {roman}. {section.name}", "=" * 60, ""]
        rows = [("L.p.", "Co się robi", "Kto prowadzi", "Kto pomaga", "Termin")]
        for n, a in enumerate(section.actions, 1):
            rows.append((f"{n}", a.text, leads(BODIES.printed(a.lead)), others(BODIES.printed(a.others)), a.term))
        out += [*framed(rows), ""]
    out += ["UWAGI", "Sprawozdanie roczne składa WSO do 28 lutego."]
    path.write_bytes("\r\n".join(out).encode("utf-8-sig"))


if __name__ == "__main__":
    build()
