"""Changes of an adopted programme: dated, with a basis and a reason; nothing in it is overwritten.

    amend(programme, basis="uchwała nr LX/1200/2022", effective_on=date(2022, 5, 1), reason="…", by=person,
          changes=[Withdraw(action), AddDuty(other, institution, ResponsibilityRole.LEAD)])

A new wording keeps the old one beside it (`rewording`). An action that is added takes the next number of its area: a
number once used is never given again. What is withdrawn stays with its wording and its place, marked with the day.
Open periods follow in the same transaction (`followers`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import followers, rewording
from bezpiecznik.plans.amending_changes import AddAction, AddDuty, Change, EndDuty, Reword, Withdraw
from bezpiecznik.plans.comparing import ChangedPart, changed_parts
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.followers import Consequence
from bezpiecznik.plans.models import (
    Amendment,
    Area,
    Programme,
    ProgrammeState,
    Responsibility,
    ResponsibilityRole,
    Undertaking,
    UndertakingKind,
)
from bezpiecznik.plans.programme_text import before_and_after

__all__ = ["AddAction", "AddDuty", "Change", "EndDuty", "Preview", "Reword", "Withdraw", "amend", "preview"]


@dataclass(frozen=True)
class Preview:
    """What a change would do: its words, the text before and after, and what would become of the open periods."""

    told: tuple[str, ...]
    consequences: tuple[Consequence, ...]
    parts: tuple[ChangedPart, ...] = ()


class _Undone(Exception):
    """Ends the transaction of a preview."""


@transaction.atomic
def amend(
    programme: Programme, *, basis: str, effective_on: date, reason: str, by: User, changes: Iterable[Change]
) -> Amendment:
    """Make these changes, in their order, from the day on. Raises Refused with a sentence, and then changes nothing.

    Open periods follow in the same transaction: obligations are added, or withdrawn with this basis as the reason.
    """
    words = {"basis": basis.strip(), "reason": reason.strip()}
    amendment, _preview = _amend(programme, words, effective_on=effective_on, by=by, changes=list(changes))
    return amendment


def preview(
    programme: Programme, *, basis: str, effective_on: date, reason: str, by: User, changes: Iterable[Change]
) -> Preview:
    """What `amend` would do: it is done and undone again, so that what is shown is what comes. Raises Refused."""
    found: list[Preview] = []
    try:
        with transaction.atomic():
            words = {"basis": basis.strip(), "reason": reason.strip()}
            made, shown = _amend(programme, words, effective_on=effective_on, by=by, changes=list(changes))
            found.append(replace(shown, parts=tuple(changed_parts(*before_and_after(made)))))
            raise _Undone
    except _Undone:
        return found[0]


def _amend(
    programme: Programme, words: dict[str, str], *, effective_on: date, by: User, changes: list[Change]
) -> tuple[Amendment, Preview]:
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    _refuse_nonsense(held, effective_on=effective_on, changes=changes, **words)
    amendment = Amendment.objects.create(programme=held, effective_on=effective_on, by=by, **words)
    told = [_make(amendment, change) for change in changes]
    consequences = followers.tell(held, by=by)
    journal.record(Event.AMENDED, held, by=by, effective_on=effective_on.isoformat(), changes=told, **words)
    return amendment, Preview(tuple(told), tuple(consequences))


def _refuse_nonsense(
    programme: Programme, *, basis: str, effective_on: date, reason: str, changes: list[Change]
) -> None:
    if not (basis and reason):
        raise Refused(_("Zmiana programu ma podstawę i powód."))
    if not changes:
        raise Refused(_("Wskaż, co się w programie zmienia."))
    if programme.state == ProgrammeState.ENDED:
        raise Refused(_("Ten program jest zakończony. Zmiany wpisuje się do programu, który obowiązuje."))
    if effective_on.year not in programme.years:
        years = {"first": programme.year_from, "last": programme.year_to}
        raise Refused(_("Program obejmuje lata %(first)s–%(last)s: zmiana nie może obowiązywać poza nimi.") % years)
    if programme.act_date and effective_on < programme.act_date:
        day = {"day": long_date(programme.act_date)}
        raise Refused(_("Zmiana nie może obowiązywać wcześniej, niż przyjęto program (%(day)s).") % day)


def _make(amendment: Amendment, change: Change) -> str:
    """Make one change; returns the words of it for the journal."""
    match change:
        case AddAction():
            return _add_action(amendment, change)
        case Withdraw():
            return _withdraw(amendment, change)
        case AddDuty():
            return _add_duty(amendment, change)
        case EndDuty():
            return _end_duty(amendment, change)
        case Reword():
            return _reword(amendment, change)


def _add_action(amendment: Amendment, change: AddAction) -> str:
    area = change.area
    if area.programme_id != amendment.programme_id:
        raise Refused(_("Obszar „%(area)s” należy do innego programu.") % {"area": area})
    if not change.wording.strip():
        raise Refused(_("Wpisz treść działania w brzmieniu zmiany."))
    if not change.leads:
        raise Refused(_("Wskaż podmiot odpowiedzialny za nowe działanie."))
    action = Undertaking(
        programme=amendment.programme,
        kind=UndertakingKind.ACTION,
        area=area,
        no=_number(area, change.no),
        wording=change.wording.strip(),
        term_raw=change.term_raw.strip(),
        added_by=amendment,
    )
    fieldhistory.sign(action, by=amendment.by)
    action.save()
    for role, bodies in ((ResponsibilityRole.LEAD, change.leads), (ResponsibilityRole.PARTNER, change.partners)):
        for institution in dict.fromkeys(bodies):
            _give(amendment, action, institution, role)
    return _("dodano działanie %(code)s") % {"code": action.code}


def _number(area: Area, asked: int | None) -> int:
    """The next number of the area, or the one that the document gives, if it was never used."""
    if asked is None:
        return (area.actions.aggregate(last=Max("no"))["last"] or 0) + 1
    if area.actions.filter(no=asked).exists():
        code = {"code": f"{area.no}.{asked}"}
        raise Refused(_("W programie jest już działanie %(code)s. Numeru nie nadaje się drugi raz.") % code)
    return asked


def _withdraw(amendment: Amendment, change: Withdraw) -> str:
    undertaking = _locked(amendment, change.undertaking)
    undertaking.withdrawn_on, undertaking.withdrawn_by = amendment.effective_on, amendment
    fieldhistory.sign(undertaking, by=amendment.by)
    undertaking.save(update_fields=("withdrawn_on", "withdrawn_by"))
    undertaking.responsibilities.filter(until=None).update(until=amendment.effective_on, ended_by=amendment)
    return _("skreślono %(code)s") % {"code": undertaking.code}


def _add_duty(amendment: Amendment, change: AddDuty) -> str:
    undertaking = _locked(amendment, change.undertaking)
    _give(amendment, undertaking, change.institution, ResponsibilityRole(change.role))
    return _("%(code)s: dodano %(institution)s (%(role)s)") % _words(undertaking, change)


def _give(amendment: Amendment, undertaking: Undertaking, body: Institution, role: ResponsibilityRole) -> None:
    if not body.exists_on(amendment.effective_on):
        words = {"institution": body, "day": long_date(amendment.effective_on)}
        raise Refused(_("%(institution)s: tego podmiotu nie będzie już %(day)s.") % words)
    held = undertaking.responsibilities.filter(role=role)
    if held.filter(institution=body).not_over(amendment.effective_on).exists():
        words = {"institution": body.short, "role": role.label, "code": undertaking.code}
        raise Refused(_("%(institution)s ma już w %(code)s rolę „%(role)s”.") % words)
    Responsibility.objects.create(
        undertaking=undertaking,
        institution=body,
        role=role,
        place=held.count(),
        since=amendment.effective_on,
        amendment=amendment,
    )


def _end_duty(amendment: Amendment, change: EndDuty) -> str:
    undertaking = _locked(amendment, change.undertaking)
    words = _words(undertaking, change)
    held = undertaking.responsibilities.filter(institution=change.institution, role=change.role, until=None).first()
    if held is None:
        raise Refused(_("%(institution)s nie ma w %(code)s roli „%(role)s”, więc nie można jej zakończyć.") % words)
    if held.since and amendment.effective_on < held.since:
        words["day"] = long_date(held.since)
        raise Refused(_("%(institution)s ma w %(code)s tę rolę dopiero od %(day)s.") % words)
    Responsibility.objects.filter(pk=held.pk).update(until=amendment.effective_on, ended_by=amendment)
    return _("%(code)s: %(institution)s przestaje odpowiadać (%(role)s)") % words


def _reword(amendment: Amendment, change: Reword) -> str:
    thing = change.thing
    held = _locked(amendment, thing) if isinstance(thing, Undertaking) else thing
    return rewording.reword(amendment, held, change.field, change.wording)


def _locked(amendment: Amendment, undertaking: Undertaking) -> Undertaking:
    """The undertaking as it stands now, in this programme and not withdrawn. Raises Refused otherwise."""
    held = Undertaking.objects.select_for_update(of=("self",)).select_related("area", "added_by").get(pk=undertaking.pk)
    if held.programme_id != amendment.programme_id:
        raise Refused(_("%(code)s należy do innego programu.") % {"code": held.code})
    if held.withdrawn_on:
        words = {"code": held.code, "day": long_date(held.withdrawn_on), "basis": held.withdrawn_by}
        raise Refused(_("%(code)s skreślono już z dniem %(day)s (%(basis)s).") % words)
    if held.added_by and amendment.effective_on < held.added_by.effective_on:
        words = {"code": held.code, "day": long_date(held.added_by.effective_on)}
        raise Refused(_("%(code)s jest w programie dopiero od %(day)s.") % words)
    return held


def _words(undertaking: Undertaking, change: AddDuty | EndDuty) -> dict[str, object]:
    role = ResponsibilityRole(change.role)
    return {"code": undertaking.code, "institution": change.institution.short, "role": role.label}
