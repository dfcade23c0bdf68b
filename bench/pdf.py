"""Opening a PDF of 200 pages with ruled tables, against plain pdfplumber on the same file in the same run.

Claim: our time is at most 1.3 times that of pdfplumber's text and tables of every page. Measured on the clock, taking
turns, best of `RUNS`, so that a busy machine weighs on both alike.
"""

import io
import logging
import sys
from time import perf_counter

import pdfplumber
import typst

from bezpiecznik.resolution.document import Row
from bezpiecznik.resolution.formats import open_document

PAGES, RUNS, LIMIT = 200, 2, 1.3
ROWS_A_TABLE = 14
SENTENCE = (
    "Prowadzenie zajęć profilaktycznych z dziećmi i młodzieżą o bezpiecznym zachowaniu w drodze do szkoły, w domu"
    " i w sieci, we współpracy z dyrektorami szkół oraz rodzicami. "
)
HEAD = """
#set page(paper: "a4", margin: 2cm, footer: context align(center)[Strona #counter(page).display() z 200])
#set text(lang: "pl", size: 9.5pt, hyphenate: true)
#set par(justify: true)
"""


def made():
    """Pages of a programme of an invented county: a heading, a paragraph, a table of actions on each."""
    parts = [HEAD]
    for page in range(1, PAGES + 1):
        rows = ", ".join(
            f"[{row}.], [{SENTENCE[: 60 + 17 * (row % 7)]}], [KPP w Lipnie], [Straż Miejska, PSP, szkoły]"
            for row in range(1, ROWS_A_TABLE + 1)
        )
        parts.append(
            f"= OBSZAR {page}. Bezpieczna droga\n{SENTENCE * 5}\n\n"
            "#table(columns: (1cm, 1fr, 3cm, 4cm), table.header([Lp.], [Działania], [Podmiot odpowiedzialny],"
            f" [Partnerzy]), {rows})\n#pagebreak(weak: true)\n"
        )
    return typst.compile("".join(parts).encode())


def ours(data):
    """Rows of tables that our opening finds."""
    return sum(isinstance(block, Row) for block in open_document(data).document.blocks)


def theirs(data):
    """Rows of tables that pdfplumber finds, with the text of each page taken as well."""
    rows = 0
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            rows += sum(len(table) for table in page.extract_tables())
            page.close()
    return rows


def main():
    logging.disable(logging.WARNING)
    data = made()
    best = {ours: float("inf"), theirs: float("inf")}
    rows = {}
    for _ in range(RUNS):
        for reader in (ours, theirs):
            begun = perf_counter()
            rows[reader] = reader(data)
            best[reader] = min(best[reader], perf_counter() - begun)
    for name, reader in (("ours", ours), ("pdfplumber", theirs)):
        print(f"{name:<11} {best[reader]:7.2f} s  {PAGES / best[reader]:6.1f} pages a second  {rows[reader]:,} rows")
    share = best[ours] / best[theirs]
    print(f"ours takes {share:.2f} of their time; at most {LIMIT} is allowed")
    expected = PAGES * (ROWS_A_TABLE + 1)
    if rows[ours] != expected:
        print(f"rows of ours should be {expected:,}")
    return 1 if share > LIMIT or rows[ours] != expected else 0


if __name__ == "__main__":
    sys.exit(main())
