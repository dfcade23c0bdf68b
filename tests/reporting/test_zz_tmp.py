from decimal import Decimal
from pathlib import Path
from reporting_acts import say
from roundtrip_acts import workbook
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.word import write_form
from bezpiecznik.reporting.services import Number


def test_it(packet, entry, reporter):
    Path("/tmp/rt").mkdir(exist_ok=True)
    Path("/tmp/rt/pusty.docx").write_bytes(write_form(content_of(packet)))
    say(
        entry,
        by=reporter,
        outcome="ongoing",
        text="Odbyto „patrole” – także nocą.\nDrugi akapit  ze spacjami.",
        numbers=(Number("godziny patroli", Decimal("1234.5"), "joint", "wider"),),
    )
    Path("/tmp/rt/p.docx").write_bytes(write_form(content_of(packet)))
    Path("/tmp/rt/p.xlsx").write_bytes(workbook(packet))
