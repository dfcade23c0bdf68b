"""The only door to periods, packets and entries. A stranger gets 404; a reader who may not act gets 403."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import require, rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme, ProgrammeQuerySet
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.models import (
    Agreement,
    BroughtFile,
    Doubt,
    Entry,
    LockException,
    Obligation,
    OneTimeLink,
    OneTimeLinkQuerySet,
    Packet,
    PacketQuerySet,
    PacketVersion,
    Period,
    Remark,
    Snapshot,
)
from bezpiecznik.reporting.states import PeriodState

OWN = (Right.WRITE_REPORT, Right.SIGN_REPORT)


def may(user: User, right: Right, packet: Packet) -> bool:
    """Whether the right is held over this packet's institution and programme."""
    return scope_of(user, right, packet.institution_id).holds(packet.period.programme_id)


def is_own(user: User, packet: Packet) -> bool:
    """Whether the packet is of the person's institution: only then are words shown that were not sent yet."""
    return any(may(user, right, packet) for right in OWN)


def own_packets(user: User, *rights: Right) -> PacketQuerySet:
    """Packets over which the person holds any of these rights by a post in the institution."""
    wanted = Q(pk__in=())
    for right in rights:
        for institution in rights_of(user).institutions(right):
            scope = scope_of(user, right, institution)
            reach = Q() if scope.everything else Q(period__programme__in=scope.keys)
            wanted |= Q(institution=institution) & reach
    return Packet.objects.filter(wanted)


def packets_of(user: User) -> PacketQuerySet:
    """Packets of the institutions for which the person writes or signs, newest first. Raises Http404 to others."""
    if not rights_of(user).institutions(*OWN):
        raise Http404
    found = own_packets(user, *OWN).select_related("period__programme", "institution")
    return found.order_by("-period__year", "-period__part", "institution__name")


def get_packet(user: User, pk: int) -> Packet:
    """To read: own people and the office always, other readers once it was submitted."""
    found = Packet.objects.select_related("period__programme", "institution", "submitted_by")
    packet = get_object_or_404(found, pk=pk)
    programme, sent = packet.period.programme_id, packet.submitted_at is not None
    reviews, reads = (scope_of(user, right).holds(programme) for right in (Right.REVIEW_REPORTS, Right.READ_REPORTS))
    if is_own(user, packet) or reviews or (sent and reads):
        return packet
    raise Http404


def _get_packet_for(user: User, pk: int, right: Right) -> Packet:
    packet = get_packet(user, pk)
    if not may(user, right, packet):
        raise PermissionDenied
    return packet


def get_packet_to_write(user: User, pk: int) -> Packet:
    return _get_packet_for(user, pk, Right.WRITE_REPORT)


def get_packet_to_sign(user: User, pk: int) -> Packet:
    return _get_packet_for(user, pk, Right.SIGN_REPORT)


def get_packet_of_own(user: User, pk: int) -> Packet:
    """For what both the clerk and the head may do."""
    packet = get_packet(user, pk)
    if not is_own(user, packet):
        raise PermissionDenied
    return packet


def get_packet_to_bring(user: User, pk: int) -> Packet:
    """For filled-in files: those who write there, and the office on the institution's behalf."""
    packet = get_packet(user, pk)
    if not may(user, Right.WRITE_REPORT, packet) and not reviews(user, packet):
        raise PermissionDenied
    return packet


def reviews(user: User, packet: Packet) -> bool:
    """Whether the office's right reaches the packet's programme."""
    return scope_of(user, Right.REVIEW_REPORTS).holds(packet.period.programme_id)


def get_brought_file(user: User, pk: int) -> BroughtFile:
    """For the institution; for the office what the office brought: words of others that were not sent stay theirs."""
    found = BroughtFile.objects.select_related(
        "packet__period__programme", "packet__institution", "file", "brought_by", "applied_by", "undone_by"
    )
    brought = get_object_or_404(found, pk=pk)
    packet = get_packet_to_bring(user, brought.packet_id)
    if not (brought.on_behalf or may(user, Right.WRITE_REPORT, packet)):
        raise Http404
    return brought


def get_packet_to_review(user: User, pk: int) -> Packet:
    return _get_packet_for(user, pk, Right.REVIEW_REPORTS)


def packets_to_review(user: User) -> PacketQuerySet:
    """The queue of the office. Raises Http404 to a stranger."""
    require(user, Right.REVIEW_REPORTS)
    return waiting_for_office(user).select_related("period__programme", "institution", "submitted_by")


