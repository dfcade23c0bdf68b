"""Matters for the council are files of a case: never removed."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import keep_on_file
from bezpiecznik.council.models import Matter


def register_kept() -> None:
    keep_on_file(
        "council.matters",
        title=_("Sprawy przedkładane radzie"),
        holds=_("Co i kiedy przekazano radzie, jej rozstrzygnięcia i ogłoszenia; kto to zapisał."),
        why=_("To akta sprawy."),
        count=Matter.objects.count,
    )
