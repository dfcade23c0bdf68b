"""Exceptions for single packets: a later deadline, or time past the lock. Granted and withdrawn, never deleted."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.core.polish import long_date
from bezpiecznik.reporting import notices_of_deadlines as notices
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import LockException, Packet
from bezpiecznik.reporting.options import CORRECTION_DAYS
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_packet, hold_periods


@transaction.atomic
def grant_exception(packet: Packet, *, until: date, moves_deadline: bool, reason: str, by: User) -> LockException:
    """Let the institution write and send until that day; a standing exception gives way to the new one.

    `moves_deadline`: what is sent by that day counts as in time. It says nothing of a report that was sent before: its
    first day stays. Raises Refused for a day that is over, without a reason, or where there is nothing to wait for.
    """
    current = hold_packet(packet)
    _refuse_grant(current, until, reason)
    granted = _grant(current, until, moves_deadline and current.submitted_at is None, reason.strip(), by=by)
    notices.exception_granted(current, granted)
    return granted


def _refuse_grant(packet: Packet, until: date, reason: str) -> None:
    if not packet.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": packet.period})
    if not packet.is_with_institution:
        raise Refused(
            _("%(packet)s: sprawozdanie jest w biurze (%(state)s), więc nie potrzebuje wyjątku.")
            % {"packet": packet, "state": packet.get_state_display()}
        )
    if until < clock.today():
        raise Refused(_("Wyjątek nie może kończyć się w przeszłości: podaj dzisiejszy dzień albo późniejszy."))
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego termin jest inny."))


@transaction.atomic
def grant_exceptions(packets: Iterable[Packet], *, until: date, moves_deadline: bool, reason: str, by: User) -> int:
    """The same for many, all of them or none; returns for how many."""
    chosen = sorted(packets, key=lambda packet: packet.pk)
    hold_periods(chosen)
    for packet in chosen:
        grant_exception(packet, until=until, moves_deadline=moves_deadline, reason=reason, by=by)
    return len(chosen)


@transaction.atomic
def withdraw_exception(exception: LockException, *, reason: str, by: User) -> None:
    """The period's own days hold again. Raises Refused without a reason, or when it was withdrawn already."""
    packet = hold_packet(exception.packet)
    current = packet.exceptions.filter(pk=exception.pk, withdrawn_at=None).first()
    if current is None:
        raise Refused(_("Ten wyjątek już cofnięto."))
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego cofasz wyjątek."))
    _withdraw(packet, current, reason.strip(), by=by)
    notices.exception_withdrawn(packet, current, reason=reason.strip())


def open_for_correction(packet: Packet, *, correct_by: date | None, by: User) -> LockException | None:
    """After a return: time to correct, where the lock would leave none. For services that hold the packet.

    `correct_by` is the day that the reviewer named; without it the settings say how many working days there are. A
    standing exception that lasts as long is enough. Raises Refused for a day that is over.
    """
    today = clock.today()
    if correct_by and correct_by < today:
        raise Refused(_("Dzień, do którego prosisz o poprawę, już minął."))
    until = correct_by or add_working_days(today, CORRECTION_DAYS.value())
    deadline = packet.deadline
    is_enough = deadline.open_until is not None and deadline.open_until >= until
    if is_enough or not (correct_by or deadline.is_locked(until)):
        return None
    return _grant(packet, until, False, _("Zwrot do poprawy."), by=by)


def _grant(packet: Packet, until: date, moves_deadline: bool, reason: str, *, by: User) -> LockException:
    for earlier in packet.exceptions.filter(withdrawn_at=None):
        _withdraw(packet, earlier, _("Zastępuje go nowy, do %s.") % f"{long_date(until)} r.", by=by)
    granted = LockException.objects.create(
        packet=packet, until=until, moves_deadline=moves_deadline, reason=reason, at=clock.now(), by=by
    )
    journal.record(
        Event.EXCEPTION_GRANTED, packet, by=by, until=until.isoformat(), moves_deadline=moves_deadline, reason=reason
    )
    return granted


def _withdraw(packet: Packet, exception: LockException, reason: str, *, by: User) -> None:
    exception.withdrawn_at, exception.withdrawn_by = clock.now(), by
    exception.save(update_fields=("withdrawn_at", "withdrawn_by"))
    journal.record(Event.EXCEPTION_WITHDRAWN, packet, by=by, until=exception.until.isoformat(), reason=reason)
