"""Reports are never removed by the system; links of those who wrote them without an account are, in time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, delete_from, keep_on_file, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP
from bezpiecznik.reporting.models import BroughtFile, LinkToken, OneTimeLink, PacketVersion, Receipt

LINK_DAYS_KEPT = declare(
    Option(
        "reporting.keep_links",
        _("Łącza jednorazowe: ile dni po wygaśnięciu"),
        default=365,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 30, "max_value": 3650},
    )
)

RECEIPT_DAYS_KEPT = declare(
    Option(
        "reporting.keep_receipts",
        _("Potwierdzenia wysłania sprawozdań z przeglądarki: ile dni"),
        default=60,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 7, "max_value": 365},
    )
)


def old_receipts(before: datetime) -> QuerySet[Receipt]:
    return Receipt.objects.filter(at__lt=before)


def dead_links(before: datetime) -> QuerySet[OneTimeLink]:
    """Invitations whose every address expired, and which were revoked if at all, before that moment."""
    alive = LinkToken.objects.filter(link=OuterRef("pk"), expires_at__gte=before)
    ended = Q(revoked_at=None) | Q(revoked_at__lt=before)
    return OneTimeLink.objects.filter(~Exists(alive), ended, made_at__lt=before)


def remove_links(keys: Sequence[Any]) -> int:
    LinkToken.objects.filter(link__in=keys).delete()
    return delete_from(OneTimeLink)(keys)


def register_kept() -> None:
    keep_on_file(
        "reporting.reports",
        title=_("Złożone sprawozdania"),
        holds=_("Słowa i liczby podmiotu oraz kto je złożył i podpisał."),
        why=_("To akta sprawy: o ich brakowaniu decyduje archiwum zakładowe, nie ten system."),
        count=PacketVersion.objects.count,
    )
    register(
        Kept(
            name="reporting.links",
            title=_("Łącza jednorazowe"),
            holds=_("Kogo bez konta poproszono o sprawozdanie podmiotu, kiedy wysłano i otwarto łącze."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            why=_("Kto złożył sprawozdanie, mówi samo sprawozdanie i dziennik."),
            period=LINK_DAYS_KEPT,
            count=OneTimeLink.objects.count,
            due=dead_links,
            remove=remove_links,
        )
    )
    keep_on_file(
        "reporting.brought_files",
        title=_("Wczytane pliki sprawozdań"),
        holds=_("Pliki, które podmiot wypełnił poza systemem, kto je wczytał i co zmieniły."),
        why=_("Dowodzą, skąd wzięły się słowa sprawozdania wczytanego w imieniu podmiotu."),
        count=BroughtFile.objects.count,
    )
    register(
        Kept(
            name="reporting.receipts",
            title=_("Potwierdzenia wysłania z przeglądarki"),
            holds=_("Kto i kiedy zapisał wpis albo złożył sprawozdanie, bez treści: żeby ponowienie nic nie zmieniło."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            why=_("Potrzebne tylko, póki przeglądarka może ponowić wysłanie."),
            period=RECEIPT_DAYS_KEPT,
            count=Receipt.objects.count,
            due=old_receipts,
            remove=delete_from(Receipt),
        )
    )
