"""Setting blocks with Typst: tables with and without rulings, hyphenated narrow columns, running headers."""

import re

import typst


def escaped(text):
    return re.sub(r"([\\#*_`$<>@\[\]~/=+-])", r"\\\1", text).replace("\n", " \\\n")


def page(*, header="", flipped=False, size="9.5pt", numbers="1 / 1", font="DejaVu Serif", columns=1):
    head = f"header: text(size: 8pt)[{escaped(header)}]," if header else ""
    foot = ""
    if numbers.startswith("Strona"):  # letters would count pages themselves
        foot, numbers = "footer: context align(center)[Strona #counter(page).display()],", "1"
    return (
        f'#set page(paper: "a4", flipped: {str(flipped).lower()}, margin: 2cm, {head} {foot} numbering: "{numbers}", columns: {columns})\n'
        f'#set text(lang: "pl", size: {size}, font: "{font}", hyphenate: true)\n#set par(justify: true)\n#set table(inset: 4pt)\n'
        "#show heading: set block(above: 1.4em, below: 0.8em)\n"
    )


def blocks(items):
    return "\n".join(_block(kind, value) for kind, value in items)


def _block(kind, value):
    if kind == "title":
        return f"*{escaped(value)}*\n"
    if kind in ("h", "h2"):
        return f"{'=' * (1 if kind == 'h' else 2)} {escaped(value)}\n"
    if kind == "break":
        return "#pagebreak()\n"
    if kind == "table":
        return table(value)
    return f"{escaped(value)}\n"


def table(rows, *, columns=None, stroke="0.5pt", header=1, justify="false", align="left"):
    """A table whose header is repeated on every page."""
    width = columns or f"({', '.join(['auto'] * len(rows[0]))})"
    cells = ["".join(f"[{escaped(cell)}], " for cell in row) for row in rows]
    return (
        f"#[#set par(justify: {justify})\n#table(columns: {width}, stroke: {stroke}, align: {align},\n"
        f"table.header({' '.join(cells[:header])}),\n" + "\n".join(cells[header:]) + ")]\n"
    )


def write(source, path):
    path.write_bytes(typst.compile(source.encode(), timestamp=1735804800))
    return path
