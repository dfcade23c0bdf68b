"""Forms of the timetable: what of the calendar to show, and recurrence for people who know no RFC."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.plans.forms import PlanFilter
from bezpiecznik.plans.models import (
    Area,
    DayUnit,
    Precision,
    Programme,
    ReportedWhen,
    Schedule,
    ScheduleKind,
    Undertaking,
)
from bezpiecznik.plans.timetable import recurrence, repeats
from bezpiecznik.plans.timetable.grid import Month
from bezpiecznik.plans.timetable.marks import MarkKind
from bezpiecznik.plans.timetable.repeats import Every, Repeat
from bezpiecznik.plans.timetabling import Timetable

OVERDUE = "overdue"
OWN_RULE = "rule"
NTH = re.compile(r"(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)")


class CalendarFilter(PlanFilter):
    """What of the dates to show: of an area, an institution, one kind; only what is late."""

    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), to_field_name="no", empty_label=_("wszystkie")
    )
    kind = forms.ChoiceField(label=_("Co pokazać"), required=False, choices=[("", _("wszystko")), *MarkKind.choices])
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), (OVERDUE, _("po terminie"))])
    field_order: tuple[str, ...] = ("q", "area", "institution", "kind", "state")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice("area").queryset = self.programme.areas.all()


class ListFilter(CalendarFilter):
    """The same between two days; without them from today for a year, or the programme's years if those are over."""

    since = forms.DateField(label=_("Od"), required=False, widget=DayInput())
    until = forms.DateField(label=_("Do"), required=False, widget=DayInput())
    field_order = ("q", "since", "until", "area", "institution", "kind", "state")

    def window(self) -> tuple[date, date]:
        wanted, today = self.wanted(), clock.today()
        begin, end = date(self.programme.year_from, 1, 1), date(self.programme.year_to, 12, 31)
        over = today > end
        first = wanted.get("since") or (begin if over else today)
        last = wanted.get("until") or max(end if over else first + timedelta(days=365), first)
        return first, max(first, min(last, date(self.programme.year_to + 10, 12, 31)))


class GanttFilter(PlanFilter):
    """Which undertakings, and over which year or the whole programme."""

    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), to_field_name="no", empty_label=_("wszystkie")
    )
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *ScheduleKind.choices])
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), (OVERDUE, _("po terminie"))])
    year = forms.TypedChoiceField(label=_("Rok"), required=False, coerce=int, empty_value=None)
    field_order = ("q", "area", "institution", "kind", "state", "year")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice("area").queryset = self.programme.areas.all()
        years = [(str(year), str(year)) for year in self.programme.years]
        self.choice("year").choices = [("", gettext("cały program")), *years]


