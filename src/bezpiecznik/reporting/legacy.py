"""What reporting leaves to the next holder of a post: open drafts, returned reports, deadlines that come."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Post
from bezpiecznik.institutions.posts.legacy import Matter
from bezpiecznik.institutions.rights import ROLES, Right, Role
from bezpiecznik.reporting.models import Packet, Period
from bezpiecznik.reporting.states import PacketState, PeriodState

SENTENCES = {
    PacketState.DRAFT: gettext_lazy("Sprawozdanie za %(period)s jest w trakcie wypełniania: %(institution)s."),
    PacketState.RETURNED: gettext_lazy("Sprawozdanie za %(period)s wróciło do poprawy: %(institution)s."),
    PacketState.TO_SIGN: gettext_lazy("Sprawozdanie za %(period)s czeka na podpis: %(institution)s."),
}


def open_packets(post: Post) -> Iterator[Matter]:
    """Reports of the post's institution that wait for a move of its people."""
    rights = ROLES[Role(post.role)]
    if not post.institution_id or not rights & {Right.WRITE_REPORT, Right.SIGN_REPORT}:
        return
    waiting = Packet.objects.waiting_for_institution().filter(institution=post.institution_id)
    for packet in waiting.select_related("period", "institution"):
        words = {"period": packet.period, "institution": packet.institution.short}
        said = SENTENCES[PacketState(packet.state)]
        yield Matter(said % words, packet.get_absolute_url(), packet.period.due_on)


def coming_periods(post: Post) -> Iterator[Matter]:
    """For who writes: periods planned. For the office: those to open or close."""
    rights = ROLES[Role(post.role)]
    if not rights & {Right.WRITE_REPORT, Right.MANAGE_PERIODS}:
        return
    for period in Period.objects.filter(state=PeriodState.PLANNED, due_on__gte=clock.today()).order_by("due_on"):
        url = period.get_absolute_url() if Right.READ_REPORTS in rights else ""
        yield Matter(_("Zaplanowano okres sprawozdawczy: %s.") % period, url, period.due_on)


def reports_to_accept(post: Post) -> Iterator[Matter]:
    """For the office: how many wait in the queue."""
    if Right.REVIEW_REPORTS in ROLES[Role(post.role)] and (n := Packet.objects.to_accept().count()):
        yield Matter(_("Sprawozdania do przyjęcia: %s.") % n, reverse("reporting:queue"))
