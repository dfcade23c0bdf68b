"""The draft of the next programme for the council, with its justification and the report of the consultation."""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import (
    Annex,
    Block,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Paragraph,
    Table,
    TableOfContents,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.editions.papers import parts

Text = dict[str, Any]

FATES = (
    ("continued", "kontynuowane bez zmian"), ("changed", "zmienione"), ("merged", "połączone z\u00a0innymi"),
    ("dropped", "niekontynuowane"), ("withdrawn", "skreślone w\u00a0czasie obowiązywania"),
)  # fmt: skip
COLUMNS = (
    Column("Nr", 0.6), Column("Treść działania", 4), Column("Podmioty odpowiedzialne", 2), Column("Partnerzy", 2),
)  # fmt: skip


def draft_programme(snapshot: Text, meta: Meta) -> DocumentContent:
    """Snapshot: `editions.draft_text.draft_of` under `draft`, and `consultations` with their reports."""
    text = snapshot["draft"]
    return DocumentContent(
        kind="Projekt programu",
        title=meta.title,
        subtitle=f"Projekt na lata {text['year_from']}–{text['year_to']}",
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=text["unit"],
        author="",
        snapshot_sha256=meta.snapshot_sha256,
        made_up=text["made_up"],
        blocks=(
            *_mark(text), TableOfContents(), Heading(1, "1. Postanowienia ogólne"), *_general(text),
            Heading(1, "2. Obszary i\u00a0działania"), *_areas(text), *_initiatives(text), *_justification(text),
            *_completeness(text), *_consultations(snapshot["consultations"]),
        ),
    )  # fmt: skip


def _mark(text: Text) -> Iterator[Block]:
    sentence = f"To jest projekt. Program przyjmie {text['council'] or 'rada'} w\u00a0drodze uchwały."
    if n := text["fates"]["undecided"]:
        words = forms(
            n, "pozycji poprzedniego programu,pozycjach poprzedniego programu,pozycjach poprzedniego programu"
        )
        sentence += f" O\u00a0{n} {words} jeszcze nie rozstrzygnięto, więc tekst nie jest pełny."
    yield Callout("Projekt", sentence, Tone.WARNING)


def _general(text: Text) -> Iterator[Block]:
    yield from parts.legal_basis(text)
    yield from parts.main_goal(text)
    for name, title in parts.PASSAGES:
        yield from parts.numbered(title, text[name])


def _areas(text: Text) -> Iterator[Block]:
    for area in text["areas"]:
        yield Heading(2, f"Obszar {area['no']}. {area['name']}")
        if area["diagnosis"]:
            yield Paragraph(area["diagnosis"])
        rows = tuple(_row(action) for action in area["actions"])
        yield Table(f"Działania w\u00a0obszarze {area['no']}", COLUMNS, rows, empty="W\u00a0obszarze nie ma działań.")


def _row(item: Text) -> tuple[str, ...]:
    return item["code"], parts.whole(item), parts.bodies(item["leads"]), parts.bodies(item["partners"])


def _initiatives(text: Text) -> Iterator[Block]:
    if text["initiatives"]:
        yield Heading(2, "Programy realizowane przez jednostki")
        columns = (Column("Nr", 0.6), Column("Program", 5), Column("Realizatorzy", 2), Column("Partnerzy", 1.4))
        yield Table("Programy realizowane przez jednostki", columns, tuple(_row(one) for one in text["initiatives"]))


def _justification(text: Text) -> Iterator[Block]:
    fates = text["fates"]
    yield Heading(1, "3. Uzasadnienie")
    if text["justification"]:
        yield from (Paragraph(line) for line in text["justification"].split("\n") if line.strip())
    former = f"„{text['former']['title']}”"
    words = forms(fates["n"], "pozycję,pozycje,pozycji")
    yield Paragraph(
        f"Poprzedni program ({former}) zawierał {fates['n']} {words}. Co z\u00a0nich wynika:", leads_on=True
    )
    rows = tuple((label, str(fates["counts"][kind])) for kind, label in FATES if fates["counts"][kind])
    undecided = (("nierozstrzygnięte", str(fates["undecided"])),) if fates["undecided"] else ()
    yield Table(
        "Pozycje poprzedniego programu", (Column("Rozstrzygnięcie", 4), Column("Liczba", 1)),
        (*rows, *undecided, ("razem", str(fates["n"]))),
    )  # fmt: skip
    if fates["dropped"]:
        yield Heading(2, "Czego projekt nie kontynuuje")
        columns = (Column("Nr", 0.6), Column("Treść", 4), Column("Powód", 3))
        yield Table(
            "Pozycje, których projekt nie kontynuuje", columns,
            tuple((one["code"], one["wording"], one["reason"]) for one in fates["dropped"]),
        )  # fmt: skip


def _completeness(text: Text) -> Iterator[Block]:
    """What the draft leaves unsaid; the council hears it before it votes."""
    quality = text["quality"]
    if not quality["asked"]:
        return
    yield Heading(1, "4. Kompletność projektu")
    yield Paragraph(
        f"Projekt odpowiada na {quality['given']} z\u00a0{quality['asked']} pytań, które zadaje się każdej pozycji "
        f"i\u00a0każdemu obszarowi ({quality['percent']}%).",
        leads_on=True,
    )
    columns = (Column("Pytanie", 4), Column("Odpowiedzi", 1), Column("Pytań", 1), Column("Brakuje", 1))
    yield Table(
        "Kompletność projektu", columns,
        tuple(
            (row["label"], str(row["given"]), str(row["asked"]), str(row["asked"] - row["given"]))
            for row in quality["rows"]
        ),
    )  # fmt: skip
    if text["past_terms"]:
        codes = ", ".join(text["past_terms"])
        yield Paragraph(f"Termin, który kończy się przed {text['year_from']}\u00a0r., mają jeszcze: {codes}.")


def _consultations(found: list[Text]) -> Iterator[Block]:
    for number, one in enumerate(found, start=1):
        label = "Załącznik" if len(found) == 1 else f"Załącznik {number}"
        yield Annex(label, "Zestawienie uwag z\u00a0konsultacji")
        days = f"Konsultacje trwały od {parts.day(one['opens_on'])} do {parts.day(one['closes_on'])}"
        words = forms(len(one["rows"]), "uwagę,uwagi,uwag")
        yield Paragraph(f"{days} Zgłoszono {len(one['rows'])} {words}.", leads_on=True)
        columns = (
            Column("Nr", 0.5), Column("Fragment", 1.6), Column("Kto", 1.8), Column("Uwaga", 4), Column("Odpowiedź", 4),
        )  # fmt: skip
        yield Table(
            f"Uwagi do projektu, {number}", columns, tuple(_comment(row) for row in one["rows"]),
            empty="Nie zgłoszono uwag.",
        )  # fmt: skip


def _comment(row: Text) -> tuple[str, ...]:
    text = row["text"] or "(Treść ukryta ze względu na ochronę danych albo dóbr osób)."
    answer = f"{row['verdict']}: {row['answer']}" if row["verdict"] else "w\u00a0przygotowaniu"
    return str(row["no"]), row["paragraph"], row["author"], text, answer