class YearFilter(Filter):
    """One year of the programme; without one, the present year or the nearest."""

    year = forms.TypedChoiceField(label=_("Rok"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        self.nearest = min(max(clock.today().year, programme.year_from), programme.year_to)
        field.choices = [("", str(self.nearest)), *((str(y), str(y)) for y in programme.years if y != self.nearest)]

    def chosen(self) -> int:
        return self.wanted().get("year") or self.nearest


def month_of(text: str | None) -> Month:
    """`2022-03`; the present month for anything else."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", text or "")
    if found and 1990 <= int(found[1]) <= 2100 and 1 <= int(found[2]) <= 12:
        return Month(int(found[1]), int(found[2]))
    today = clock.today()
    return Month(today.year, today.month)


def _days_of_month() -> list[tuple[str, Any]]:
    ordinals = [
        (f"{nth}{weekday}", gettext("w %(which)s %(weekday)s") % {
            "which": repeats.ORDINAL_WORDS[nth][weekday in repeats.FEMININE],
            "weekday": str(repeats.ON_WEEKDAY[weekday]).split(" ", 1)[1],
        })
        for nth in repeats.ORDINALS
        for weekday in repeats.WEEKDAYS
    ]  # fmt: skip
    numbers = [(str(day), gettext("%(day)s. dnia") % {"day": day}) for day in range(1, 32)]
    return [
        ("", gettext("tego dnia co początek")),
        ("-1", gettext("ostatniego dnia")),
        (gettext("dzień tygodnia"), ordinals),
        (gettext("dzień miesiąca"), numbers),
    ]


class ScheduleForm(forms.Form):
    """The timetable of an undertaking. What the chosen kind does not have is not looked at."""

    kind = forms.ChoiceField(
        label=_("Kiedy się dzieje"),
        choices=ScheduleKind.choices,
        widget=forms.RadioSelect,
        initial=ScheduleKind.CONTINUOUS,
    )
    starts_on = forms.DateField(
        label=_("Początek"), required=False, widget=DayInput(), help_text=_("Puste: razem z programem.")
    )
    ends_on = forms.DateField(
        label=_("Koniec albo termin"),
        required=False,
        widget=DayInput(),
        help_text=_("Puste: razem z programem. Działanie jednorazowe musi mieć termin."),
    )
    precision = forms.ChoiceField(
        label=_("Jak dokładnie znany jest termin"),
        choices=Precision.choices,
        required=False,
        help_text=_("„Kwartał” z dniem 5.05.2022 to II kwartał 2022: termin mija z jego ostatnim dniem."),
    )
    every = forms.ChoiceField(
        label=_("Jak często"),
        required=False,
        choices=[("", "–"), *((one.value, words) for one, words in repeats.EVERY.items()), (OWN_RULE, _("inaczej"))],
    )
    weekdays = forms.MultipleChoiceField(
        label=_("W które dni tygodnia"),
        required=False,
        choices=list(repeats.WEEKDAYS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Gdy nie zaznaczysz żadnego: tego dnia tygodnia co początek."),
    )
    on = forms.ChoiceField(label=_("Którego dnia miesiąca"), required=False)
    times = forms.IntegerField(
        label=_("Ile razy"), required=False, min_value=1, max_value=recurrence.MOST, help_text=_("Puste: do końca.")
    )
    rrule = forms.CharField(
        label=_("Reguła powtarzania"),
        required=False,
        max_length=300,
        help_text=_("W zapisie RFC 5545, na przykład FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1."),
    )
    reported = forms.ChoiceField(label=_("Kiedy prosimy o sprawozdanie"), choices=ReportedWhen.choices, required=False)
    report_within = forms.IntegerField(
        label=_("Ile dni na sprawozdanie po wykonaniu"),
        required=False,
        min_value=1,
        max_value=365,
        help_text=_("Puste: w terminie okresu sprawozdawczego."),
    )
    report_unit = forms.ChoiceField(
        label=_("Jakie to dni"), choices=DayUnit.choices, required=False, initial=DayUnit.WORKING
    )
    note = forms.CharField(label=_("Uwaga"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    reason = forms.CharField(
        label=_("Dlaczego termin się zmienia"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Potrzebne, gdy zmieniasz koniec, który był już ustalony. Powód zostaje w historii działania."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["on"].choices = _days_of_month()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") == ScheduleKind.RECURRING:
            self._clean_recurrence(said)
        return said

    def _clean_recurrence(self, said: dict[str, Any]) -> None:
        if not said.get("starts_on"):
            self.add_error("starts_on", gettext("Podaj, od kiedy działanie się powtarza."))
        elif not said.get("every"):
            self.add_error("every", gettext("Wybierz, jak często działanie się powtarza."))
        else:
            try:
                said["rrule"] = recurrence.normal(self._rule(said))
            except recurrence.RuleRefused as refusal:
                self.add_error("rrule" if said["every"] == OWN_RULE else "every", str(refusal))

    def _rule(self, said: dict[str, Any]) -> str:
        if said["every"] == OWN_RULE:
            return str(said.get("rrule", ""))
        every, on = Every(said["every"]), said.get("on", "")
        repeat = Repeat(every, times=said.get("times"))
        if every in {Every.WEEK, Every.FORTNIGHT}:
            repeat = Repeat(every, times=said.get("times"), weekdays=tuple(said.get("weekdays") or ()))
        elif match := NTH.fullmatch(on):
            repeat = Repeat(every, times=said.get("times"), nth=int(match[1]), weekdays=(match[2],))
        elif on:
            repeat = Repeat(every, times=said.get("times"), month_day=int(on))
        return repeats.to_rule(repeat, said["starts_on"])

    def timetable(self) -> Timetable:
        """What was said, ready for the service."""
        said = self.cleaned_data
        recurring = said["kind"] == ScheduleKind.RECURRING
        return Timetable(
            kind=said["kind"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            precision=said["precision"] or Precision.DAY,
            rrule=said["rrule"] if recurring else "",
            report_within=said["report_within"],
            report_unit=said["report_unit"] or DayUnit.WORKING,
            reported=said["reported"] or ReportedWhen.EACH_PERIOD,
            note=said["note"],
        )


def initial_of(schedule: Schedule | None) -> dict[str, Any]:
    """What the form shows of a timetable that stands."""
    if schedule is None:
        return {"kind": ScheduleKind.CONTINUOUS, "version": 0}
    names = ("kind", "starts_on", "ends_on", "precision", "report_within", "report_unit", "reported", "note", "version")
    known = {name: getattr(schedule, name) for name in names}
    return {**known, **_recurrence_of(schedule)} if schedule.rrule else known


def _recurrence_of(schedule: Schedule) -> dict[str, Any]:
    repeat = repeats.from_rule(schedule.rrule)
    same_month = schedule.starts_on is not None and (not repeat or repeat.month in {None, schedule.starts_on.month})
    if repeat is None or repeat.until or not same_month:
        return {"every": OWN_RULE, "rrule": schedule.rrule}
    on = f"{repeat.nth}{repeat.weekdays[0]}" if repeat.nth else str(repeat.month_day or "")
    # A rule that counts its times has its last day as the end: to be changed by the count, not twice.
    ends = {"ends_on": None} if repeat.times else {}
    return {"every": repeat.every, "weekdays": list(repeat.weekdays), "on": on, "times": repeat.times, **ends}


class OneScheduleForm(ScheduleForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ManyScheduleForm(ScheduleForm):
    """The same timetable for many."""

    chosen = forms.ModelMultipleChoiceField(
        label=_("Działania"),
        queryset=Undertaking.objects.none(),
        error_messages={"required": _("Zaznacz co najmniej jedno działanie.")},
    )
    over = forms.BooleanField(
        label=_("Zmień także terminy, które są już ustalone"),
        required=False,
        help_text=_("Bez tego działania, które mają termin, zostają przy nim."),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["chosen"].queryset = programme.undertakings.in_force()


class ManyFilter(PlanFilter):
    """Which undertakings to choose from; at first those without a timetable."""

    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), to_field_name="no", empty_label=_("wszystkie")
    )
    state = forms.ChoiceField(
        label=_("Termin"),
        required=False,
        choices=[("", _("nie ustalono")), ("set", _("ustalono")), ("all", _("wszystkie"))],
    )
    field_order = ("q", "area", "institution", "state")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice("area").queryset = self.programme.areas.all()
