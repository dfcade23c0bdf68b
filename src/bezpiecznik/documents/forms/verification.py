"""What anybody may ask of a paper in their hand."""

import hashlib
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.documents.verify_address import LENGTH, typed

LARGEST = 20_000_000
SHA256 = re.compile(r"[0-9a-f]{64}")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Kod albo adres z dokumentu"), max_length=200,
        help_text=_("Stoi przy kodzie QR na końcu dokumentu, na przykład 7H3K-9Q2M-XW4T."),
    )  # fmt: skip

    def clean_code(self) -> str:
        code = typed(str(self.cleaned_data["code"]))
        if len(code) != LENGTH:
            raise ValidationError(gettext("Kod ma 12 liter i cyfr. Przepisz go jeszcze raz z dokumentu."))
        return code


class FileForm(forms.Form):
    """A file or its hash, to be compared with what the register keeps. The file is read and thrown away."""

    file = forms.FileField(
        label=_("Plik do sprawdzenia"), required=False, help_text=_("Do 20 MB. Pliku nie zachowujemy.")
    )
    sha256 = forms.CharField(
        label=_("Albo skrót sha256 pliku"), required=False, max_length=100,
        help_text=_("64 znaki: cyfry i litery od a do f."),
    )  # fmt: skip

    def clean_file(self) -> str:
        """The hash of the file, counted piece by piece."""
        brought: Any = self.cleaned_data["file"]
        if not brought:
            return ""
        if (brought.size or 0) > LARGEST:
            raise ValidationError(gettext("Plik jest za duży: może mieć najwyżej 20 MB."))
        counted = hashlib.sha256()
        for piece in brought.chunks():
            counted.update(piece)
        return counted.hexdigest()

    def clean_sha256(self) -> str:
        told = "".join(str(self.cleaned_data["sha256"]).split()).lower()
        if told and not SHA256.fullmatch(told):
            raise ValidationError(gettext("To nie jest skrót sha256: ma mieć 64 znaki, cyfry i litery od a do f."))
        return told

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.hash:
            raise ValidationError(gettext("Wybierz plik albo wklej jego skrót."))
        return self.cleaned_data

    @property
    def hash(self) -> str:
        return str(self.cleaned_data.get("file") or self.cleaned_data.get("sha256") or "")
