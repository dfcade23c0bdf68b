"""What the desk says about institutions."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.access import administers, rights_of
from bezpiecznik.institutions.models import Holding
from bezpiecznik.institutions.queries import without_reporter
from bezpiecznik.institutions.rights import Right, Role


def vacant_places(user: User) -> Iterator[Todo]:
    """Institutions whose report nobody can write: for the coordinator, who asks, and the administrator, who adds."""
    rights = rights_of(user)
    if not (rights.has(Right.MANAGE_PLAN) or rights.has(Right.ADMINISTER)):
        return
    if vacant := without_reporter().count():
        words = _("podmiot nie ma sprawozdawcy,podmioty nie mają sprawozdawcy,podmiotów nie ma sprawozdawcy")
        yield Todo(
            sentence=f"{vacant} {forms(vacant, words)}.",
            url=f"{reverse('institutions:list')}?reporter=none",
            act=_("Pokaż podmioty"),
            weight=Weight.TO_SET_UP,
            detail=_("Dopóki nikt nie ma tej roli, sprawozdania nie ma kto wypełnić."),
        )


def first_account(user: User) -> Iterator[Todo]:
    """A new installation begins with a coordinator, who then reads the resolution in."""
    if administers(user) and not Holding.objects.current().filter(post__role=Role.COORDINATOR).exists():
        yield Todo(
            sentence=_("Nikt nie prowadzi jeszcze programu."),
            url=f"{reverse('people:add')}?role={Role.COORDINATOR}",
            act=_("Zaproś koordynatora"),
            weight=Weight.TO_SET_UP,
            detail=_("Koordynator dostanie e-mailem zaproszenie, ustawi hasło i wczyta uchwałę."),
        )