def packets_reviewed(user: User) -> PacketQuerySet:
    """All packets that the person reviews, in any state. Raises Http404 to a stranger."""
    require(user, Right.REVIEW_REPORTS)
    narrowed = scope_of(user, Right.REVIEW_REPORTS).narrow(Packet.objects.all(), "period__programme")
    return narrowed.select_related("period__programme", "institution")


def get_remark_to_answer(user: User, pk: int) -> tuple[Packet, Remark]:
    """A remark on an entry that the person may write in, with its packet."""
    remark = get_object_or_404(Remark.objects.select_related("entry__obligation"), pk=pk)
    return get_packet_to_write(user, remark.entry.obligation.packet_id or 0), remark


def get_remark_to_settle(user: User, pk: int) -> tuple[Packet, Remark]:
    """A remark in a packet that the person reviews, with the packet."""
    remark = get_object_or_404(Remark.objects.select_related("entry__obligation"), pk=pk)
    return get_packet_to_review(user, remark.entry.obligation.packet_id or 0), remark


def waiting_for_office(user: User) -> PacketQuerySet:
    """Submitted packets that the person may accept; none for others."""
    return scope_of(user, Right.REVIEW_REPORTS).narrow(Packet.objects.to_accept(), "period__programme")


def get_entry_to_edit(user: User, pk: int) -> tuple[Packet, Entry]:
    """An entry of a packet that the person may write in, with the packet."""
    found = Entry.objects.select_related(
        "obligation__responsibility__institution", "obligation__responsibility__undertaking__area", "updated_by"
    )
    entry = get_object_or_404(found, pk=pk)
    return get_packet_to_write(user, entry.obligation.packet_id or 0), entry


def get_place_to_contribute(user: User, pk: int, member: int) -> tuple[Packet, Institution]:
    """A packet that is being written, and a body that may add to it for which the person writes. 404 to all others."""
    packet = get_object_or_404(Packet.objects.select_related("period__programme", "institution"), pk=pk)
    institution = get_object_or_404(Institution, pk=member)
    writes = scope_of(user, Right.WRITE_REPORT, member).holds(packet.period.programme_id)
    if not writes or not queries.entries_to_add_to(packet, institution):
        raise Http404
    return packet, institution


def get_entry_to_contribute(user: User, pk: int, member: int) -> tuple[Packet, Institution, Entry]:
    """One entry that the body may add to, as `get_place_to_contribute`."""
    packet_of_entry = Entry.objects.filter(pk=pk).values_list("obligation__packet", flat=True).first()
    packet, institution = get_place_to_contribute(user, packet_of_entry or 0, member)
    for entry in queries.entries_to_add_to(packet, institution):
        if entry.pk == pk:
            return packet, institution, entry
    raise Http404


def contributions_asked(user: User) -> list[tuple[Packet, Institution]]:
    """Open packets to which bodies of the person may add, with the body."""
    own = rights_of(user).institutions(Right.WRITE_REPORT)
    found = queries.asked_to_contribute(own) if own else []
    return [
        (packet, body)
        for packet, body in found
        if scope_of(user, Right.WRITE_REPORT, body.pk).holds(packet.period.programme_id)
    ]


def contribution_url(packet: Packet, institution: Institution) -> str:
    return reverse("reporting:contribute", args=(packet.pk, institution.pk))


def get_own_entry(user: User, pk: int) -> tuple[Packet, Entry]:
    """An entry with its packet, for those who write or sign there: words not sent yet are nobody else's."""
    found = Entry.objects.select_related("obligation__responsibility__undertaking__area")
    entry = get_object_or_404(found, pk=pk)
    return get_packet_of_own(user, entry.obligation.packet_id or 0), entry


def get_doubt_to_answer(user: User, pk: int) -> tuple[Packet, Doubt]:
    """A question about an entry, for those who write there."""
    doubt = get_object_or_404(Doubt.objects.standing().select_related("entry__obligation"), pk=pk)
    return get_packet_to_write(user, doubt.entry.obligation.packet_id or 0), doubt


def get_doubt_to_settle(user: User, pk: int) -> tuple[Packet, Doubt]:
    """A question about an entry, for those who accept reports."""
    doubt = get_object_or_404(Doubt.objects.standing().select_related("entry__obligation", "answered_by"), pk=pk)
    return get_packet_to_review(user, doubt.entry.obligation.packet_id or 0), doubt


