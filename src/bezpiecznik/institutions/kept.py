"""What the register keeps of people and files.

People who hold no post any more are shown when their time is over, and made nameless by the administrator's decision;
files of institutions brought in are deleted: what they changed stands in the register and in the journal.
"""

from datetime import datetime, timedelta

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import REMOVED_DOMAIN
from bezpiecznik.core import clock
from bezpiecznik.core.keeping import Ending, Kept, delete_from, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP
from bezpiecznik.institutions.models import Absence, Holding, RegisterImport

PERSON_DAYS = declare(
    Option(
        "institutions.keep_persons",
        _("Osoby bez stanowiska: ile dni po odejściu"),
        default=730,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 180, "max_value": 3650},
    )
)
IMPORT_DAYS = declare(
    Option(
        "institutions.keep_imports",
        _("Wczytane wykazy podmiotów: ile dni"),
        default=90,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 7, "max_value": 730},
    )
)


def posts_since(day: datetime | None = None) -> Q:
    """Holdings and deputyships that last, begin later, or ended after this moment (None: now)."""
    limit = timezone.localdate(day or clock.now())
    return Q(until=None) | Q(until__gte=limit)


def without_post(before: datetime) -> QuerySet[User]:
    """Named people who since before that moment hold nothing, stand in for nobody, and have not signed in."""
    holds = Holding.objects.filter(posts_since(before), user=OuterRef("pk"))
    stands_in = Absence.objects.filter(posts_since(before), deputy=OuterRef("pk"))
    quiet = Q(last_login=None) | Q(last_login__lt=before)
    named = User.objects.exclude(email__endswith=f"@{REMOVED_DOMAIN}").filter(is_superuser=False)
    return named.filter(~Exists(holds), ~Exists(stands_in), quiet, created_at__lt=before)


def is_over(person: User) -> bool:
    """Whether the period after which a person without a post may be made nameless has passed."""
    before = clock.now() - timedelta(days=PERSON_DAYS.value())
    return without_post(before).filter(pk=person.pk).exists()


def register_kept() -> None:
    register(
        Kept(
            name="institutions.persons",
            title=_("Osoby bez stanowiska"),
            holds=_("Imię, nazwisko, stanowisko i służbowy adres e-mail osoby, która odeszła."),
            basis=_("art. 5 ust. 1 lit. e i art. 17 RODO"),
            ending=Ending.ON_DECISION,
            why=_("Tego nie można cofnąć, więc o każdej osobie decyduje administrator."),
            period=PERSON_DAYS,
            count=lambda: without_post(clock.now()).count(),
            due=without_post,
            address="administration:persons-data",
        )
    )
    register(
        Kept(
            name="institutions.imports",
            title=_("Wczytane wykazy podmiotów"),
            holds=_("Wiersze pliku, także z telefonami i adresami, oraz to, co by zmieniły."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            period=IMPORT_DAYS,
            count=RegisterImport.objects.count,
            due=lambda before: RegisterImport.objects.filter(added_at__lt=before),
            remove=delete_from(RegisterImport),
        )
    )
