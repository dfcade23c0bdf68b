"""What is typed in while the next programme is prepared."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.editions.items import Facts
from bezpiecznik.editions.models import Comment, DraftArea, DraftItem, Edition, Fate
from bezpiecznik.editions.services import PASSAGES
from bezpiecznik.editions.states import CHOICES, FateKind, Verdict, Who
from bezpiecznik.institutions.choices import InstitutionsChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, ResponsibilityRole, Undertaking, UndertakingKind

LONG, SHORT_LIST = 20_000, 40_000


def text(
    label: Any, *, rows: int = 3, required: bool = False, help_text: Any = "", most: int = LONG
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=most, widget=widget, help_text=help_text)


def see_anew(form: forms.Form, stamp: str) -> None:
    """The page shows what somebody else saved meanwhile; from now on that counts as seen."""
    data: Any = form.data.copy()  # type: ignore[attr-defined]
    data["seen"] = stamp
    form.data = data


class StartForm(forms.Form):
    title = text(_("Tytuł następnego programu"), rows=2, required=True, most=2_000)
    year_from = forms.IntegerField(label=_("Od roku"), min_value=1999, max_value=2200)
    year_to = forms.IntegerField(label=_("Do roku"), min_value=1999, max_value=2200)


class FateFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), to_field_name="no", empty_label=_("wszystkie")
    )
    kind = forms.ChoiceField(
        label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *UndertakingKind.choices]
    )  # fmt: skip
    fate = forms.ChoiceField(
        label=_("Rozstrzygnięcie"),
        required=False,
        choices=[("", _("każde")), ("undecided", _("nierozstrzygnięte")), *FateKind.choices],
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas: Any = self.fields["area"]
        areas.queryset = Area.objects.filter(programme=edition.former_id)


class UndertakingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Undertaking) -> str:
        return f"{obj.code}. {obj.wording[:110]}"


class FateChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Fate) -> str:
        return f"{obj.undertaking.code}. {obj.undertaking.wording[:110]}"


class FateForm(forms.Form):
    """What becomes of one undertaking in the draft."""

    kind = forms.ChoiceField(
        label=_("Co dalej"), choices=[(one.value, one.label) for one in CHOICES], widget=forms.RadioSelect
    )
    wording = text(
        _("Nowe brzmienie"), rows=4, help_text=_("Dla „zmienione” i, jeśli trzeba, dla „połączone z innym”.")
    )
    merge_with = FateChoice(
        label=_("Z czym się łączy"), queryset=Fate.objects.none(), required=False, empty_label=_("wybierz")
    )
    reason = text(_("Powód"), rows=2, most=4_000, help_text=_("Przy rezygnacji. Trafi do uzasadnienia i rozliczenia."))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, fate: Fate) -> None:
        said = fate.item.wording if fate.item else fate.undertaking.wording
        initial = {"kind": fate.kind, "wording": said, "reason": fate.reason, "seen": fate.stamp}
        super().__init__(data, initial=initial)
        others = Fate.objects.filter(edition=fate.edition_id, undertaking__kind=fate.undertaking.kind)
        others = others.exclude(pk=fate.pk).exclude(kind__in=(FateKind.DROPPED, FateKind.WITHDRAWN))
        fields: dict[str, Any] = self.fields
        fields["merge_with"].queryset = others.with_undertaking().in_document_order()

    def said(self) -> dict[str, Any]:
        """For `deciding.decide`."""
        own = self.cleaned_data
        kind = FateKind(own["kind"])
        worded = kind in (FateKind.CHANGED, FateKind.MERGED)
        return {
            "kind": kind,
            "wording": own["wording"].replace("\r\n", "\n") if worded else "",
            "merge_with": own["merge_with"],
            "reason": own["reason"],
            "stamp": own["seen"],
        }


class LinkForm(forms.Form):
    """What one undertaking became in the programme that was adopted."""

    successor = UndertakingChoice(
        label=_("Odpowiednik w nowym programie"),
        queryset=Undertaking.objects.none(),
        required=False,
        empty_label=_("nie ma odpowiednika"),
    )
    reason = text(_("Dlaczego nie ma odpowiednika"), rows=2, most=4_000)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, fate: Fate) -> None:
        initial = {"successor": fate.successor_id or fate.proposed_id, "reason": fate.reason, "seen": fate.stamp}
        super().__init__(data, initial=initial)
        fields: dict[str, Any] = self.fields
        rows = Undertaking.objects.filter(programme=fate.edition.programme_id, kind=fate.undertaking.kind)
        fields["successor"].queryset = rows.select_related("area").in_document_order()


class PassagesForm(forms.Form):
    """Everything that the programme says besides its areas; lists have one item a line."""

    title = text(_("Tytuł"), rows=2, required=True, most=2_000)
    main_goal = text(_("Cel główny"))
    goals = text(_("Cele szczegółowe"), rows=6, most=SHORT_LIST, help_text=_("Każdy w osobnym wierszu."))
    forms_ = text(_("Formy realizacji"), rows=6, most=SHORT_LIST, help_text=_("Każda w osobnym wierszu."))
    participants = text(_("Uczestnicy programu"), rows=6, most=SHORT_LIST, help_text=_("Każdy w osobnym wierszu."))
    commission_tasks = text(_("Zadania komisji"), rows=6, most=SHORT_LIST, help_text=_("Każde w osobnym wierszu."))
    justification = text(_("Uzasadnienie projektu"), rows=8)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, edition: Edition) -> None:
        lists = {_name(name): "\n".join(_flat(line) for line in getattr(edition, name)) for name in PASSAGES}
        texts = {name: getattr(edition, name) for name in ("title", "main_goal", "justification")}
        super().__init__(data, initial={**lists, **texts, "seen": edition.stamp})

    def said(self) -> dict[str, Any]:
        """For `services.change_passages`."""
        own = self.cleaned_data
        texts = {name: own[name] for name in ("title", "main_goal", "justification")}
        passages = {name: own[_name(name)].splitlines() for name in PASSAGES}
        return {**texts, "passages": passages, "stamp": own["seen"]}


def _name(passage: str) -> str:
    """A form of the house may have no field called `forms`."""
    return "forms_" if passage == "forms" else passage


def _flat(line: str) -> str:
    return " ".join(line.split())


class AreaForm(forms.Form):
    name = text(_("Nazwa obszaru"), rows=2, required=True, most=2_000)
    diagnosis = text(_("Diagnoza"), rows=6)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, area: DraftArea | None) -> None:
        initial = {"name": area.name, "diagnosis": area.diagnosis, "seen": area.stamp} if area else None
        super().__init__(data, initial=initial)

    def said(self) -> dict[str, str]:
        """For `services.save_area`."""
        own = self.cleaned_data
        return {"name": own["name"], "diagnosis": own["diagnosis"], "stamp": own["seen"]}


class ItemForm(forms.Form):
    """An action or an initiative of the draft."""

    area = forms.ModelChoiceField(
        label=_("Obszar"),
        queryset=DraftArea.objects.none(),
        required=False,
        empty_label=_("żaden: program realizowany przez jednostki"),
    )
    wording = text(_("Treść"), rows=4, required=True)
    leads = InstitutionsChoice(
        label=_("Podmioty odpowiedzialne"), queryset=Institution.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    partners = InstitutionsChoice(
        label=_("Partnerzy"), queryset=Institution.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    term_raw = forms.CharField(label=_("Termin"), required=False, max_length=1_000)
    audience = text(_("Kogo obejmuje"), rows=2)
    aim = text(_("Cel"), rows=2)
    method = text(_("Sposób realizacji"), rows=3)
    funding = text(_("Finansowanie"), rows=2)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, edition: Edition, item: DraftItem | None = None) -> None:
        super().__init__(data, initial=_of_item(item) if item else None)
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = edition.areas.all()
        institutions = Institution.objects.active().in_polish_order()
        fields["leads"].queryset = fields["partners"].queryset = institutions

    def facts(self) -> Facts:
        own = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        own["leads"], own["partners"] = tuple(own["leads"]), tuple(own["partners"])
        return Facts(**{name: _typed(value) for name, value in own.items()})


def _typed(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _of_item(item: DraftItem) -> dict[str, Any]:
    duties = list(item.duties.all())
    texts = ("wording", "term_raw", "audience", "aim", "method", "funding")
    return {
        **{name: getattr(item, name) for name in texts},
        "area": item.area_id,
        "leads": [duty.institution_id for duty in duties if duty.role == ResponsibilityRole.LEAD],
        "partners": [duty.institution_id for duty in duties if duty.role == ResponsibilityRole.PARTNER],
        "seen": item.stamp,
    }


class ProgrammeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Programme) -> str:
        return f"{obj.act_no or obj.title} ({obj.year_from}–{obj.year_to})"


class ResolutionForm(forms.Form):
    """Which accepted resolution is the next programme."""

    programme = ProgrammeChoice(label=_("Przyjęta uchwała"), queryset=Programme.objects.none())

    def __init__(self, data: Any = None, *, edition: Edition) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        later = Programme.objects.filter(year_from__gt=edition.former.year_from).exclude(pk=edition.former_id)
        fields["programme"].queryset = later.newest_first()


class AdoptForm(forms.Form):
    act_no = forms.CharField(label=_("Numer uchwały"), max_length=60)
    act_date = forms.DateField(label=_("Data uchwały"), widget=DayInput())
    copy_schedules = forms.BooleanField(
        label=_("Przenieś ustalenia o działaniach ciągłych (kiedy się z nich sprawozdaje)"), required=False
    )

    def __init__(self, data: Any = None, *, edition: Edition) -> None:
        super().__init__(data)
        if edition.is_linked:
            del self.fields["act_no"], self.fields["act_date"]


class ReasonForm(forms.Form):
    reason = text(_("Powód"), rows=3, required=True, most=4_000)


class PublishForm(forms.Form):
    opens_on = forms.DateField(label=_("Od dnia"), widget=DayInput())
    closes_on = forms.DateField(label=_("Do dnia (włącznie)"), widget=DayInput())
    cleared = forms.BooleanField(
        label=_("To, co w projekcie wygląda na dane osób, nie jest nimi"),
        required=False,
        help_text=_("Zaznacz, gdy system wskaże takie fragmenty, a Ty je sprawdzisz."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"opens_on": clock.today()})


class CommentFilter(Filter):
    state = forms.ChoiceField(
        label=_("Odpowiedź"),
        required=False,
        choices=[("", _("wszystkie")), ("waiting", _("czekają na odpowiedź")), ("answered", _("z odpowiedzią"))],
    )
    who = forms.ChoiceField(label=_("W czyim imieniu"), required=False, choices=[("", _("każdy")), *Who.choices])


class AnswerForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Rozstrzygnięcie"), choices=Verdict.choices, widget=forms.RadioSelect)
    answer = text(
        _("Uzasadnienie"),
        rows=4,
        required=True,
        most=4_000,
        help_text=_("Jak uwzględniono uwagę albo dlaczego nie. Będzie opublikowane."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, comment: Comment, stamp: str) -> None:
        super().__init__(data, initial={"verdict": comment.verdict, "answer": comment.answer, "seen": stamp})


class DayForm(forms.Form):
    day = forms.DateField(label=_("Stan na dzień"), widget=DayInput())

    def __init__(self, data: Any = None, *, programme: Programme) -> None:
        super().__init__(data, initial={"day": min(clock.today(), date(programme.year_to, 12, 31))})
        self.programme = programme

    def clean_day(self) -> date:
        """A day on which the programme is in force, or will be as it is known today."""
        first = self.programme.act_date or date(self.programme.year_from, 1, 1)
        last = date(self.programme.year_to, 12, 31)
        day: date = self.cleaned_data["day"]
        if not first <= day <= last:
            days = {"first": f"{first:%d.%m.%Y}", "last": f"{last:%d.%m.%Y}"}
            raise forms.ValidationError(gettext("Wybierz dzień od %(first)s do %(last)s.") % days)
        return day


class CommentForm(forms.Form):
    """A comment of anybody: no names are asked for. `website` is a trap for machines; people leave it empty."""

    text = text(
        _("Uwaga"),
        rows=6,
        required=True,
        most=4_000,
        help_text=_("Prosimy nie podawać nazwisk, telefonów ani adresów. Uwagi będą opublikowane z odpowiedziami."),
    )
    who = forms.ChoiceField(
        label=_("W czyim imieniu"),
        choices=[(one.value, one.label) for one in Who if one != Who.INSTITUTION],
        initial=Who.RESIDENT,
        widget=forms.RadioSelect,
    )
    website = forms.CharField(label=_("To pole prosimy zostawić puste"), required=False, max_length=200)
    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None, *, sha256: str, institutions: list[Institution] | None = None) -> None:
        super().__init__(data, initial={"sha256": sha256})
        self.fields["website"].widget.attrs = {"autocomplete": "off", "tabindex": "-1"}
        if institutions:
            del self.fields["who"]
            self.fields["institution"] = forms.ChoiceField(
                label=_("Uwagę zgłasza"), choices=[(one.pk, one.name) for one in institutions]
            )
            self.order_fields(["text", "institution", "website", "sha256"])

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))
