"""What the room writes to those asked to a meeting: invitation, change, cancellation; each with a calendar entry.

The log of messages keeps no attachments: the entry is made when the message leaves, of the meeting as it stands then.
"""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.commission import meeting_calendar
from bezpiecznik.commission.meeting_states import Channel
from bezpiecznik.commission.models import Attendance, Meeting, MeetingMessage
from bezpiecznik.core.polish import long_date
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Attached, Kind, register
from bezpiecznik.notices.models import Message

AUDIENCE = gettext_lazy("członkowie Komisji, prokurator, osoby z głosem doradczym i goście")
VARIABLES = {
    "number": gettext_lazy("numer posiedzenia"),
    "day": gettext_lazy("dzień posiedzenia"),
    "hour": gettext_lazy("godzina"),
    "place": gettext_lazy("miejsce i tryb"),
    "agenda": gettext_lazy("porządek obrad, punkt w wierszu"),
    "reason": gettext_lazy("powód zmiany albo odwołania"),
}
EXAMPLES = {
    "number": "2/2022",
    "day": "24 lutego 2022",
    "hour": "10:00",
    "place": "sala 12, na miejscu",
    "agenda": "1. Przyjęcie protokołu\n2. Stan bezpieczeństwa w roku 2021",
    "reason": "kolizja z sesją rady",
}


def attached(message: Message) -> Iterable[Attached]:
    """The calendar entry of the meeting of which the message speaks."""
    found = MeetingMessage.objects.filter(message=message).select_related("meeting").first()
    if found:
        content = meeting_calendar.entry(found.meeting)
        yield Attached(meeting_calendar.FILE_NAME, meeting_calendar.MEDIA_TYPE, content)


Text = str | Promise


def _kind(
    name: str, *, title: Text, occasion: Text, subject: Text, body: Text, act: Text, required: tuple[str, ...]
) -> Kind:
    """A kind of message about a meeting: to the same people, with the same words and the same calendar entry."""
    return register(
        Kind(
            name=f"commission.{name}", title=title, audience=AUDIENCE, occasion=occasion, subject=subject, body=body,
            variables=VARIABLES, examples=EXAMPLES, required=required, act=act, attach=attached,
        )
    )  # fmt: skip


INVITED = _kind(
    "invited",
    title=gettext_lazy("Zaproszenie na posiedzenie Komisji"),
    occasion=gettext_lazy("gdy obsługa Komisji wyśle zaproszenia"),
    subject=gettext_lazy("Posiedzenie Komisji nr {{ number }}: {{ day }}, godz. {{ hour }}"),
    body=gettext_lazy(
        "Dzień dobry,\n\nzapraszamy na posiedzenie Komisji Bezpieczeństwa i Porządku nr {{ number }}, które "
        "odbędzie się {{ day }} o godz. {{ hour }} ({{ place }}).\n\nPorządek obrad:\n{{ agenda }}\n\n"
        "Prosimy o potwierdzenie udziału. Kto ma konto w systemie, potwierdzi go na stronie posiedzenia i znajdzie "
        "tam materiały; pozostałe osoby prosimy o odpowiedź do obsługi Komisji. W załączniku jest wpis do "
        "kalendarza."
    ),
    required=("day", "hour"),
    act=gettext_lazy("Potwierdź udział"),
)
MOVED = _kind(
    "moved",
    title=gettext_lazy("Zmiana posiedzenia Komisji"),
    occasion=gettext_lazy("gdy po wysłaniu zaproszeń zmieni się termin, miejsce albo tryb"),
    subject=gettext_lazy("Zmiana: posiedzenie Komisji nr {{ number }} – {{ day }}, godz. {{ hour }}"),
    body=gettext_lazy(
        "Dzień dobry,\n\nposiedzenie Komisji nr {{ number }} odbędzie się {{ day }} o godz. {{ hour }} "
        "({{ place }}).\n\nPowód zmiany: {{ reason }}\n\nPrzepraszamy za kłopot i prosimy o ponowne potwierdzenie "
        "udziału. Wpis w załączniku zastąpi poprzedni w kalendarzu."
    ),
    required=("day", "hour"),
    act=gettext_lazy("Potwierdź udział"),
)
CANCELLED = _kind(
    "cancelled",
    title=gettext_lazy("Odwołanie posiedzenia Komisji"),
    occasion=gettext_lazy("gdy obsługa Komisji odwoła posiedzenie, na które zaproszono"),
    subject=gettext_lazy("Odwołane: posiedzenie Komisji nr {{ number }} ({{ day }})"),
    body=gettext_lazy(
        "Dzień dobry,\n\nposiedzenie Komisji nr {{ number }}, zaplanowane na {{ day }}, godz. {{ hour }}, nie "
        "odbędzie się.\n\nPowód: {{ reason }}\n\nO nowym terminie zawiadomimy osobno. Wpis w załączniku usunie "
        "posiedzenie z kalendarza."
    ),
    required=("day",),
    act=gettext_lazy("Zobacz posiedzenie"),
)


def invited(meeting: Meeting, row: Attendance) -> None:
    _send(INVITED, meeting, [row])


def moved(meeting: Meeting) -> None:
    _send(MOVED, meeting, _by_mail(meeting), reason=meeting.moved_because)


def cancelled(meeting: Meeting) -> None:
    _send(CANCELLED, meeting, _by_mail(meeting), reason=meeting.cancelled_because)


def _by_mail(meeting: Meeting) -> list[Attendance]:
    asked = meeting.attendance.filter(asked_by_channel=Channel.MAIL)
    return list(asked.select_related("membership__user"))


def _send(kind: Kind, meeting: Meeting, rows: Iterable[Attendance], *, reason: str = "") -> None:
    words = {
        "number": meeting.number,
        "day": long_date(meeting.local.date()),
        "hour": f"{meeting.local:%H:%M}",
        "place": f"{meeting.place}, {meeting.get_mode_display()}",
        "agenda": "\n".join(str(item) for item in meeting.items.all()) or _("zostanie podany później"),
        "reason": reason,
    }
    letters = [_letter(meeting, row, words) for row in rows]
    kept = services.post(services.worded(kind.name, letters))
    MeetingMessage.objects.bulk_create(MeetingMessage(message=message, meeting=meeting) for message in kept)


def _letter(meeting: Meeting, row: Attendance, words: dict[str, str]) -> services.Letter:
    """Who has no account gets no button: it would lead to a door without a key."""
    user = row.membership.user if row.membership else None
    return services.Letter(user, meeting.get_absolute_url() if user else "", words, address=row.email)
