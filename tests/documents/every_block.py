"""One block of each kind, each with a word of its own, to see that no printer drops any."""

from typing import get_args

from bezpiecznik.documents.content import (
    Annex,
    BarChart,
    BarGroup,
    Block,
    BulletList,
    Callout,
    Column,
    Heading,
    KeyValues,
    Link,
    NumberedList,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Run,
    Signatory,
    Signatures,
    Source,
    State,
    StateChart,
    StateCounts,
    StateMark,
    Table,
    TableOfContents,
    Target,
)

EVERY_BLOCK: tuple[tuple[Block, tuple[str, ...]], ...] = (
    (TableOfContents("Zawartość"), ("Zawartość",)),
    (Heading(1, "Nagłówek pierwszy", "pierwszy"), ("Nagłówek pierwszy",)),
    (Heading(2, "Nagłówek drugi"), ("Nagłówek drugi",)),
    (Heading(3, "Nagłówek trzeci"), ("Nagłówek trzeci",)),
    (
        Paragraph((Run("Akapit "), Run("gruby", bold=True), Run("pochyły", italic=True), Source("skąd to wiemy"))),
        (
            "Akapit",
            "gruby",
            "pochyły",
            "skąd to wiemy",
        ),
    ),
    (Paragraph(Link("odsyłacz do nagłówka", "pierwszy")), ("odsyłacz do nagłówka",)),
    (Paragraph(Link("odsyłacz do miejsca", "miejsce")), ("odsyłacz do miejsca",)),
    (Paragraph((Run("Tu jest "), Target("miejsce w wierszu", "miejsce", bold=True))), ("Tu jest", "miejsce w wierszu")),
    (
        Quote(
            "Zorganizowano dwa spotkania.",
            ("Straż Miejska, sprawozdanie z 2 lutego 2024 r.", (Run("Policja", bold=True), Source(", partner"))),
        ),
        (
            "„Zorganizowano dwa spotkania.”",
            "Straż Miejska, sprawozdanie z 2 lutego 2024 r.",
            "Policja, partner",
        ),
    ),
    (BulletList(("kreska pierwsza", "kreska druga")), ("kreska pierwsza", "kreska druga")),
    (NumberedList(("punkt pierwszy", "punkt drugi")), ("punkt pierwszy", "punkt drugi")),
    (
        Table(
            "Podpis tabeli", (Column("Kolumna lewa"), Column("Kolumna prawa")), (("komórka", StateMark(State.DONE)),)
        ),
        (
            "Podpis tabeli",
            "Kolumna lewa",
            "komórka",
            "zrealizowano",
        ),
    ),
    (KeyValues((("Partnerzy", "Rady osiedli"),)), ("Partnerzy", "Rady osiedli")),
    (Callout("Tytuł uwagi", "Treść uwagi"), ("Tytuł uwagi", "Treść uwagi")),
    (
        StateChart("Liczby według stanu", (StateCounts("Obszar próbny", {State.NO_REPORT: 71}),)),
        (
            "Liczby według stanu",
            "Obszar próbny",
            "71",
            "brak sprawozdania",
        ),
    ),
    (
        BarChart("Liczby według lat", ("2022", "2023"), (BarGroup("Bójki", (1234, None)),), heading="Rodzaj"),
        ("Liczby według lat", "Bójki", "1 234", "b.d."),
    ),
    (PageBreak(), ()),
    (Part("Część pakietu", "part-1"), ("Część pakietu",)),
    (Signatures((Signatory("Kierownik biura", "Anna Przykładowska"),)), ("Kierownik biura", "Anna Przykładowska")),
    (Annex("Załącznik nr 1", "Wykaz"), ("Załącznik nr 1. Wykaz",)),
)
BLOCKS = tuple(block for block, _ in EVERY_BLOCK)
WORDS = tuple(word for _, words in EVERY_BLOCK for word in words)
KINDS = set(get_args(Block))
