"""People promised and money planned of an initiative, as they are typed in: rows of money for each year."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.plans.funding import Planned
from bezpiecznik.plans.models import Undertaking

ROWS_OF_YEAR = 2
"""How many sources of a year may be named; one more than there are."""


class FundingForm(forms.Form):
    """`source-2022-0` and `amount-2022-0` beside the number of people. A row without an amount says nothing."""

    people = forms.IntegerField(label=_("Do ilu osób ma dotrzeć"), required=False, min_value=0, max_value=2_000_000_000)
    basis = forms.CharField(
        label=_("Skąd ta liczba"),
        required=False,
        max_length=300,
        help_text=_("Na przykład: wniosek o dotację z 2021 r."),
    )

    def __init__(self, data: Any = None, *, undertaking: Undertaking) -> None:
        promised = getattr(undertaking, "promised", None)
        initial = {"people": promised.people, "basis": promised.basis} if promised else {}
        super().__init__(data, initial=initial)
        self.rows: list[tuple[int, str, str]] = []
        money = list(undertaking.money.all())
        for year in undertaking.programme.years:
            known = [line for line in money if line.year == year]
            for no in range(max(len(known) + 1, ROWS_OF_YEAR)):
                self._add_row(year, no, known[no] if no < len(known) else None)

    def _add_row(self, year: int, no: int, known: Any) -> None:
        source, amount = f"source-{year}-{no}", f"amount-{year}-{no}"
        self.rows.append((year, source, amount))
        self.fields[source] = forms.CharField(
            label=_("%(year)s: źródło") % {"year": year}, required=False, max_length=200,
            initial=known.source if known else "",
        )  # fmt: skip
        self.fields[amount] = forms.DecimalField(
            label=_("%(year)s: kwota (zł)") % {"year": year}, required=False, min_value=Decimal(0), max_digits=14,
            decimal_places=2, localize=True, initial=known.amount if known else None,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """For `funding.promise`."""
        planned = [
            Planned(year, self.cleaned_data[source], self.cleaned_data[amount])
            for year, source, amount in self.rows
            if self.cleaned_data[amount] is not None
        ]
        return {"people": self.cleaned_data["people"], "basis": self.cleaned_data["basis"], "planned": planned}
