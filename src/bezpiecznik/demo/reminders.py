"""The course of reminders in the open period of the demonstration: made by the ladder itself on its days."""

from datetime import timedelta

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.demo.cycle import day
from bezpiecznik.notices.models import BounceKind, Message, MessageState
from bezpiecznik.reporting.ladder import services
from bezpiecznik.reporting.models import Packet, Period

NOTE = "W razie pytań proszę dzwonić do biura: chętnie pomogę wypełnić sprawozdanie (osoba zmyślona)."
REASON = "Uzgodniono telefonicznie: zmiana osoby prowadzącej sprawy, sprawozdanie po jej przeszkoleniu."
FEW = 4
BOUNCED = "5.1.1 smtp; 550 5.1.1 user unknown"


def sign_in(clerks: dict[int, User], *, but: int) -> None:
    """Made-up clerks have been here before, except for those of one institution, whom no reminder will find."""
    seen = {user.pk for institution, user in clerks.items() if institution != but and user.last_login is None}
    User.objects.filter(pk__in=seen).update(last_login=clock.now())


def climb(period: Period) -> None:
    """Every morning from the opening to today."""
    for n in range(1, (clock.today() - period.opens_on).days + 1):
        with day(period.opens_on + timedelta(days=n), hour=9):
            services.make_round()


def by_hand(period: Period, *, by: User) -> None:
    """Of those that can be reached one message came back, two the coordinator wrote to herself, one she held back."""
    silent = list(Packet.objects.filter(period=period, state="draft").order_by("-institution__name")[1:5])
    if len(silent) < FEW:
        return
    with day(add_working_days(clock.today(), -1), hour=11):
        if services.by_hand([period], {packet.pk for packet in silent[:2]}):
            services.remind(silent[:2], by=by, note=NOTE)
        services.pause(period, packet=silent[2], until=clock.today() + timedelta(days=9), reason=REASON, by=by)
        _bounce(silent[3])


def _bounce(packet: Packet) -> None:
    told = packet.reminders.filter(recipients__message__isnull=False).values("recipients__message")[:1]
    Message.objects.filter(pk__in=told).update(
        state=MessageState.BOUNCED, bounce=BounceKind.HARD, sent_at=clock.now(), bounced_at=clock.now(), attempts=1,
        reason=BOUNCED,
    )  # fmt: skip
