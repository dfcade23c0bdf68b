"""The draft before the people: published with its text frozen, commented on, answered, closed."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.core.privacy import Check
from bezpiecznik.editions.draft_text import draft_of
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.models import Comment, Consultation, Edition
from bezpiecznik.editions.paragraphs import paragraphs_of
from bezpiecznik.editions.refusals import Outdated, Refused
from bezpiecznik.editions.standing import advance, writable
from bezpiecznik.editions.states import EditionState, Verdict, Who
from bezpiecznik.institutions.models import Institution

LONGEST = 4_000


@transaction.atomic
def publish(edition: Edition, *, opens_on: date, closes_on: date, by: User, cleared: bool = False) -> Consultation:
    """Freeze the draft's text and show it to residents on these days. Raises Refused, with a sentence.

    `cleared`: somebody has looked at what resembles data of a person, and it is none.
    """
    held = writable(edition)
    if held.is_linked:
        raise Refused(_("Następny program jest już przyjęty, więc nie ma czego konsultować."))
    if closes_on < opens_on:
        raise Refused(_("Konsultacje nie mogą kończyć się przed swoim początkiem."))
    if opens_on < clock.today():
        raise Refused(_("Konsultacje zaczynają się najwcześniej dzisiaj."))
    if n := held.fates.undecided().count():
        words = forms(n, _("pozycja czeka,pozycje czekają,pozycji czeka"))
        raise Refused(_("%(n)d %(words)s na rozstrzygnięcie, więc projekt nie jest gotowy.") % {"n": n, "words": words})
    draft = draft_of(held)
    found = paragraphs_of(draft)
    suspect = [one["label"] for one in found if Check().findings(one["text"])]
    if suspect and not cleared:
        told = _("Coś wygląda na dane osoby: %(where)s. Usuń je z projektu albo potwierdź, że to nie są dane osób.")
        raise Refused(told % {"where": ", ".join(suspect)})
    content = as_text({"draft": draft, "paragraphs": found})
    consultation = Consultation.objects.create(
        edition=held, opens_on=opens_on, closes_on=closes_on, content=content, sha256=digest(content), published_by=by
    )
    advance(held, EditionState.CONSULTATION)
    held.save(update_fields=("state",))
    days = {"opens_on": opens_on.isoformat(), "closes_on": closes_on.isoformat()}
    journal.record(Event.PUBLISHED, held, by=by, cleared=", ".join(suspect), **days)
    return consultation


def refusal_of_days(consultation: Consultation) -> str:
    """Why no comment is taken today, politely; blank when it is."""
    if consultation.is_coming:
        day = long_date(consultation.opens_on)
        return _("Konsultacje zaczną się %(day)s. Prosimy o uwagi od tego dnia.") % {"day": day}
    if consultation.is_over or consultation.edition.state != EditionState.CONSULTATION:
        day = long_date(consultation.closes_on)
        return _("Konsultacje zakończyły się %(day)s, więc nie możemy już przyjąć uwagi. Dziękujemy.") % {"day": day}
    return ""


@transaction.atomic
def comment(
    consultation: Consultation, *, anchor: str, sha256: str, text: str, who: Who,
    institution: Institution | None = None, by: User | None = None,
) -> Comment:  # fmt: skip
    """Take a comment on one paragraph; of a resident nothing but the words is kept. Raises Refused, politely."""
    if refusal := refusal_of_days(consultation):
        raise Refused(refusal)
    paragraph = next((one for one in consultation.paragraphs if one["anchor"] == anchor), None)
    if paragraph is None or paragraph["sha256"] != sha256:
        raise Refused(_("Tego fragmentu nie ma w konsultowanym projekcie. Prosimy wybrać fragment ze strony projektu."))
    words = text.strip()
    if not words:
        raise Refused(_("Prosimy wpisać uwagę."))
    if len(words) > LONGEST:
        raise Refused(_("Uwaga może mieć najwyżej %(n)s znaków. Prosimy ją skrócić.") % {"n": LONGEST})
    if Check().findings(words):
        raise Refused(_("Uwaga zawiera coś, co wygląda na dane osoby (na przykład nazwisko, telefon albo adres). "
                        "Prosimy to usunąć: uwagi będą opublikowane."))  # fmt: skip
    kept = Comment.objects.create(
        consultation=consultation, anchor=anchor, paragraph_sha256=sha256, text=words,
        who=Who.INSTITUTION if institution else who, institution=institution, by=by if institution else None,
    )  # fmt: skip
    if institution and by:
        journal.record(Event.COMMENTED, consultation.edition, by=by, institution=str(institution), anchor=anchor)
    return kept


@transaction.atomic
def answer(found: Comment, *, verdict: Verdict, answer: str, by: User, stamp: str | None = None) -> None:
    """Say what became of the comment and why. May be said anew until the edition is ended."""
    held = _locked(found)
    if stamp is not None and stamp != stamp_of(held):
        raise Outdated(_("W międzyczasie na tę uwagę odpowiedział(a) %(who)s. Sprawdź odpowiedź i zapisz jeszcze raz.")
                       % {"who": held.answered_by or ""})  # fmt: skip
    if not answer.strip():
        raise Refused(_("Napisz, jak uwzględniono uwagę albo dlaczego nie."))
    held.verdict, held.answer, held.answered_at, held.answered_by = verdict, answer.strip(), clock.now(), by
    held.save()
    edition = held.consultation.edition
    journal.record(Event.ANSWERED, edition, by=by, anchor=held.anchor, verdict=str(Verdict(verdict)))


def stamp_of(found: Comment) -> str:
    return found.answered_at.isoformat() if found.answered_at else ""


@transaction.atomic
def withhold(found: Comment, *, reason: str, by: User) -> None:
    """Keep a comment from residents (data of a person, an insult), with the reason; with none, show it again."""
    held = _locked(found)
    held.withheld_because = reason.strip()
    held.save(update_fields=("withheld_because",))
    journal.record(Event.WITHHELD, held.consultation.edition, by=by, anchor=held.anchor, reason=held.withheld_because)


def _locked(found: Comment) -> Comment:
    held = Comment.objects.select_for_update(of=("self",)).select_related("consultation__edition", "answered_by")
    kept = held.get(pk=found.pk)
    if not kept.consultation.edition.is_open:
        raise Refused(_("Praca nad tą edycją jest zakończona."))
    return kept


@transaction.atomic
def close(consultation: Consultation, *, by: User) -> None:
    """End the consultation after its last day: the draft may be worked on again."""
    edition = Edition.objects.select_for_update().get(pk=consultation.edition_id)
    if not consultation.is_over:
        day = long_date(consultation.closes_on)
        raise Refused(_("Konsultacje trwają do %(day)s. Zakończ je po tym dniu.") % {"day": day})
    advance(edition, EditionState.CONSULTED)
    edition.save(update_fields=("state",))
    journal.record(Event.CLOSED, edition, by=by, n=consultation.comments.count())
