from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

HEAVY_MONTH = declare(
    Option(
        "plans.heavy_month",
        _("Od ilu terminów w miesiącu podmiot jest przeciążony"),
        8,
        forms.IntegerField,
        help=_("Harmonogram zaznacza takie miesiące, żeby można było przesunąć część terminów."),
        group=_("Harmonogram"),
        arguments={"min_value": 2, "max_value": 500},
    )
)
