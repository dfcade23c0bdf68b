"""Lists and merged cells as an office program itself writes them, in DOCX and in ODT."""

from pathlib import Path

import pytest
from resolution.formats.kielce import converted, needs_office
from resolution.formats.office import said

PAGE = """<html><head><meta charset="utf-8"></head><body><h1>PROGRAM</h1>
<ol type="I"><li>Wstęp</li>
<li>Cele<ol><li>pierwszy</li><li>drugi<ol type="a"><li>x</li><li>y</li></ol></li></ol></li></ol>
<p>Tekst</p><ol start="3"><li>trzeci</li><li>czwarty</li></ol><ul><li>punkt<ul><li>podpunkt</li></ul></li></ul>
<table><tr><th>Obszar</th><th>Lp.</th><th>Zadanie</th><th colspan="2">Podmioty</th></tr>
<tr><td rowspan="2">Ulice</td><td><ol><li></li></ol></td><td>Patrole<br>nocne</td><td>KMP</td>
<td rowspan="2"><p>SM</p><p>PSP</p></td></tr>
<tr><td><ol start="2"><li></li></ol></td><td>Kontrole<ul><li>jedna</li><li>dwie</li></ul></td><td>SM</td></tr>
<tr><td colspan="5">Obszar II: Szkoły</td></tr></table><p>koniec</p></body></html>"""


@needs_office
@pytest.mark.parametrize("target", ["docx:MS Word 2007 XML", "odt:writer8"])
def test_numbers_and_merged_cells_are_those_on_the_page(target: str, tmp_path: Path) -> None:
    assert said(converted(PAGE.encode(), "html", target, tmp_path)) == [
        "PROGRAM",
        "I. Wstęp",
        "II. Cele",
        "1. pierwszy",
        "2. drugi",
        "a. x",
        "b. y",
        "Tekst",
        "3. trzeci",
        "4. czwarty",
        "- punkt",
        "- podpunkt",
        ("Obszar", "Lp.", "Zadanie", "Podmioty", ""),
        ("Ulice", "1.", "Patrole\nnocne", "KMP", "SM\nPSP"),
        ("Ulice", "2.", "Kontrole\n- jedna\n- dwie", "SM", "SM\nPSP"),
        ("Obszar II: Szkoły", "", "", "", ""),
        "koniec",
    ]
