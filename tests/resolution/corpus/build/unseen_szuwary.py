"""DOCX of a county: one table whose bands are the bodies that act („II. Komenda …”), partners in the second column, years as crosses.

Doubtful: there are no areas, so their names are not asked; the deadline is asked as the years crossed.
"""

from dataclasses import replace

import bank_unseen as bank
import word
from docx.shared import Cm
from model import MARK, Area, Programme
from unseen import Joiner, bodies, path_of

BODIES = bodies(
    pol="Komenda Powiatowa Policji w Szuwarach",
    fire="Komenda Powiatowa Państwowej Straży Pożarnej w Szuwarach",
    czk="Starostwo Powiatowe w Szuwarach",
    soc="Powiatowe Centrum Pomocy Rodzinie w Szuwarach",
    road="Powiatowy Zarząd Dróg w Szuwarach",
    san="Powiatowa Stacja Sanitarno-Epidemiologiczna w Szuwarach",
    sm="Straż Miejska w Szuwarach",
    vet="Powiatowy Lekarz Weterynarii",
    edu="Zespół Poradni",
)
OWN = {
    "pol": (*bank.ORDER[:2], bank.PROPERTY[0], bank.PROPERTY[4], bank.FAMILY[4], bank.ADDICT[4]),
    "fire": (*bank.FIRE[:2], bank.FIRE[3], bank.FIRE[6], bank.YOUTH[5]),
    "soc": bank.FAMILY[:4],
    "sm": (bank.ORDER[6], bank.PROPERTY[3]),
    "san": bank.HEALTH[:3],
}
CROSSES = ("2026", "2027", "2026,2027", "2026,2027,2028", "2028", "2027,2028", "2026,2027,2028")


def crossed():
    """The bands: every action keeps its words, gets years, and has one body that acts."""
    made, at = [], 0
    for key, chosen in OWN.items():
        actions = []
        for one in chosen:
            actions.append(
                replace(one, lead=(key,), others=tuple(x for x in one.others if x != key), term=CROSSES[at % 7])
            )
            at += 1
        made.append(Area(BODIES.table[key][0], tuple(actions)))
    return tuple(made)


TITLE = "Powiatowy program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego w powiecie szuwarskim – perspektywa 2026–2028"
PROGRAMME = Programme(
    unit="Powiat Szuwarski",
    kind="powiat",
    title=TITLE,
    act="Uchwała Nr IX/66/2025 Rady Powiatu Szuwarskiego z dnia 31 października 2025 r.",
    act_no="IX/66/2025",
    date="2025-10-31",
    years=(2026, 2028),
    bodies=BODIES,
    scored=("indicators",),
    area_names=False,
    term_parts=lambda term: term.split(","),
    layout="docx: one table, bands are bodies, years as crosses",
    areas=crossed(),
)


def build():
    path = path_of(PROGRAMME, "powiat_szuwarski")
    doc = word.new(landscape=True)
    word.put(
        doc,
        [
            ("p", MARK),
            ("title", "Uchwała Nr IX/66/2025 Rady Powiatu Szuwarskiego z dnia 31 października 2025 r."),
            ("p", f"w sprawie uchwalenia „{TITLE}”"),
            (
                "p",
                "Na podstawie art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się, co następuje:",
            ),
            (
                "p",
                "§ 1. Uchwala się program stanowiący załącznik. § 2. Wykonanie uchwały powierza się Zarządowi Powiatu.",
            ),
            ("break", ""),
            ("title", TITLE),
            (
                "p",
                "Zamierzenia pogrupowano według podmiotów, które za nie odpowiadają. Znak „+” wskazuje rok wykonania.",
            ),
        ],
    )
    head = ["poz.", "Wyszczególnienie", "Wespół z", "Rok", "Rok", "Rok", "Wskaźnik wykonania"]
    years = ["poz.", "Wyszczególnienie", "Wespół z", "2026", "2027", "2028", "Wskaźnik wykonania"]
    rows, bands, position = [head, years], [], 0
    others = Joiner(",", "\n", "i", none="—")
    for roman, section in zip(("I", "II", "III", "IV", "V"), PROGRAMME.areas, strict=True):
        bands.append(len(rows))
        rows.append([f"{roman}. {section.name}"] * 7)
        for a in section.actions:
            position += 1
            marks = ["+" if year in a.term.split(",") else "" for year in ("2026", "2027", "2028")]
            rows.append([f"{position}.", a.text, others(BODIES.printed(a.others)), *marks, "\n".join(a.measures)])
    table = word.table(doc, rows, widths=tuple(Cm(w) for w in (1.2, 9, 5.5, 1.3, 1.3, 1.3, 4.2)), repeat=2)
    for column in (0, 1, 2, 6):
        word.join(table, 0, column, 1, column)
    word.join(table, 0, 3, 0, 5)
    for band in bands:
        word.join(table, band, 0, band, 6)
    word.put(doc, [("h", "Nadzór"), ("p", "Nadzór nad wykonaniem Programu sprawuje Starosta Szuwarski.")])
    word.save(doc, path.with_suffix(".docx"))


if __name__ == "__main__":
    build()
