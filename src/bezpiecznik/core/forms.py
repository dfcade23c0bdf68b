"""How forms are drawn, by our own templates; and what is typed outside of forms."""

from collections.abc import Mapping

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"


def free_text(data: Mapping[str, str], name: str) -> str:
    """What was typed in a field that no form declares: trimmed, and without NUL, which PostgreSQL refuses to keep."""
    return data.get(name, "").replace("\x00", "").strip()
