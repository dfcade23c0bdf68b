"""What the office chooses on screen about signals."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

GROUP = _("Sygnały")
SENDERS = declare(
    Option(
        "observations.senders",
        _("Nadawcy, których wiadomości od razu są sygnałami"),
        default="",
        make=forms.CharField,
        group=GROUP,
        help=_(
            "Po jednym w wierszu: adres albo cała domena, a po odstępie nazwa źródła, np. "
            "„redakcja@gazeta.example Gazeta” albo „@radio.example Radio”. Wiadomości innych nadawców czekają na "
            "decyzję."
        ),
        arguments={"required": False, "max_length": 10_000, "widget": forms.Textarea(attrs={"rows": 6})},
    )
)


def source_of(sender: str) -> str | None:
    """The name of the source for an address on the list; None for an address that is not on it."""
    for line in SENDERS.value().splitlines():
        told, _space, name = line.strip().partition(" ")
        told = told.lower()
        if told and (sender == told or (told.startswith("@") and sender.endswith(told))):
            return name.strip() or sender.rpartition("@")[2]
    return None
