"""How to reach an institution: its office, never a private person."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.institutions.models.register import Institution

E_DELIVERY = re.compile(r"AE:PL-[0-9]{5}-[0-9]{5}-[A-Z]{5}-[0-9]{2}")
"""An address for electronic delivery as the state's register gives it."""
PHONE = re.compile(r"^(\+[0-9]{1,3} ?)?\(?[0-9][0-9 ()/-]{1,25}[0-9]( ?(wew\.|w\.) ?[0-9]{1,5})?\Z")


def check_e_delivery(value: str) -> None:
    """Raise ValidationError unless the value is `AE:PL-12345-67890-ABCDE-12`."""
    if not E_DELIVERY.fullmatch(value):
        raise ValidationError(
            _("Adres do doręczeń elektronicznych ma postać AE:PL-12345-67890-ABCDE-12: sprawdź cyfry i wielkie litery.")
        )


class Contact(models.Model):
    """The contact of an institution as an institution. Edited by the office and by the institution itself."""

    institution = models.OneToOneField(Institution, models.CASCADE, related_name="contact", verbose_name=_("podmiot"))
    phone = models.CharField(
        _("telefon"),
        max_length=40,
        blank=True,
        validators=[RegexValidator(PHONE, _("Wpisz numer telefonu cyframi, np. 41 123 45 67 albo +48 41 123 45 67."))],
    )
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.CharField(_("adres"), max_length=300, blank=True)
    e_delivery = models.CharField(
        _("adres do doręczeń elektronicznych"), max_length=40, blank=True, validators=[check_e_delivery]
    )
    inbox = models.CharField(_("elektroniczna skrzynka podawcza"), max_length=200, blank=True)
    """The older electronic box of an office, e.g. `/urzad/SkrytkaESP`."""
    website = models.URLField(_("strona internetowa"), blank=True)
    made_up = models.BooleanField(default=False, editable=False)
    """Belongs to a demonstration: the page says that nobody answers there."""
    updated_at = models.DateTimeField(_("zmieniono"), null=True, editable=False)
    updated_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("kontakt podmiotu")
        verbose_name_plural = _("kontakty podmiotów")
        constraints = (both_or_neither("updated_at", "updated_by", name="contact_updated_pair"),)

    def __str__(self) -> str:
        return str(self.institution)

    @property
    def dialled(self) -> str:
        """The number for a `tel:` link: digits, and the plus before a country's code; without an extension."""
        number = re.split(r"[a-z]", self.phone, maxsplit=1)[0]
        return re.sub(r"[^\d+]", "", number)
