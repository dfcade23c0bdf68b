"""Forms about motions: cleaning only."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import Opinion
from bezpiecznik.core import clock
from bezpiecznik.core.forms import AmountField, DayInput, Filter
from bezpiecznik.files.sniffing import DOCUMENTS, ENDINGS
from bezpiecznik.institutions.choices import InstitutionChoice, InstitutionsChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.motions import queries
from bezpiecznik.motions.content import About, Content
from bezpiecznik.motions.models import Motion, MotionQuerySet
from bezpiecznik.motions.services.files import MOST_BYTES
from bezpiecznik.motions.states import EffectOutcome, MotionState
from bezpiecznik.plans.models import Area, Undertaking

ACCEPTED = ",".join(("image/*", *ENDINGS))
MOST_COST = 9_999_999_999
PROGRAMME = ("areas", "undertakings")
"""Fields about the programme."""


class Files(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; clean values are pairs of name and bytes."""

    widget = Files(attrs={"accept": ACCEPTED, "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> Any:
        given: Iterable[UploadedFile[Any]] = data if isinstance(data, list | tuple) else [data] if data else []
        kept = [(file.name or "plik", file.read(MOST_BYTES + 1)) for file in given]
        if self.required and not kept:
            raise forms.ValidationError(self.error_messages["required"])
        return kept


class UndertakingsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.code} {Truncator(obj.wording).chars(110)}"


class UndertakingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.code} {Truncator(obj.wording).chars(110)}"


class AreaChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.no}. {obj.name}"


class AreasChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.no}. {obj.name}"


def text(label: Any, *, rows: int = 4, most: int = 8000, required: bool = True, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget, **more)


class MotionFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Stan"),
        required=False,
        choices=[
            ("", _("każdy")),
            (queries.OPEN_STILL, _("w toku")),
            (queries.OVERDUE, _("po terminie")),
            *MotionState.choices,
        ],
    )
    institution = InstitutionChoice(
        Institution.objects.none(), label=_("Podmiot"), required=False, empty_label=_("każdy")
    )
    area = AreaChoice(Area.objects.none(), label=_("Obszar"), required=False, empty_label=_("każdy"))
    year = forms.TypedChoiceField(label=_("Rok"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, motions: MotionQuerySet) -> None:
        super().__init__(data)
        found: Any = self.fields
        found["institution"].queryset = queries.who_asked(motions)
        found["area"].queryset = queries.areas_to_choose()
        found["year"].choices = [("", gettext("każdy")), *((year, str(year)) for year in queries.years_of(motions))]


class SeenForm(forms.Form):
    """A form that changes a motion: `version` is what the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    @property
    def seen(self) -> int | None:
        found: int | None = self.cleaned_data.get("version")
        return found

    def said(self) -> dict[str, Any]:
        """Cleaned values but for the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class MotionForm(SeenForm):
    """What the motion says. Only the title is needed to keep a draft; what is missing is told before submitting."""

    title = forms.CharField(
        label=_("Czego dotyczy wniosek"),
        max_length=300,
        help_text=_("Krótko, np. „Doświetlenie przejścia dla pieszych przy ul. Szkolnej”."),
    )
    proposal = text(
        _("Co proponujecie"),
        required=False,
        help_text=_("Co miałoby być zrobione, gdzie, przez kogo i do kiedy. Projekt można dokończyć później."),
    )
    justification = text(
        _("Uzasadnienie"),
        required=False,
        help_text=_("Fakty i liczby, z których wynika potrzeba. Bez danych osób: wystarczą liczby."),
    )
    cost = AmountField(
        label=_("Koszt w złotych"),
        required=False,
        min_value=0,
        max_value=MOST_COST,
        max_digits=12,
        decimal_places=2,
        localize=True,
        help_text=_("Zostaw puste, jeśli go nie znacie; wpiszcie 0, jeśli wniosek nic nie kosztuje."),
    )
    cost_note = forms.CharField(label=_("Z czego koszt miałby być pokryty"), max_length=500, required=False)
    areas = AreasChoice(
        Area.objects.none(),
        label=_("Których obszarów programu dotyczy"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    undertakings = UndertakingsChoice(
        Undertaking.objects.none(),
        label=_("Których działań dotyczy"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Działania, w których bierzecie udział. Zostawcie puste, jeśli wniosek dotyczy czegoś nowego."),
    )

    def __init__(self, *args: Any, undertakings: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields
        found["areas"].queryset = queries.areas_to_choose()
        if undertakings is None:
            del found["undertakings"]
        else:
            found["undertakings"].queryset = undertakings

    @property
    def words(self) -> list[forms.BoundField]:
        """Fields that the motion is made of; those of the programme are folded, for there are many."""
        return [field for field in self.visible_fields() if field.name not in PROGRAMME]

    @property
    def programme(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name in PROGRAMME]

    @property
    def names_programme(self) -> bool:
        """Whether anything of the programme is chosen, so that it is not hidden."""
        return any(bool(field.value()) or bool(field.errors) for field in self.programme)

    def content(self) -> Content:
        names = ("title", "proposal", "justification", "cost", "cost_note")
        return Content(**{name: self.cleaned_data[name] for name in names})

    def about(self) -> About:
        return About(tuple(self.cleaned_data["areas"]), tuple(self.cleaned_data.get("undertakings") or ()))


class PaperForm(MotionForm):
    """A motion that came on paper: from whom, and by which letter."""

    institution = InstitutionChoice(Institution.objects.none(), label=_("Podmiot"), empty_label=_("– wybierz –"))
    sign = forms.CharField(label=_("Znak pisma podmiotu"), max_length=120)
    dated_on = forms.DateField(label=_("Data pisma"), widget=DayInput())
    field_order = ("institution", "sign", "dated_on")

    def __init__(self, *args: Any, institutions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields
        found["institution"].queryset = institutions
        found["proposal"].required = found["justification"].required = True

    def paper(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("sign", "dated_on")}


class NoteForm(SeenForm):
    """A step that may be explained."""

    note = text(_("Uwaga"), rows=3, most=4000, required=False)


class CheckForm(SeenForm):
    """The formal check: each point of the office's list, and what is missing where the motion is returned."""

    lacking = text(
        _("Czego brakuje"),
        most=4000,
        required=False,
        help_text=_("Tylko przy zwrocie. Podmiot przeczyta to na stronie wniosku i w piśmie."),
    )

    def __init__(self, data: Any = None, *, points: Sequence[str], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.points = list(points)
        boxes = {f"point_{no}": forms.BooleanField(label=point, required=False) for no, point in enumerate(points)}
        self.fields = {**boxes, **self.fields}

    def checks(self) -> list[dict[str, Any]]:
        """Points with whether each is met."""
        return [{"point": point, "met": bool(self.cleaned_data[f"point_{no}"])} for no, point in enumerate(self.points)]


class LayForm(SeenForm):
    opinion = forms.ModelChoiceField(
        Opinion.objects.none(), label=_("Opinia Komisji"), required=False, empty_label=_("bez opinii")
    )
    note = text(
        _("Co biuro mówi o wniosku"),
        most=4000,
        required=False,
        help_text=_(
            "Prezydent przeczyta to obok wniosku. Gdy wniosek był w Komisji, a opinii nie ma, napisz dlaczego."
        ),
    )

    def __init__(self, *args: Any, opinions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields
        found["opinion"].queryset = opinions


class DecisionForm(SeenForm):
    outcome = forms.ChoiceField(
        label=_("Rozstrzygnięcie"),
        widget=forms.RadioSelect,
        choices=[
            (MotionState.GRANTED, _("uwzględniam wniosek")),
            (MotionState.GRANTED_PARTLY, _("uwzględniam częściowo")),
            (MotionState.REFUSED, _("nie uwzględniam")),
        ],
        error_messages={"required": _("Wybierz, jak rozstrzygasz wniosek.")},
    )
    reason = text(
        _("Powód, własnymi słowami"),
        rows=6,
        help_text=_("Przy częściowym uwzględnieniu napisz, co zostaje uwzględnione. Trafi do odpowiedzi dla podmiotu."),
        error_messages={"required": _("Napisz powód rozstrzygnięcia: podmiot przeczyta go w odpowiedzi.")},
    )


class TaskForm(SeenForm):
    """Either what is in the programme already, or a new action with its area."""

    undertaking = UndertakingChoice(
        Undertaking.objects.none(),
        label=_("Działanie, które jest już w programie"),
        required=False,
        empty_label=_("– żadne –"),
    )
    area = AreaChoice(
        Area.objects.none(),
        label=_("Obszar nowego działania"),
        required=False,
        empty_label=_("– nie dodajemy działania –"),
    )
    wording = text(
        _("Treść nowego działania"),
        rows=3,
        most=4000,
        required=False,
        help_text=_(
            "Tak, jak stanie w programie. Program zmieni się dopiero po zatwierdzeniu zmiany na następnej stronie."
        ),
    )

    def __init__(self, *args: Any, motion: Motion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields
        found["undertaking"].queryset = queries.tasks_to_choose(motion)
        found["area"].queryset = queries.areas_to_choose()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(cleaned.get("undertaking")) == bool(cleaned.get("area")):
            raise forms.ValidationError(_("Wybierz działanie z programu albo obszar, do którego dodać nowe."))
        if cleaned.get("area") and not cleaned.get("wording", "").strip():
            self.add_error("wording", _("Napisz treść nowego działania."))
        return cleaned


class AmendmentForm(SeenForm):
    """By what, since when, and who leads the action that the programme gains."""

    basis = forms.CharField(
        label=_("Podstawa zmiany"),
        max_length=300,
        help_text=_("Akt, którym zmienia się program, np. numer uchwały albo zarządzenia."),
    )
    effective_on = forms.DateField(label=_("Obowiązuje od"), widget=DayInput())
    leads = InstitutionsChoice(
        Institution.objects.none(),
        label=_("Podmiot odpowiedzialny"),
        help_text=_("Przytrzymaj Ctrl, żeby wskazać kilka."),
        error_messages={"required": _("Wskaż podmiot odpowiedzialny.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields
        found["leads"].queryset = Institution.objects.living().in_polish_order()


class EffectForm(SeenForm):
    outcome = forms.ChoiceField(label=_("Co ustalono"), widget=forms.RadioSelect, choices=EffectOutcome)
    text = text(
        _("Co wynikło z wniosku"), most=4000, help_text=_("Co zrobiono, kiedy, z jakim skutkiem; skąd to wiadomo.")
    )
    next_on = forms.DateField(
        label=_("Następne sprawdzenie"), required=False, widget=DayInput(), help_text=_("Gdy wykonanie trwa.")
    )

    def clean_next_on(self) -> Any:
        day = self.cleaned_data["next_on"]
        if self.cleaned_data.get("outcome") == EffectOutcome.UNDER_WAY and (not day or day <= clock.today()):
            raise forms.ValidationError(_("Gdy wykonanie trwa, podaj późniejszy dzień następnego sprawdzenia."))
        return day


class FilesForm(forms.Form):
    attached = FilesField(
        label=_("Załączniki"),
        help_text=_("Dokumenty (%(kinds)s) i zdjęcia; ze zdjęć usuwamy miejsce, czas i dane aparatu.")
        % {"kinds": DOCUMENTS},
        error_messages={"required": _("Wybierz plik.")},
    )
