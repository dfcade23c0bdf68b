"""Writes of requests for information: drafts, the number, how each was sent, what came back."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.models import Commission, InformationRequest, RequestFile
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.request_letter import frozen
from bezpiecznik.commission.services.past import refuse_to_come
from bezpiecznik.commission.services.signs import sign_for
from bezpiecznik.commission.states import REQUEST_NEXT, RequestState
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import Material
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.files import sniffing
from bezpiecznik.files.services import discard_unreferenced, store

KIND = DocumentKind.INFORMATION_REQUEST
MOST_BYTES = 15_000_000
LONGEST_NAME = 200


def hold(request: InformationRequest, towards: RequestState | None = None) -> InformationRequest:
    """The row as it stands now, held; raises Refused where its state does not lead there."""
    held = InformationRequest.objects.select_for_update(of=("self",)).select_related("commission", "document")
    current = held.get(pk=request.pk)
    if towards is not None and towards not in REQUEST_NEXT[RequestState(current.state)]:
        words = {"state": current.get_state_display(), "other": towards.label}
        raise Refused(_("To żądanie jest w stanie „%(state)s”; nie da się przejść do „%(other)s”.") % words)
    return current


@transaction.atomic
def draft_request(commission: Commission, *, by: User, **words: Any) -> InformationRequest:
    """A draft with these words (fields of the model)."""
    request = InformationRequest.objects.create(commission=commission, made_by=by, **words)
    journal.record(Event.REQUEST_DRAFTED, request, by=by, whom=request.whom)
    return request


@transaction.atomic
def change_draft(request: InformationRequest, *, seen: int, by: User, **words: Any) -> InformationRequest:
    """Put these words in the draft; saving the same changes nothing. Raises Refused for a version not seen."""
    current = hold(request)
    if not current.is_draft:
        raise Refused(_("Żądanie ma już numer: jego treści nie da się zmienić."))
    if seen != current.version:
        raise Refused(_("Ktoś zmienił ten projekt w międzyczasie. Otwórz go jeszcze raz."))
    changed = [name for name, value in words.items() if getattr(current, name) != value]
    if not changed:
        return current
    for name in changed:
        setattr(current, name, words[name])
    current.version += 1
    current.save()
    journal.record(Event.REQUEST_CHANGED, current, by=by)
    return current


@transaction.atomic
def delete_draft(request: InformationRequest, *, by: User) -> None:
    current = hold(request)
    if not current.is_draft:
        raise Refused(_("Żądania z numerem nie usuwa się; można je wycofać."))
    journal.record(Event.REQUEST_DELETED, current, by=by)
    current.delete()


@transaction.atomic
def ask(
    request: InformationRequest, *, asked_on: date, due_on: date, by: User, case_sign: str = ""
) -> InformationRequest:
    """Give the request its number and sign and have the letter made; from now on its words stay as they are.

    Without a sign the next one of the office's own is taken.
    """
    current = hold(request, RequestState.ASKED)
    if not current.is_draft:
        raise Refused(_("To żądanie ma już numer."))
    refuse_to_come(asked_on)
    if due_on <= asked_on:
        raise Refused(_("Termin odpowiedzi musi być późniejszy niż data pisma."))
    title = f"Żądanie informacji – {current.subject}"
    sign = sign_for(title, sign=case_sign, day=asked_on, by=by)
    snapshot = as_text(frozen(current, asked_on=asked_on, due_on=due_on, case_sign=sign))
    material = Material(asked_on.year, snapshot, title, subject=subject_of(current), case_sign=sign)
    current.document = documents.request_document(KIND, material, issued_on=asked_on, by=by)
    current.state, current.asked_on, current.due_on = RequestState.ASKED, asked_on, due_on
    current.save()
    journal.record(Event.REQUEST_ASKED, current, by=by, number=current.document.number, due_on=str(due_on))
    return current


def subject_of(request: InformationRequest) -> str:
    """As the register of documents names it."""
    return f"request:{request.pk}"


@transaction.atomic
def note_sent(request: InformationRequest, *, sent_on: date, sent_by: str, by: User) -> InformationRequest:
    """When and how the letter left the house; noted again it is corrected."""
    current = hold(request)
    refuse_to_come(sent_on)
    if current.asked_on is None or sent_on < current.asked_on:
        raise Refused(_("Wysyła się pismo z numerem, nie wcześniej niż w jego dacie."))
    if (current.sent_on, current.sent_by) != (sent_on, sent_by):
        current.sent_on, current.sent_by = sent_on, sent_by
        current.save()
        journal.record(Event.REQUEST_SENT, current, by=by, way=current.get_sent_by_display(), sent_on=str(sent_on))
    return current


@transaction.atomic
def note_answer(request: InformationRequest, *, answered_on: date, answer_note: str, by: User) -> InformationRequest:
    """The information came; what follows from it, without names of persons."""
    current = hold(request, RequestState.ANSWERED)
    _refuse_day(current, answered_on)
    current.state, current.answered_on, current.answer_note = RequestState.ANSWERED, answered_on, answer_note.strip()
    current.save()
    journal.record(Event.REQUEST_ANSWERED, current, by=by, answered_on=str(answered_on))
    return current


@transaction.atomic
def note_refusal(request: InformationRequest, *, answered_on: date, because: str, by: User) -> InformationRequest:
    """The body answered that what was asked is excluded; with its grounds."""
    current = hold(request, RequestState.REFUSED)
    _refuse_day(current, answered_on)
    if not because.strip():
        raise Refused(_("Wpisz, na co powołano się w odmowie."))
    current.state, current.answered_on, current.ended_because = RequestState.REFUSED, answered_on, because.strip()
    current.save()
    journal.record(Event.REQUEST_REFUSED, current, by=by, note=current.ended_because)
    return current


def _refuse_day(request: InformationRequest, day: date) -> None:
    refuse_to_come(day)
    if request.asked_on is not None and day < request.asked_on:
        raise Refused(_("Odpowiedź nie może być wcześniejsza niż pismo."))


@transaction.atomic
def withdraw(request: InformationRequest, *, because: str, by: User) -> InformationRequest:
    """The information is needed no more; the number stays in the register."""
    current = hold(request, RequestState.WITHDRAWN)
    if not because.strip():
        raise Refused(_("Podaj powód wycofania."))
    current.state, current.ended_because = RequestState.WITHDRAWN, because.strip()
    current.save()
    journal.record(Event.REQUEST_WITHDRAWN, current, by=by, note=current.ended_because)
    return current


@transaction.atomic
def reopen(request: InformationRequest, *, because: str, due_on: date, by: User) -> InformationRequest:
    """Wait again: the answer was not whole, or was noted by mistake. What was noted stays in the journal."""
    current = hold(request, RequestState.ASKED)
    if current.is_draft:
        raise Refused(_("Projektowi najpierw nadaj numer."))
    if not because.strip():
        raise Refused(_("Napisz, czego brakuje w odpowiedzi albo na czym polegała pomyłka."))
    if due_on < clock.today():
        raise Refused(_("Ten termin już minął. Wyznacz nowy termin odpowiedzi, najwcześniej na dziś."))
    before = {"answered_on": str(current.answered_on), "answer_note": current.answer_note}
    current.state, current.answered_on, current.answer_note = RequestState.ASKED, None, ""
    current.due_on, current.ended_because = due_on, because.strip()
    current.save()
    journal.record(Event.REQUEST_REOPENED, current, by=by, note=current.ended_because, **before)
    return current


@transaction.atomic
def add_file(request: InformationRequest, *, data: bytes, name: str, by: User) -> RequestFile:
    """Keep a file of the answer. Raises Refused with a sentence."""
    current, name = hold(request), name.replace("\\", "/").rsplit("/", 1)[-1][:LONGEST_NAME] or "plik"
    if current.is_draft:
        raise Refused(_("Pliki dołącza się do odpowiedzi; to jeszcze projekt."))
    media_type = sniffing.document_type(data, name)
    if not media_type:
        kinds = {"name": name, "kinds": sniffing.DOCUMENTS}
        raise Refused(_("Plik „%(name)s” nie jest dokumentem (%(kinds)s).") % kinds)
    if len(data) > MOST_BYTES:
        raise Refused(_("Plik „%(name)s” jest za duży: może mieć najwyżej 15 MB.") % {"name": name})
    kept = store(data, media_type=media_type)
    if current.files.filter(file=kept).exists():
        raise Refused(_("Plik „%(name)s” jest już dołączony.") % {"name": name})
    added = RequestFile.objects.create(request=current, file=kept, name=name, added_by=by)
    journal.record(Event.REQUEST_FILE_ADDED, current, by=by, file=name)
    return added


@transaction.atomic
def remove_file(file: RequestFile, *, by: User) -> None:
    """Take the file away; its bytes go too unless something else points to them."""
    request = hold(file.request)
    current = RequestFile.objects.select_related("file").get(pk=file.pk)
    stored = current.file
    current.delete()
    discard_unreferenced([stored])
    journal.record(Event.REQUEST_FILE_REMOVED, request, by=by, file=file.name)
