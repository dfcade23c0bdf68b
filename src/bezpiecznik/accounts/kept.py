"""What the room keeps of attempts to sign in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import Tally
from bezpiecznik.core.keeping import Ending, Kept, delete_from, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP

ATTEMPT_DAYS = declare(
    Option(
        "accounts.keep_attempts",
        _("Liczniki prób logowania: ile dni po zakończeniu liczenia"),
        default=1,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 1, "max_value": 730},
    )
)


def register_kept() -> None:
    register(
        Kept(
            name="accounts.attempts",
            title=_("Liczniki prób logowania"),
            holds=_("Ile razy próbowano się zalogować. Czyje to konto, zapisano jako nieodwracalny skrót."),
            basis=_("art. 32 RODO: bezpieczeństwo kont"),
            ending=Ending.DELETED,
            period=ATTEMPT_DAYS,
            count=Tally.objects.count,
            due=lambda before: Tally.objects.filter(ends_at__lt=before),
            remove=delete_from(Tally),
        )
    )
