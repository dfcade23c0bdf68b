"""Questions about entries: answered by the institution, settled by the office."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Doubt
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_packet_of
from bezpiecznik.reporting.services.packets import in_place_of


@transaction.atomic
def answer_doubt(doubt: Doubt, *, by: User, answer: str) -> None:
    """„Tak, zgadza się, ponieważ…”: the institution's own explanation. Raises Refused without one, or too late."""
    packet = hold_packet_of(doubt.entry)
    if not answer.strip():
        raise Refused(_("Napisz w kilku słowach, dlaczego wpis jest prawidłowy, albo popraw go."))
    if not packet.is_editable:
        raise Refused(
            _("Na to pytanie nie można już odpowiedzieć: sprawozdanie przekazano dalej albo zamknięto okres.")
        )
    answered = Doubt.objects.filter(pk=doubt.pk).update(
        answer=answer.strip(), answered_at=clock.now(), answered_by=by, settled_at=None, settled_by=None
    )
    if not answered:
        raise Refused(_("Tego pytania już nie ma: wpis poprawiono."))
    deputy = in_place_of(packet, by=by, right=Right.WRITE_REPORT)
    journal.record(Event.DOUBT_ANSWERED, packet, by=by, entry=doubt.entry_id, code=doubt.code, **deputy)


@transaction.atomic
def settle_doubt(doubt: Doubt, *, by: User) -> None:
    """The office takes the matter as explained. Raises Refused in a closed period, or when the question is gone."""
    packet = hold_packet_of(doubt.entry)
    if not packet.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": packet.period})
    if not Doubt.objects.filter(pk=doubt.pk, settled_at=None).update(settled_at=clock.now(), settled_by=by):
        raise Refused(_("Tę wątpliwość już wyjaśniono albo wpis poprawiono."))
    deputy = in_place_of(packet, by=by, right=Right.REVIEW_REPORTS)
    journal.record(Event.DOUBT_SETTLED, packet, by=by, entry=doubt.entry_id, code=doubt.code, **deputy)
