"""Drafts: made, changed, thrown away."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.addressing import addressee_of, e_delivery_of
from bezpiecznik.letters.events import Event
from bezpiecznik.letters.models import Letter, Series
from bezpiecznik.letters.refusals import ChangedMeanwhile, Refused
from bezpiecznik.letters.services.holding import hold_draft
from bezpiecznik.letters.templates import Template, Wording, wording_for


@transaction.atomic
def draft_letter(institution: Institution, *, by: User, **words: str) -> Letter:
    """A draft with these words (fields of `Letter`)."""
    letter = Letter.objects.create(institution=institution, made_by=by, **words)
    journal.record(Event.DRAFTED, letter, by=by, institution=institution.name)
    return letter


@transaction.atomic
def change_draft(letter: Letter, *, seen: int, by: User, **words: str) -> Letter:
    """Put these words in the draft. Raises ChangedMeanwhile unless `seen` is its version, Refused once numbered."""
    current = hold_draft(letter)
    if seen != current.version:
        sentence = _("W międzyczasie ktoś zmienił ten projekt. Zapisz jeszcze raz, jeśli ma obowiązywać Twoja treść.")
        raise ChangedMeanwhile(sentence, version=current.version)
    changed = [name for name, value in words.items() if getattr(current, name) != value]
    if not changed:
        return current
    for name in changed:
        setattr(current, name, words[name])
    current.version += 1
    current.save()
    journal.record(Event.CHANGED, current, by=by, fields=changed)
    return current


@transaction.atomic
def delete_draft(letter: Letter, *, by: User) -> None:
    """Throw the draft away. Raises Refused for a letter that has a number."""
    current = hold_draft(letter)
    journal.record(Event.DELETED, current, by=by, institution=current.institution.name)
    current.delete()


@transaction.atomic
def draft_series(
    institutions: Iterable[Institution], *, template: Template | None, wording: Wording, by: User, **words: str
) -> Series:
    """A draft for each institution: in the words of the template, else in those of `wording`, alike for all.

    `words` are the fields that do not depend on the institution. Raises Refused where there is none.
    """
    return _series(institutions, template, wording, words, by=by, actor=by)


@transaction.atomic
def prepare_series(institutions: Iterable[Institution], *, template: Template, on_behalf: User, **words: str) -> Series:
    """The same, prepared by the house itself for a person to look at: the journal names nobody as the author."""
    return _series(institutions, template, Wording(), words, by=on_behalf, actor=None)


def _series(
    institutions: Iterable[Institution], template: Template | None, wording: Wording, words: dict[str, str], *,
    by: User, actor: User | None,
) -> Series:  # fmt: skip
    chosen = list(institutions)
    if not chosen:
        raise Refused(_("Wybierz co najmniej jeden podmiot."))
    own = [(each, wording_for(each, template) if template else wording) for each in chosen]
    series = Series.objects.create(title=own[0][1].subject, made_by=by)
    for institution, text in own:
        Letter.objects.create(
            institution=institution, addressee=addressee_of(institution), e_delivery=e_delivery_of(institution),
            subject=text.subject, body=text.body, request=text.request, annexes="\n".join(text.annexes),
            series=series, made_by=by, **words,
        )  # fmt: skip
    journal.record(Event.SERIES_STARTED, series, by=actor, institutions=[each.name for each in chosen])
    return series


@transaction.atomic
def delete_series(series: Series, *, by: User) -> None:
    """Throw away all drafts of the series. Raises Refused once one of its letters has a number."""
    held = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    letters = list(held.letters.all())
    for letter in letters:
        hold_draft(letter)
    journal.record(Event.SERIES_DELETED, held, by=by, letters=len(letters))
    held.letters.all().delete()
    held.delete()
