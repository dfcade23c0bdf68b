"""Cleaning of what comes from the pages of the intake."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.core.templatetags.ui import pl_date
from bezpiecznik.intake.draft import Kind, Row, Values
from bezpiecznik.intake.models import IntakeState
from bezpiecznik.intake.originals import ACCEPTED
from bezpiecznik.resolution import MAX_BYTES, UnreadableDocument, sniff
from bezpiecznik.resolution.tesseract import reads_polish

NO_SCANS = _("Skanu bez tekstu nie odczytamy: poproś o plik z edytora albo o PDF, w którym da się zaznaczyć tekst.")


class UploadForm(forms.Form):
    """Looks at the first bytes and at the size; what is inside is told by the job that reads."""

    file = forms.FileField(
        label=_("Plik z uchwałą"),
        help_text=_(
            "DOCX, DOCM, ODT, PDF, XLSX, TXT lub MD, najwyżej 20 MB. Najlepszy jest plik z edytora, z którego uchwałę "
            "wydrukowano. Odczyt trwa zwykle kilka sekund i toczy się w tle; potem sprawdzisz go obok dokumentu."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": _("Wybierz plik z uchwałą.")},
    )
    ocr = forms.BooleanField(
        label=_("Rozpoznaj tekst ze skanu (OCR)"),
        help_text=_("Dla PDF, który jest zdjęciem stron. Trwa kilka sekund na stronę; sprawdź potem każde słowo."),
        required=False,
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if not reads_polish():
            del self.fields["ocr"]
            self.fields["file"].help_text = f"{self.fields['file'].help_text} {NO_SCANS}"

    def clean_file(self) -> tuple[str, bytes]:
        """The name of the file and its bytes."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        data = file.read(MAX_BYTES + 1)
        try:
            sniff(data)
        except UnreadableDocument as reason:
            raise forms.ValidationError(str(reason)) from reason
        return file.name or "uchwala", data

    def refuse(self, sentence: str) -> None:
        """Show the sentence at the file; for what was found out outside this form."""
        self.cleaned_data = getattr(self, "cleaned_data", {})
        self.errors.clear()
        self.add_error("file", sentence)


class IntakeFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *IntakeState.choices])


