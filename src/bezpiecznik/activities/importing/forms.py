"""Choosing a file, and saying how its columns are to be understood."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.forms import label_of
from bezpiecznik.activities.importing.fields import ASKED
from bezpiecznik.activities.models import ActivityImport, SourceKind
from bezpiecznik.activities.states import ActivityKind
from bezpiecznik.institutions.importing.reading import MAX_BYTES
from bezpiecznik.plans.models import Undertaking

LONGEST_TITLE = 60


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Plik"),
        help_text=_("CSV, XLSX albo kalendarz ICS; najwyżej 2 MB i 2000 wierszy."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ics"}),
        error_messages={"required": _("Wybierz plik CSV, XLSX albo ICS.")},
    )

    def clean_file(self) -> tuple[str, bytes]:
        """The name of the file and its bytes, one more than may be when it is too large."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        return file.name or "plik", file.read(MAX_BYTES + 1)


class ColumnsForm(forms.Form):
    """For each field which column holds it; for a calendar only what stands for words that it has not."""

    kind = forms.ChoiceField(
        label=_("Rodzaj, gdy wiersz go nie podaje"),
        required=False,
        choices=[("", _("według słów w nazwie")), *((one.value, one.label) for one in ActivityKind)],
    )
    undertaking = forms.TypedChoiceField(
        label=_("Działanie programu, gdy wiersz go nie podaje"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, brought: ActivityImport, undertakings: Iterable[Undertaking], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["undertaking"].choices = [("", _("żadne")), *((one.pk, label_of(one)) for one in undertakings)]
        self.initial.update(kind=brought.kind, undertaking=brought.undertaking)
        if brought.source == SourceKind.TABLE:
            self._ask_columns(brought)

    def _ask_columns(self, brought: ActivityImport) -> None:
        titles = [title[:LONGEST_TITLE] or str(place + 1) for place, title in enumerate(brought.columns)]
        choices = [("", _("nie ma w pliku")), *((place, title) for place, title in enumerate(titles))]
        for field in ASKED:
            self.fields[f"column_{field.name}"] = forms.TypedChoiceField(
                label=str(field.title), required=False, choices=choices, coerce=int, empty_value=None
            )
            self.initial[f"column_{field.name}"] = brought.mapping.get(field.name)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        chosen = [place for name, place in data.items() if name.startswith("column_") and place is not None]
        if len(chosen) != len(set(chosen)):
            raise forms.ValidationError(_("Jedna kolumna jest wybrana dwa razy: wskaż dla każdej danej inną."))
        return data

    def mapping(self) -> dict[str, int]:
        return {
            name.removeprefix("column_"): place
            for name, place in self.cleaned_data.items()
            if name.startswith("column_") and place is not None
        }
