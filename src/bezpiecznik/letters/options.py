"""What the head of every letter says, and how cases are counted: changed on the page of settings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

GROUP = _("Pisma")


SENDER = declare(
    Option(
        "letters.sender",
        _("Nadawca pism"),
        "Urząd Miasta\nBiuro Bezpieczeństwa i Zarządzania Kryzysowego",
        forms.CharField,
        help=_("Pierwszy wiersz to nazwa urzędu, następne: komórka, adres, telefon, adres do e-Doręczeń."),
        group=GROUP,
        arguments={"widget": forms.Textarea(attrs={"rows": 5}), "max_length": 1000},
    )
)
PLACE = declare(
    Option(
        "letters.place",
        _("Miejscowość w piśmie"),
        "",
        forms.CharField,
        group=GROUP,
        arguments={"required": False, "max_length": 100},
    )
)
SIGNATORY = declare(
    Option(
        "letters.signatory",
        _("Kto podpisuje pisma"),
        "",
        forms.CharField,
        group=GROUP,
        arguments={"required": False, "max_length": 200},
    )
)
SIGNATORY_FUNCTION = declare(
    Option(
        "letters.signatory_function",
        _("Stanowisko podpisującego pisma"),
        "Dyrektor Biura Bezpieczeństwa i Zarządzania Kryzysowego",
        forms.CharField,
        group=GROUP,
        arguments={"max_length": 200},
    )
)
SYMBOL = declare(
    Option(
        "letters.symbol",
        _("Symbol komórki w znaku sprawy"),
        "BBiZK",
        forms.CharField,
        help=_("Pierwsza część znaku, np. BBiZK w BBiZK.5511.3.2026."),
        group=GROUP,
        arguments={"max_length": 40},
    )
)
JRWA = declare(
    Option(
        "letters.jrwa",
        _("Klasa z wykazu akt (JRWA)"),
        "5511",
        forms.RegexField,
        help=_("Symbol klasyfikacyjny z jednolitego rzeczowego wykazu akt urzędu: same cyfry."),
        group=GROUP,
        arguments={"regex": r"^[0-9]{1,6}$", "error_messages": {"invalid": _("Wpisz same cyfry, od 1 do 6.")}},
    )
)
FIRST_CASE = declare(
    Option(
        "letters.first_case",
        _("Od jakiego numeru liczyć sprawy w roku"),
        1,
        forms.IntegerField,
        help=_("Większy niż 1 tam, gdzie część spraw tej klasy założono już poza systemem."),
        group=GROUP,
        arguments={"min_value": 1, "max_value": 99_999},
    )
)
