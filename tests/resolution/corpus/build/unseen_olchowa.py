"""PDF of a city by Typst without any rulings: letters for areas and for actions („B.c)”), two-line header, names in full wrapped over lines.

Doubtful: the city writes bodies in full, so the gold has them as printed; a dash among partners means none.
"""

import bank_unseen as bank
import typeset
from model import MARK, Programme
from unseen import Joiner, alone, areas, bodies, path_of

BODIES = bodies(
    pol="Komenda Miejska Policji",
    fire="Komenda Miejska Państwowej Straży Pożarnej",
    sm="Straż Miejska Olchowy",
    czk="Referat Ochrony Ludności",
    soc="Centrum Usług Społecznych",
    road="Miejski Zarząd Dróg i Zieleni",
    san="Państwowy Powiatowy Inspektor Sanitarny",
    gminy="rady osiedli",
    health="Szpital im. Jana Pawła II",
    court="Sąd Rejonowy w Olchowie",
    edu="Poradnia nr 3",
    elders="Olchowska Rada Seniorów",
    housing="Administracja Domów Mieszkalnych",
    library="Miejska Biblioteka Publiczna",
    ngo="stowarzyszenia",
    forest="straż leśna",
    alc="Miejska Komisja ds. Uzależnień",
    transit="Olchowska Komunikacja Miejska",
)
TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku publicznego dla miasta Olchowa na lata 2026–2031"
PROGRAMME = Programme(
    unit="Miasto Olchowa",
    kind="miasto na prawach powiatu",
    title=TITLE,
    act="Uchwała Nr XXIX/512/2025 Rady Miasta Olchowa z dnia 27 listopada 2025 r.",
    act_no="XXIX/512/2025",
    date="2025-11-27",
    years=(2026, 2031),
    bodies=BODIES,
    scored=("term", "funding"),
    layout="pdf (Typst): no rulings, lettered areas and actions, full names",
    areas=areas(
        a=("Ład w śródmieściu", (bank.ORDER[:2], [alone(bank.ORDER[4])], bank.ORDER[6:8])),
        b=("Pomoc i profilaktyka", (bank.FAMILY[1:4], bank.ADDICT[1:3], bank.YOUTH[:5])),
        c=("Starsi mieszkańcy", (bank.SENIOR,)),
        d=("Przed pożarem i powodzią", (bank.FIRE[2:3], bank.FIRE[5:7], bank.HEALTH[3:])),
    ),
)


def build():
    path = path_of(PROGRAMME, "miasto_olchowa")
    out = [
        typeset.page(
            header="Olchowa 2026–2031 · program bezpieczeństwa", numbers="– 1 –", size="9pt", font="DejaVu Sans"
        )
    ]
    out.append(
        typeset.blocks(
            [
                ("p", MARK),
                ("title", "UCHWAŁA NR XXIX/512/2025\nRADY MIASTA OLCHOWA"),
                ("p", "z dnia 27 listopada 2025 r."),
                ("p", f"w sprawie programu pod nazwą „{TITLE}”"),
                (
                    "p",
                    "Na podstawie art. 12 pkt 9b w związku z art. 92 ust. 1 pkt 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym uchwala się:",
                ),
                ("p", "§ 1. Program stanowi załącznik do uchwały."),
                ("p", "§ 2. Wykonanie uchwały powierza się Prezydentowi Miasta Olchowa."),
                ("break", ""),
                ("title", TITLE),
                ("h", "Skąd przychodzimy"),
                (
                    "p",
                    "Liczba mieszkańców miasta spadła w ciągu dekady o 6%, a udział osób po 65. roku życia wzrósł do 24%. Zmienił się rodzaj zgłoszeń: mniej jest bójek, więcej oszustw i samotności.",
                ),
                ("h", "Dokąd idziemy – zadania"),
            ]
        )
    )
    join, side = Joiner("i", ","), Joiner(",", "oraz", none="–")
    for letter, section in zip("ABCD", PROGRAMME.areas, strict=True):
        out.append(typeset.blocks([("h2", f"Cel {letter}. {section.name}")]))
        rows = [
            ["", "Zadanie szczegółowe", "Lider\nzadania", "Pozostali\nuczestnicy", "Czas\nrealizacji", "Koszt i źródło"]
        ]
        for small, a in zip("abcdefghijkl", section.actions, strict=False):
            rows.append(
                [
                    f"{small})",
                    a.text,
                    join(BODIES.printed(a.lead)),
                    side(BODIES.printed(a.others)),
                    a.term,
                    a.money,
                ]
            )
        out.append(typeset.table(rows, columns="(0.7cm, 1fr, 2.7cm, 3cm, 2.5cm, 2.4cm)", stroke="none"))
    out.append(
        typeset.blocks(
            [("h", "Jak się rozliczamy"), ("p", "Liderzy przesyłają krótką notatkę co pół roku, a w styczniu raport.")]
        )
    )
    typeset.write("\n".join(out), path.with_suffix(".pdf"))


if __name__ == "__main__":
    build()
