from __future__ import annotations

import io

import openpyxl

from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.writing import write_workbook


def test_try(packet: Packet) -> None:
    data = write_workbook(content_of(packet))
    open("/tmp/a.xlsx", "wb").write(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    print([s.title for s in book])