def get_agreement_to_answer(user: User, pk: int) -> tuple[Packet, Agreement]:
    """A lead's stance, for those who write for the other body."""
    agreement = get_object_or_404(Agreement.objects.select_related("partner__packet"), pk=pk)
    return get_packet_to_write(user, agreement.partner.packet_id or 0), agreement


def get_version(user: User, pk: int, no: int) -> PacketVersion:
    packet = get_packet(user, pk)
    return get_object_or_404(PacketVersion.objects.select_related("submitted_by"), packet=packet, no=no)


def get_period(user: User, pk: int) -> Period:
    """Progress of reporting is for those who read reports."""
    return get_object_or_404(periods_of(user).select_related("programme"), pk=pk)


def periods_of(user: User, right: Right = Right.READ_REPORTS) -> QuerySet[Period]:
    """Periods over which the person holds the right. Raises Http404 to a stranger."""
    require(user, right)
    return scope_of(user, right).narrow(Period.objects.all())


def get_programme_to_read_reports(user: User, pk: int) -> Programme:
    """A programme on which the person may read reports; a stranger gets 404."""
    require(user, Right.READ_REPORTS)
    return get_object_or_404(scope_of(user, Right.READ_REPORTS).narrow(Programme.objects.all(), "pk"), pk=pk)


def programmes_to_report_on(user: User) -> ProgrammeQuerySet:
    """Programmes whose periods the person plans, the newest first. Raises Http404 to a stranger."""
    require(user, Right.MANAGE_PERIODS)
    return scope_of(user, Right.MANAGE_PERIODS).narrow(Programme.objects.newest_first(), "pk")


def get_period_to_manage(user: User, pk: int) -> Period:
    period = get_period(user, pk)
    if not scope_of(user, Right.MANAGE_PERIODS).holds(period.programme_id):
        raise PermissionDenied
    return period


def get_period_of_office(user: User, pk: int) -> Period:
    """For work on all packets of a period at once."""
    period = get_period(user, pk)
    if not scope_of(user, Right.REVIEW_REPORTS).holds(period.programme_id):
        raise PermissionDenied
    return period


def packets_to_except(user: User) -> PacketQuerySet:
    """Packets of open periods whose deadlines the person may move. Raises Http404 to a stranger."""
    require(user, Right.MANAGE_PERIODS)
    found = Packet.objects.filter(period__state=PeriodState.OPEN)
    narrowed = scope_of(user, Right.MANAGE_PERIODS).narrow(found, "period__programme")
    return narrowed.select_related("period__programme", "institution")


def exceptions_of(user: User) -> QuerySet[LockException]:
    """All that was granted in the person's programmes. Raises Http404 to a stranger."""
    require(user, Right.MANAGE_PERIODS)
    found = LockException.objects.select_related("packet__period__programme", "packet__institution", "by")
    return scope_of(user, Right.MANAGE_PERIODS).narrow(found, "packet__period__programme")


def get_exception(user: User, pk: int) -> LockException:
    return get_object_or_404(exceptions_of(user), pk=pk)


def links_of(user: User) -> OneTimeLinkQuerySet:
    """Invitations without an account, for those who ask for reports. Raises Http404 to others."""
    require(user, Right.MANAGE_LETTERS)
    return OneTimeLink.objects.all()


def get_link(user: User, pk: int) -> OneTimeLink:
    return get_object_or_404(links_of(user).select_related("user", "institution"), pk=pk)


def obligations_of(user: User) -> QuerySet[Obligation]:
    """Obligations in force of the programmes whose reports the person reads. Raises Http404 to a stranger."""
    require(user, Right.READ_REPORTS)
    return scope_of(user, Right.READ_REPORTS).narrow(Obligation.objects.in_force(), "period__programme")


def programmes_reported_on(user: User) -> ProgrammeQuerySet:
    """Programmes whose reports the person reads, the newest first. Raises Http404 to a stranger."""
    require(user, Right.READ_REPORTS)
    return scope_of(user, Right.READ_REPORTS).narrow(Programme.objects.newest_first(), "pk")


def get_snapshot(user: User, pk: int) -> Snapshot:
    """The frozen copy of a closed period, by the period's key."""
    period = get_period(user, pk)
    return get_object_or_404(Snapshot.objects.select_related("period"), period=period)
