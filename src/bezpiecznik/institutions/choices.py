"""Institutions to choose from in a form, each told by its abbreviation and its full name."""

from django import forms

from bezpiecznik.institutions.models import Institution


def label_of(institution: Institution) -> str:
    """`KMP – Komenda Miejska Policji`; the name alone where there is no abbreviation."""
    return f"{institution.abbr} – {institution.name}" if institution.abbr else institution.name


class InstitutionChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Institution) -> str:
        return label_of(obj)


class InstitutionsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Institution) -> str:
        return label_of(obj)
