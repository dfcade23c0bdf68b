"""What a person decided about the next programme, and said in its consultation."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.editions.models import Comment, Consultation, DraftItem, Edition, Fate


def register() -> None:
    persons.part("editions", _("Edycje programu, które ta osoba rozpoczęła albo zakończyła"), editions)
    persons.part("fates", _("Rozstrzygnięcia o działaniach poprzedniego programu"), fates)
    persons.part("draft_items", _("Pozycje projektu programu, które ta osoba zmieniła ostatnio"), items)
    persons.part("consultations", _("Konsultacje, które ta osoba ogłosiła"), consultations)
    persons.part("comments", _("Uwagi z konsultacji: zgłoszone w imieniu podmiotu i odpowiedzi"), comments)


def editions(person: User) -> Iterator[Row]:
    for edition in Edition.objects.filter(Q(started_by=person) | Q(ended_by=person)):
        yield {_("edycja"): str(edition), _("rozpoczęto"): edition.started_at, _("zakończono"): edition.ended_at}


def fates(person: User) -> Iterator[Row]:
    for fate in Fate.objects.filter(decided_by=person).select_related("undertaking__area"):
        yield {_("pozycja"): str(fate), _("powód"): fate.reason, _("kiedy"): fate.decided_at}


def items(person: User) -> Iterator[Row]:
    for item in DraftItem.objects.filter(changed_by=person):
        yield {_("treść"): item.wording, _("kiedy"): item.changed_at}


def consultations(person: User) -> Iterator[Row]:
    for one in Consultation.objects.filter(published_by=person).select_related("edition"):
        yield {_("konsultacje"): str(one), _("ogłoszono"): one.published_at}


def comments(person: User) -> Iterator[Row]:
    for one in Comment.objects.filter(Q(by=person) | Q(answered_by=person)):
        yield {
            _("uwaga"): one.text,
            _("zgłoszono"): one.at,
            _("odpowiedź"): one.answer if one.answered_by_id == person.pk else "",
            _("odpowiedziano"): one.answered_at if one.answered_by_id == person.pk else None,
        }
