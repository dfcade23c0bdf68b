"""What a figure is: kind of unit, which way is better, how sure it is, for which part of a year."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    EVENTS = "events", _("liczba zdarzeń")
    PERCENT = "percent", _("procent")
    AMOUNT = "amount", _("inna wielkość")


class Direction(models.TextChoices):
    LESS = "less", _("im mniej, tym lepiej")
    MORE = "more", _("im więcej, tym lepiej")
    NEITHER = "neither", _("bez oceny kierunku")


class ValueState(models.TextChoices):
    PRELIMINARY = "preliminary", _("wstępna")
    FINAL = "final", _("ostateczna")


class Coverage(models.TextChoices):
    UNIT = "unit", _("tylko nasz samorząd")
    WIDER = "wider", _("większy obszar działania służby")


class Half(models.IntegerChoices):
    YEAR = 0, _("rok")
    FIRST = 1, _("I półrocze")
    SECOND = 2, _("II półrocze")


def ended_half(day: date) -> tuple[int, Half]:
    """The half-year that ended last before the day: its year and which one."""
    return (day.year, Half.FIRST) if day.month > 6 else (day.year - 1, Half.SECOND)


def period_label(year: int, half: int) -> str:
    """„I półrocze 2023”, „2023”"""
    return str(year) if half == Half.YEAR else f"{Half(half).label} {year}"
