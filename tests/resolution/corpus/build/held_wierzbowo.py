"""DOCX of a county: no areas at all, tasks listed under each body („Zadania Komendy Powiatowej Policji”), with partners and terms in the list.

Each body is a section of the programme. Doubtful: what is an „area” here; the gold takes the sections for areas and does not ask their names.
The heading prints the body inflected; the participants' list has it in the nominative.
"""

import bank_heldout as bank
import front
import word
from model import Action, Area, Bodies, Programme, filled, write_gold

NAMES = {
    "pol": "Komenda Powiatowa Policji w Wierzbowie",
    "fire": "Komenda Powiatowa Państwowej Straży Pożarnej w Wierzbowie",
    "soc": "Powiatowe Centrum Pomocy Rodzinie w Wierzbowie",
    "road": "Zarząd Dróg Powiatowych w Wierzbowie",
    "san": "Powiatowa Stacja Sanitarno-Epidemiologiczna w Wierzbowie",
    "schools": "szkoły",
    "gminy": "gminy",
    "ngo": "organizacje pozarządowe",
    "osp": "OSP",
    "court": "kuratorzy sądowi",
    "czk": "Starostwo Powiatowe",
    "itd": "Inspekcja Transportu Drogowego",
    "alc": "GKRPA",
    "health": "placówki medyczne",
    "sm": "straże gminne",
    "bud": "PINB",
    "word": "WORD",
    "kas": "KAS",
    "vet": "Powiatowy Lekarz Weterynarii",
    "env": "gminy",
    "forest": "nadleśnictwa",
    "edu": "szkoły",
}
HEADINGS = {
    "pol": "Zadania Komendy Powiatowej Policji w Wierzbowie",
    "fire": "Zadania Komendy Powiatowej Państwowej Straży Pożarnej w Wierzbowie",
    "soc": "Zadania Powiatowego Centrum Pomocy Rodzinie w Wierzbowie",
    "road": "Zadania Zarządu Dróg Powiatowych w Wierzbowie",
    "san": "Zadania Powiatowej Stacji Sanitarno-Epidemiologicznej w Wierzbowie",
}
BODIES = Bodies({key: (name, (name,)) for key, name in NAMES.items()})


def section(body, *groups):
    actions = (a for group in groups for a in filled(group, jst="powiatu"))
    return Area(
        NAMES[body],
        tuple(Action(a.text, (body,), tuple(dict.fromkeys(o for o in a.others if o != body)), a.term) for a in actions),
    )


PROGRAMME = Programme(
    unit="Powiat Wierzbowski",
    kind="powiat",
    title="Powiatowy Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego na lata 2025 – 2029",
    act="Uchwała Nr XI/80/2025 Rady Powiatu Wierzbowskiego z dnia 27 marca 2025 r.",
    act_no="XI/80/2025",
    date="2025-03-27",
    years=(2025, 2029),
    bodies=BODIES,
    scored=("term",),
    area_names=False,
    layout="docx: lists by institution, no areas",
    areas=(
        section("pol", bank.STREET[:2], bank.STREET[5:], bank.TRAFFIC[2:3], bank.CYBER[1:2]),
        section("fire", bank.RESCUE[:2], bank.RESCUE[3:5]),
        section("soc", bank.FAMILY[:1], bank.FAMILY[3:]),
        section("road", bank.TRAFFIC[:2], bank.TRAFFIC[3:4], bank.TRAFFIC[5:]),
        section("san", bank.SANIT[:1]),
    ),
)


def build():
    path = write_gold(PROGRAMME, "heldout", "powiat_wierzbowski").with_suffix(".docx")
    doc = word.new()
    word.put(
        doc,
        front.act(
            PROGRAMME,
            council_head="UCHWAŁA NR XI/80/2025\nRADY POWIATU WIERZBOWSKIEGO\nz dnia 27 marca 2025 r.",
            executor="Zarządowi Powiatu",
            journal="Województwa Małopolskiego",
        ),
    )
    word.put(
        doc,
        [
            ("break", ""),
            ("title", PROGRAMME.title),
            ("h", "Wstęp"),
            ("p", "Program określa zadania podmiotów odpowiedzialnych za bezpieczeństwo w powiecie."),
            ("h", "Uczestnicy Programu"),
        ],
    )
    people = word.numbering(doc, "%1)")
    for key in ("pol", "fire", "soc", "road", "san"):
        word.numbered(doc.add_paragraph(NAMES[key]), people)
    word.put(
        doc,
        [
            ("h", "Analiza zagrożeń"),
            *front.offences((2021, 2022, 2023), "w powiecie wierzbowskim"),
            ("h", "Zadania podmiotów realizujących Program"),
        ],
    )
    for heading, one in zip(HEADINGS.values(), PROGRAMME.areas, strict=True):
        doc.add_heading(heading, 2)
        count = word.numbering(doc)
        for a in one.actions:
            paragraph = word.numbered(doc.add_paragraph(a.text), count)
            if a.others:
                paragraph.add_run().add_break()
                paragraph.add_run(f"Współpraca: {', '.join(BODIES.printed(a.others))}")
            paragraph.add_run().add_break()
            paragraph.add_run(f"Termin: {a.term}")
    word.put(doc, [("h", "Ocena realizacji Programu"), *front.monitoring("Starosta Wierzbowski")])
    word.save(doc, path)


if __name__ == "__main__":
    build()
