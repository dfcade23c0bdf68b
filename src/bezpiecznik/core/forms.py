"""How forms are drawn, by our own templates; and what is typed outside of forms."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"


class Filter(forms.Form):
    """What to show of a list; all of it stands in the address. Values that make no sense are left out."""

    def wanted(self) -> dict[str, Any]:
        """Cleaned values to filter by; those that nobody gave are left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class AmountField(forms.DecimalField):
    """A number as people write it: with a comma, and with spaces between thousands."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"localize": True, "widget": forms.TextInput(attrs={"inputmode": "decimal"}), **more})

    def to_python(self, value: Any) -> Any:
        return super().to_python("".join(value.split()) if isinstance(value, str) else value)


class DayInput(forms.DateInput):
    """A day, by the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def free_text(data: Mapping[str, str], name: str) -> str:
    """What was typed in a field that no form declares: trimmed, and without NUL, which PostgreSQL refuses to keep."""
    return data.get(name, "").replace("\x00", "").strip()
