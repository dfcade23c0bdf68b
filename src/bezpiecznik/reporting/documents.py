"""What this room prints: the report of one institution. Registered with the documents room, kept by this one.

A submitted report is printed out of its frozen version, with the version's own sha256; before that a draft is printed.
"""

from datetime import date
from typing import Any, NoReturn

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents import kinds
from bezpiecznik.documents.kinds import Kind, NotReady, Paper, Wanted
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.models import Packet, PacketVersion, Part
from bezpiecznik.reporting.packet_paper import packet_content
from bezpiecznik.reporting.versions import FORMAT, body, entry_content

KIND = DocumentKind.PACKET


def register() -> None:
    kind = Kind(
        "S", packet_content, find=_refuse, draft=_refuse, right=Right.READ_REPORTS, own_list=True, paper=find_paper
    )
    kinds.register(KIND, kind)


def _refuse(_wanted: Wanted) -> NoReturn:
    raise NotReady(_("Sprawozdanie podmiotu drukuje się na jego stronie albo poleceniem z nazwą podmiotu."))


def find_paper(wanted: Wanted) -> Paper:
    """The report of the institution named, by abbreviation or full name. Raises NotReady, with a sentence."""
    name = wanted.institution
    found = Packet.objects.filter(
        Q(institution__abbr__iexact=name) | Q(institution__name__iexact=name),
        period__year=wanted.year,
        period__part=wanted.half or Part.YEAR,
    ).select_related("period__programme", "institution")
    if wanted.programme is not None:
        found = found.filter(period__programme=wanted.programme)
    packets = list(found) if name else []
    if not packets:
        raise NotReady(_("Nie ma takiego sprawozdania. Podaj --year, --half dla półrocza i --institution, np. KMP."))
    if len(packets) > 1:
        raise NotReady(_("Ten podmiot składa sprawozdania z kilku programów; wskaż program."))
    return paper_of(packets[0])


def paper_of(packet: Packet, *, draft: bool = True) -> Paper:
    """What stands in the packet while the institution works on it, else its last submitted version.

    `draft=False` gives the last submitted version whatever happens to the packet since. Raises NotReady where nothing
    was submitted.
    """
    version = packet.versions.order_by("no").last()
    if packet.is_with_institution and draft:
        return _paper(packet, as_it_stands(packet), no=0, sha256="", day=clock.today())
    if version is None:
        raise NotReady(_("Tego sprawozdania jeszcze nie złożono."))
    return paper_of_version(version)


def paper_of_version(version: PacketVersion) -> Paper:
    day = timezone.localdate(version.submitted_at)
    return _paper(version.packet, version.content, no=version.no, sha256=version.sha256, day=day)


def as_it_stands(packet: Packet) -> dict[str, Any]:
    """In the shape of `versions.VersionContent`, with nothing of a submission."""
    return {
        "format": FORMAT,
        "period": str(packet.period),
        "institution": body(packet.institution),
        "submitted_at": "",
        "submitted_by": "",
        "signatory": "",
        "signatory_function": "",
        "signed_on": "",
        "entries": [entry_content(entry) for entry in queries.entries_of(packet)],
    }


def _paper(packet: Packet, content: dict[str, Any], *, no: int, sha256: str, day: date) -> Paper:
    frozen = {"version": content, "programme": packet.period.programme.title, "made_up": settings.DEMO, "no": no}
    snapshot = as_text(frozen)
    title = _("Sprawozdanie za %(period)s: %(institution)s") % {
        "period": content["period"],
        "institution": content["institution"]["name"],
    }
    return Paper(
        year=packet.period.year, snapshot=snapshot, title=title, number=_number(packet, no),
        sha256=sha256 or digest(snapshot), issued_on=day,
    )  # fmt: skip


def _number(packet: Packet, no: int) -> str:
    """`S/2026-1/KMP/2`: year and half, whose, which version; a draft has none."""
    period = packet.period
    when = f"{period.year}-{period.part}" if period.part else f"{period.year}"
    sign = f"S/{when}/{packet.institution.short}"
    return f"{sign}/{no}" if no else _("projekt %(sign)s") % {"sign": sign}
