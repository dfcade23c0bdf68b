"""Pages before and after the actions, as plain blocks that every format sets in its own way."""

from model import MARK, Programme

Block = tuple[str, object]
LAW = "ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym"


def act(programme: Programme, *, council_head: str, executor: str, journal: str, extra: str = "") -> list[Block]:
    """The resolution itself with its paragraphs; `extra` is a longer legal basis."""
    return [
        ("p", MARK),
        ("title", council_head),
        ("p", f"w sprawie uchwalenia programu pod nazwą „{programme.title}”"),
        ("p", f"Na podstawie art. 12 pkt 9b {extra}{LAW} (t.j. Dz. U. z 2024 r. poz. 107) uchwala się, co następuje:"),
        ("p", f"§ 1. Uchwala się „{programme.title}”, w brzmieniu stanowiącym załącznik do niniejszej uchwały."),
        ("p", f"§ 2. Wykonanie uchwały powierza się {executor}."),
        ("p", f"§ 3. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia w Dzienniku Urzędowym {journal}."),
    ]


def offences(years: tuple[int, int, int], where: str) -> list[Block]:
    """A diagnosis with a table of figures that is no table of actions."""
    a, b, c = years
    table = [
        ["Lp.", "Kategoria zdarzeń", str(a), str(b), str(c), "Dynamika (%)"],
        ["1.", "Kradzież cudzej rzeczy", "214", "198", "187", "94,4"],
        ["2.", "Kradzież z włamaniem", "96", "104", "81", "77,9"],
        ["3.", "Bójka i pobicie", "11", "9", "12", "133,3"],
        ["4.", "Uszkodzenie rzeczy", "74", "69", "63", "91,3"],
        ["5.", "Rozbój, wymuszenie", "6", "8", "5", "62,5"],
        ["", "Ogółem", "401", "388", "348", "89,7"],
    ]
    return [
        (
            "p",
            f"Stan bezpieczeństwa {where} oceniono na podstawie danych Policji, Państwowej Straży Pożarnej oraz informacji "
            "jednostek organizacyjnych. W ostatnich trzech latach spadła liczba przestępstw przeciwko mieniu, wzrosła "
            "natomiast liczba oszustw popełnianych przez internet oraz interwencji domowych.",
        ),
        ("p", f"Tabela 1. Przestępstwa stwierdzone w latach {a}–{c}"),
        ("table", table),
        ("p", "Źródło: opracowanie własne na podstawie danych jednostki Policji."),
    ]


def responders(where: str) -> list[Block]:
    """A second table of figures, with bodies in it, which is no table of actions either."""
    table = [
        ["Jednostka", "Liczba etatów", "Liczba interwencji", "Średni czas dojazdu"],
        ["Policja", "112", "4 318", "9 min 20 s"],
        ["Państwowa Straż Pożarna", "58", "642", "8 min 05 s"],
        ["Ochotnicze Straże Pożarne", "–", "391", "11 min 40 s"],
    ]
    return [("p", f"Tabela 2. Siły i środki {where}"), ("table", table)]


def monitoring(office: str) -> list[Block]:
    """The closing chapter: duties that are prose and no actions."""
    return [
        (
            "p",
            f"Koordynację realizacji Programu zapewnia {office}. Podmioty realizujące zadania składają sprawozdania "
            "w terminie do 15 stycznia każdego roku. Ocena realizacji Programu jest przedkładana radzie wraz ze "
            "sprawozdaniem Komisji Bezpieczeństwa i Porządku.",
        ),
        ("p", "Program jest dokumentem otwartym i może być zmieniany stosownie do potrzeb."),
    ]
