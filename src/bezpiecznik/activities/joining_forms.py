"""What is chosen when two rows are joined: which stays, and whose numbers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.activities.joining_access import Decision
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.services.joining import COUNTS
from bezpiecznik.activities.states import ActivityState

UNKNOWN = gettext_lazy("nie podano")


class JoinForm(forms.Form):
    """A count is asked about only where the two rows differ in it."""

    main = forms.TypedChoiceField(
        label=gettext_lazy("Który wpis zostaje głównym"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {row.pk: row for row in (decision.one, decision.other)}
        fields: dict[str, Any] = self.fields
        fields["main"].choices = [(row.pk, name_of(row)) for row in decision.mains]
        main = best_main(decision)
        self.initial.setdefault("main", main.pk)
        if decision.chooses_counts:
            self._ask_counts(main, next(row for key, row in self.rows.items() if key != main.pk))

    def _ask_counts(self, main: Activity, other: Activity) -> None:
        for name in COUNTS:
            values = [getattr(row, name) for row in (main, other)]
            if values[0] == values[1]:
                continue
            label = str(Activity._meta.get_field(name).verbose_name).capitalize()  # type: ignore[union-attr]
            choices = [(row.pk, f"{_said(getattr(row, name))} – {row.institution.short}") for row in (main, other)]
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                coerce=int,
                choices=choices,
                widget=forms.RadioSelect,
                initial=other.pk if values[0] is None else main.pk,
            )

    @property
    def main_row(self) -> Activity:
        return self.rows[self.cleaned_data["main"]]

    @property
    def given_up(self) -> Activity:
        return next(row for key, row in self.rows.items() if key != self.cleaned_data["main"])

    def taking(self) -> list[str]:
        """Counts that come from the row given up."""
        return [name for name in COUNTS if self.cleaned_data.get(name) == self.given_up.pk]


def _said(value: int | None) -> str:
    return str(UNKNOWN) if value is None else str(value)


def name_of(row: Activity) -> str:
    """„Spotkanie” – Komenda, 12.10.2022."""
    return _("„%(title)s” – %(body)s, %(when)s") % {
        "title": row.title, "body": row.institution.name, "when": row.when,
    }  # fmt: skip


def best_main(decision: Decision) -> Activity:
    """Held before planned, then what names more bodies and undertakings, then what was entered first."""
    return min(
        decision.mains,
        key=lambda row: (
            row.state != ActivityState.HELD,
            -len(row.bodies.all()),
            -len(row.undertakings.all()),
            row.pk,
        ),
    )