class SetAsideForm(forms.Form):
    reason = forms.CharField(
        label=_("Dlaczego ta uwaga nie wymaga zmiany"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Napisz, dlaczego uwaga nie wymaga zmiany.")},
    )


class Verbatim(forms.CharField):
    """A text kept as typed; only line ends become those of our documents."""

    def __init__(self, *, rows: int = 2, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class Lines(forms.Field):
    """A list: one item a line."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 2, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(widget=widget, help_text=_("Każda pozycja w osobnym wierszu."), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = (" ".join(line.split()) for line in (value or "").replace("\x00", "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))


class RowForm(forms.Form):
    """Edits one row. A field left as empty as it was keeps its own kind of emptiness (none, or an empty cell)."""

    def __init__(self, data: Any = None, *, row_values: Values) -> None:
        super().__init__(data, initial=row_values)
        self.row_values = row_values

    def values(self) -> Values:
        """Cleaned values, ready to be compared with those of the row."""
        return {name: self._kept(name, value) for name, value in self.cleaned_data.items()}

    def _kept(self, name: str, value: Any) -> Any:
        before = self.row_values.get(name)
        return before if value in ("", None) and before in ("", None) else value


class FrontForm(RowForm):
    title = Verbatim(label=_("Tytuł programu"))
    unit = forms.CharField(label=_("Miasto lub powiat"), max_length=200)
    unit_kind = forms.CharField(label=_("Rodzaj jednostki"), max_length=100, required=False)
    council = forms.CharField(label=_("Rada"), max_length=200, required=False)
    act_no = forms.CharField(label=_("Numer uchwały"), max_length=60, required=False)
    date = forms.DateField(
        label=_("Data uchwały"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    years_from = forms.IntegerField(label=_("Pierwszy rok programu"), min_value=1999, max_value=2099)
    years_to = forms.IntegerField(label=_("Ostatni rok programu"), min_value=1999, max_value=2099)
    legal_basis = Lines(label=_("Podstawa prawna"), required=False)

    def clean_date(self) -> str | None:
        day = self.cleaned_data["date"]
        return day.isoformat() if day else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("years_from"), data.get("years_to")
        if first and last and last < first:
            self.add_error("years_to", _("Program nie może kończyć się przed swoim początkiem."))
        return data


class PassageForm(RowForm):
    text = Verbatim(label=_("Treść"), rows=3)


class MainGoalForm(RowForm):
    text = Verbatim(label=_("Cel główny"), rows=3, required=False)


class EntryForm(RowForm):
    abbr = forms.CharField(label=_("Skrót"), max_length=40)
    name = forms.CharField(label=_("Pełna nazwa"), max_length=300)


class AreaForm(RowForm):
    no = forms.IntegerField(label=_("Nr obszaru"), min_value=1, max_value=999)
    name = Verbatim(label=_("Nazwa obszaru w brzmieniu uchwały"))
    diagnosis = Verbatim(label=_("Diagnoza w brzmieniu uchwały"), rows=4, required=False)


class ActionForm(RowForm):
    no = forms.IntegerField(label=_("Nr działania"), min_value=1, max_value=999)
    text = Verbatim(label=_("Treść w brzmieniu uchwały"), rows=4)
    responsible = Lines(label=_("Podmioty odpowiedzialne"), required=False)
    partners = Lines(label=_("Partnerzy"), rows=4, required=False)
    deadline = Verbatim(label=_("Termin w brzmieniu uchwały"), rows=1, required=False)
    indicators = Lines(label=_("Mierniki"), required=False)
    funding = Verbatim(label=_("Finansowanie"), rows=1, required=False)
    method = Verbatim(label=_("Sposób realizacji"), required=False)
    audience = Verbatim(label=_("Odbiorcy"), rows=1, required=False)
    goal = Verbatim(label=_("Cel działania"), required=False)


WHEN = _("Rok, rok-miesiąc albo rok-miesiąc-dzień, np. 2021-09.")
YEAR = r"^\d{4}(-\d\d){0,2}$"


class InitiativeForm(RowForm):
    no = forms.IntegerField(label=_("Nr programu jednostki"), min_value=1, max_value=999)
    name = Verbatim(label=_("Nazwa w brzmieniu uchwały"))
    goal = Verbatim(label=_("Cel"), rows=3, required=False)
    executors = Lines(label=_("Realizatorzy"), required=False)
    audience = Verbatim(label=_("Kogo obejmuje"), required=False)
    term_raw = Verbatim(label=_("Termin w brzmieniu uchwały"), rows=1, required=False)
    term_from = forms.RegexField(YEAR, label=_("Początek"), required=False, help_text=WHEN)
    term_to = forms.RegexField(YEAR, label=_("Koniec"), required=False, help_text=WHEN)
    open_ended = forms.BooleanField(label=_("Bezterminowo"), required=False)
    method = Verbatim(label=_("Sposób realizacji"), rows=4, required=False)
    funding = Verbatim(label=_("Finansowanie"), rows=1, required=False)


FORMS: dict[Kind, type[RowForm]] = {
    Kind.META: FrontForm,
    Kind.MAIN_GOAL: MainGoalForm,
    Kind.ENTRY: EntryForm,
    Kind.AREA: AreaForm,
    Kind.ACTION: ActionForm,
    Kind.INITIATIVE: InitiativeForm,
}


def form_of(kind: Kind, values: Values, data: Any = None) -> RowForm:
    """The form of a row of this kind, showing these values."""
    return FORMS.get(kind, PassageForm)(data, row_values=values)


def labelled(row: Row, values: Values) -> list[tuple[str, str]]:
    """Values under the names that the form of the row gives them, as text; empty ones are left out."""
    fields = FORMS.get(row.kind, PassageForm).base_fields
    named = ((str(field.label), _as_text(field, values[name])) for name, field in fields.items() if name in values)
    return [(label, text) for label, text in named if text]


def label_of(kind: Kind, name: str) -> str:
    """What the form of such a row calls this value."""
    field = FORMS.get(kind, PassageForm).base_fields.get(name)
    return str(field.label) if field else ""


def _as_text(field: forms.Field, value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if value and isinstance(field, forms.DateField):
        return pl_date(date.fromisoformat(value))
    return "" if value in (None, False) else str(value)
