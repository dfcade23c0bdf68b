"""Settings changed on screen: all of them by group, one to change, back to the default."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import options
from bezpiecznik.core.models import OptionValue
from bezpiecznik.core.options import OPTIONS, Option
from bezpiecznik.institutions.access import require_administrator
from bezpiecznik.institutions.http import Request


@dataclass(frozen=True)
class Shown:
    """A setting as the page shows it: the value in force and the default in words, and the row where it was changed."""

    option: Option[Any]
    value: str
    default: str
    kept: OptionValue | None


class SettingForm(forms.Form):
    """One field, made by the setting itself; `seen` tells which value the person saw."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, option: Option[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = option.field()


@require_safe
def index(request: Request) -> HttpResponse:
    require_administrator(request.user)
    kept = OptionValue.objects.in_bulk()
    shown = sorted((_shown(option, kept.get(option.key)) for option in OPTIONS.values()), key=_by_group)
    groups = [(title or _("Pozostałe"), list(rows)) for title, rows in groupby(shown, key=_by_group)]
    return render(request, "administration/settings.html", {"groups": groups})


def _by_group(shown: Shown) -> str:
    return str(shown.option.group)


def _shown(option: Option[Any], kept: OptionValue | None) -> Shown:
    value = kept.value if kept else option.default
    return Shown(option, in_words(option, value), in_words(option, option.default), kept)


def in_words(option: Option[Any], value: Any) -> str:
    """As people read it: the label of a choice, yes or no, or that nothing was set."""
    field: Any = option.field()
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, list):
        return ", ".join(in_words(option, one) for one in value) or _("nie ustawiono")
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return labels.get(str(value), str(value)) or _("nie ustawiono")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, key: str) -> HttpResponse:
    option = _get(request, key)
    form = SettingForm(
        request.POST if request.method == "POST" else None,
        option=option,
        initial={"value": option.value(), "seen": options.stamp(option)},
    )
    if form.is_valid() and _saved(request, option, form):
        messages.success(request, _("Zapisano ustawienie „%(title)s”.") % {"title": option.title})
        return redirect("administration:settings")
    shown = _shown(option, OptionValue.objects.filter(key=key).first())
    return render(
        request, "administration/setting.html", {"form": form, "shown": shown, "stamp": options.stamp(option)}
    )


def _get(request: Request, key: str) -> Option[Any]:
    require_administrator(request.user)
    try:
        return OPTIONS[key]
    except KeyError as unknown:
        raise Http404 from unknown


def _saved(request: Request, option: Option[Any], form: SettingForm) -> bool:
    try:
        options.change(option, form.cleaned_data["value"], seen=form.cleaned_data["seen"], by=request.user)
    except options.ChangedMeanwhile:
        form.data = {**form.data.dict(), "seen": options.stamp(option)}  # type: ignore[attr-defined]
        form.add_error(None, _changed(option))
    return not form.errors


def _changed(option: Option[Any]) -> str:
    return _(
        "W międzyczasie ktoś zmienił to ustawienie. Teraz obowiązuje: %(value)s. "
        "Zapisz jeszcze raz, jeśli ma obowiązywać wartość wpisana przez Ciebie."
    ) % {"value": in_words(option, option.value())}


@require_POST
def reset(request: Request, key: str) -> HttpResponse:
    option = _get(request, key)
    try:
        options.reset(option, seen=request.POST.get("seen", ""), by=request.user)
    except options.ChangedMeanwhile:
        messages.error(request, _changed(option))
        return redirect("administration:setting", key=key)
    messages.success(request, _("„%(title)s” ma znowu wartość domyślną.") % {"title": option.title})
    return redirect("administration:settings")
