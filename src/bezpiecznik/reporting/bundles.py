"""Work on the files of a whole period: one ZIP to send out, and many filled-in files that come back."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.jobs import JobRefused, advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.core.polish import slug
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import BroughtFile, Packet, Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.writing import write_workbook
from bezpiecznik.reporting.services.bundles import BUNDLE


@kind(BUNDLE)
def make(job: Job) -> str:
    """A workbook for each packet that is asked something, named by its institution."""
    period = Period.objects.select_related("programme").get(pk=job.argument("period"))
    by = User.objects.get(pk=job.argument("by_key"))
    packets = list(
        Packet.objects.filter(period=period).asked().select_related("institution", "period__programme").order_by("pk")
    )
    if not packets:
        raise JobRefused(_("W tym okresie nie ma jeszcze żadnego sprawozdania."))
    out, names = io.BytesIO(), set[str]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # workbooks are packed already
        for no, packet in enumerate(packets):
            advance(
                job,
                _("Przygotowano plików: %(n)d z %(total)d") % {"n": no, "total": len(packets)},
                no * 95 // len(packets),
            )
            archive.writestr(_name(packet, names), write_workbook(content_of(packet, own=False)))
    services.keep_bundle(period, out.getvalue(), packets=len(packets), by=by)
    return reverse("reporting:period-files", args=(period.pk,))


def _name(packet: Packet, used: set[str]) -> str:
    """By the institution; two of the same name are told apart by the packet's number."""
    name = slug(packet.institution.short)[:60] or "podmiot"
    if name in used:
        name = f"{name}-{packet.pk}"
    used.add(name)
    return f"{name}.xlsx"


@dataclass(frozen=True)
class Brought:
    """What became of one file of many: either it is kept, or a sentence says why not."""

    name: str
    file: BroughtFile | None = None
    is_new: bool = False
    refusal: str = ""


def bring_many(period: Period, files: Sequence[tuple[str, bytes]], *, by: User) -> list[Brought]:
    """Each file finds its packet by its hidden key, whatever it is called; one that is refused stops no other."""
    return [_bring(period, name, data, by=by) for name, data in files]


def _bring(period: Period, name: str, data: bytes, *, by: User) -> Brought:
    try:
        key, filled = services.packet_of_file(data)
        packet = Packet.objects.filter(pk=key, period=period).select_related("period__programme", "institution").first()
        if packet is None:
            raise UnreadableFile(
                _(
                    "To jest plik za inny okres: %(institution)s, %(period)s. Prosimy wczytać go na stronie "
                    "tamtego okresu."
                )
                % {"institution": filled.seal.institution, "period": filled.seal.period}
            )
        brought, is_new = services.bring_read_file(packet, filled, data, name=name, by=by)
    except (UnreadableFile, Refused) as reason:
        return Brought(name, refusal=str(reason))
    return Brought(name, brought, is_new)
