"""An invitation on paper, for a member without an e-mail address: a draft of a letter, to be numbered and sent.

When the meeting is moved after the invitation has left the house, the letter tells of the change.
"""

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Attendance, Meeting
from bezpiecznik.core.polish import long_date
from bezpiecznik.letters import options, services
from bezpiecznik.letters.addressing import addressee_of, e_delivery_of
from bezpiecznik.letters.models import Letter

BODY = (
    "Zapraszam na posiedzenie Komisji Bezpieczeństwa i Porządku nr {number}, które odbędzie się {day} "
    "o godz. {hour} ({place}).\n\nPorządek obrad:\n{agenda}"
)
REQUEST = "Uprzejmie prosimy o potwierdzenie udziału."
MOVED = (
    "Zawiadamiam o zmianie: posiedzenie Komisji Bezpieczeństwa i Porządku nr {number} odbędzie się {day} "
    "o godz. {hour} ({place}).\n\nPowód zmiany: {reason}\n\nPorządek obrad:\n{agenda}"
)
REQUEST_AGAIN = "Przepraszamy za kłopot i uprzejmie prosimy o ponowne potwierdzenie udziału."


def draft(meeting: Meeting, row: Attendance, *, by: User) -> Letter:
    """To the member, at the address of their institution. Raises ValueError for somebody without an institution."""
    subject = f"posiedzenia Komisji Bezpieczeństwa i Porządku nr {meeting.number}"
    return _draft(meeting, row, subject=subject, body=BODY, request=REQUEST, by=by)


def draft_of_move(meeting: Meeting, row: Attendance, *, by: User) -> Letter:
    """To the same member, who has the invitation already. Raises ValueError as `draft`."""
    subject = f"zmiany posiedzenia Komisji Bezpieczeństwa i Porządku nr {meeting.number}"
    return _draft(meeting, row, subject=subject, body=MOVED, request=REQUEST_AGAIN, by=by)


def _draft(meeting: Meeting, row: Attendance, *, subject: str, body: str, request: str, by: User) -> Letter:
    institution = row.membership.institution if row.membership else None
    if institution is None:
        raise ValueError(f"{row} has no institution to write to.")
    words = {
        "number": meeting.number,
        "day": long_date(meeting.local.date()),
        "hour": f"{meeting.local:%H:%M}",
        "place": f"{meeting.place}, {meeting.get_mode_display()}",
        "agenda": "\n".join(str(item) for item in meeting.items.all()),
        "reason": meeting.moved_because,
    }
    who = "\n".join(part for part in (row.name, row.function) if part)
    return services.draft_letter(
        institution, addressee=f"{who}\n{addressee_of(institution)}"[:600], e_delivery=e_delivery_of(institution),
        place=options.PLACE.value(), subject=subject, body=body.format(**words), request=request, annexes="", copies="",
        signatory=options.SIGNATORY.value(), signatory_function=options.SIGNATORY_FUNCTION.value(), by=by,
    )  # fmt: skip
