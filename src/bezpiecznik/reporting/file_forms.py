"""Cleaning of brought files."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bezpiecznik.reporting.roundtrip.grids import MAX_BYTES

ACCEPTED = ".xlsx,.ods,.docx"
MOST_AT_ONCE = 60
"""Files of one upload: as many as are read while a person waits for the page."""


class FileForm(forms.Form):
    """One filled-in file."""

    file = forms.FileField(
        label=_("Wypełniony plik"),
        help_text=_("Plik XLSX albo DOCX pobrany z tej strony (także zapisany jako ODS), najwyżej 5 MB."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": _("Prosimy wybrać plik.")},
    )

    def clean_file(self) -> tuple[str, bytes]:
        return named(self.cleaned_data["file"])


def named(file: UploadedFile[Any]) -> tuple[str, bytes]:
    """The name of the file and its bytes, one more than may be when it is too large."""
    return file.name or "sprawozdanie", file.read(MAX_BYTES + 1)


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list | tuple) else [data]
        cleaned = [super(ManyFilesField, self).clean(one, initial) for one in files or [None]]
        if len(cleaned) > MOST_AT_ONCE:
            raise forms.ValidationError(
                _("Naraz można wczytać najwyżej %(most)d plików."), params={"most": MOST_AT_ONCE}
            )
        return [named(one) for one in cleaned]


class ManyFilesForm(forms.Form):
    """Files sent back by several institutions."""

    sheets = ManyFilesField(
        label=_("Wypełnione pliki"),
        help_text=_("Można zaznaczyć wiele plików naraz (najwyżej 60, razem 20 MB)."),
        allow_empty_file=True,
        widget=ManyFiles(attrs={"accept": ACCEPTED, "multiple": True}),
        error_messages={"required": _("Prosimy wybrać pliki.")},
    )
