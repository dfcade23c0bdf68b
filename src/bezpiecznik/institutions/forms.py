"""Forms about institutions: the filter of the list and the edit form."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.kinds import Kind
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.institutions.queries import SUPPOSED, fingerprint


class InstitutionFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Rodzaj"),
        required=False,
        choices=[("", _("każdy")), *Kind.choices, (SUPPOSED, _("do potwierdzenia"))],
    )
    own = forms.ChoiceField(
        label=_("Podległość"),
        required=False,
        choices=[("", _("każda")), ("own", _("jednostka własna")), ("independent", _("niezależny"))],
    )
    shape = forms.ChoiceField(
        label=_("Postać"),
        required=False,
        choices=[("", _("każda")), ("single", _("pojedynczy podmiot")), ("collective", _("nazwa zbiorowa"))],
    )
    existing = forms.ChoiceField(
        label=_("Istnienie"),
        required=False,
        choices=[("", _("istniejące")), ("dissolved", _("zniesione")), ("all", _("wszystkie"))],
    )
    parent = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Jednostka nadrzędna"), required=False, empty_label=_("każda")
    )
    reporting = forms.ChoiceField(
        label=_("Sposób sprawozdawania"), required=False, choices=[("", _("każdy")), *Reporting.choices]
    )
    reporter = forms.ChoiceField(
        label=_("Sprawozdawca"), required=False, choices=[("", _("bez znaczenia")), ("none", _("brak"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parents: Any = self.fields["parent"]
        parents.queryset = Institution.objects.filter(
            pk__in=Institution.objects.exclude(parent=None).values("parent")
        ).in_polish_order()


class InstitutionForm(forms.ModelForm[Institution]):
    """The constraints of the database speak through it, each with its own sentence."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    """The fingerprint of what the page showed: who saves over a colleague's change is told."""

    class Meta:
        model = Institution
        fields = ("abbr", "name", "kind", "own", "parent", "collective", "reporting", "reports_through")
        help_texts = {
            "abbr": _("Tak, jak w wykazie skrótów uchwały, np. KMP."),
            "name": _("Popraw tu tylko błąd w zapisie. Nowa nazwa od podanego dnia ma osobny formularz."),
            "own": _("Zaznacz, gdy podmiot podlega samorządowi. Podmioty niezależne prosimy, a nie zobowiązujemy."),
            "collective": _("Nazwa, za którą stoi wiele podmiotów, np. „szkoły”."),
            "reports_through": _("Tylko gdy w imieniu tego podmiotu sprawozdanie składa inny."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = fingerprint(self.instance) if self.instance.pk else ""
        others = Institution.objects.living().exclude(pk=self.instance.pk).in_polish_order()
        for name in ("parent", "reports_through"):
            choice: Any = self.fields[name]
            choice.queryset, choice.empty_label = others, _("– nie dotyczy –")

    def show_changes_of_others(self) -> None:
        """Keep what was typed, say what is stored now, and let the next save go over it knowingly."""
        stored = Institution.objects.get(pk=self.instance.pk)
        self.data = {**cast(QueryDict, self.data).dict(), "seen": fingerprint(stored)}
        sentence = _(
            "W międzyczasie ktoś zmienił te dane. Teraz zapisane jest: %(stored)s. "
            "Zapisz jeszcze raz, jeśli mają obowiązywać wartości wpisane przez Ciebie."
        )
        self.add_error(None, sentence % {"stored": self._differences(stored)})

    def _differences(self, stored: Institution) -> str:
        theirs = {
            "abbr": stored.abbr,
            "name": stored.name,
            "kind": stored.get_kind_display(),
            "own": stored.own,
            "parent": stored.parent,
            "collective": stored.collective,
            "reporting": stored.get_reporting_display(),
            "reports_through": stored.reports_through,
        }
        changed = [name for name in theirs if getattr(stored, name) != self.cleaned_data.get(name)]
        return "; ".join(f"{self.fields[name].label} – {_in_words(theirs[name])}" for name in changed)

    def fields_to_save(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return gettext("tak") if value else gettext("nie")
    return f"„{value}”" if value else gettext("puste")
