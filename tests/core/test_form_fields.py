"""How a field is drawn: label, help and what is wrong, tied together for those who do not see the page."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from inspector import inspect, text_of


def refuse_twice(value: str) -> None:
    raise ValidationError([ValidationError("Za krótkie."), ValidationError("Zbyt proste.")])


HELP = mark_safe("<ul><li>Co najmniej 12 znaków.</li></ul>")


class Order(forms.Form):
    secret = forms.CharField(label="Hasło", help_text=HELP, validators=[refuse_twice])
    state = forms.ChoiceField(label="Stan", choices=[("a", "tak"), ("b", "nie")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Zgoda")
    note = forms.CharField(label="Uwaga", required=False)


def drawn(**data: Any) -> BeautifulSoup:
    html = str(Order(data))
    inspect(html, whole=False)
    return BeautifulSoup(html, "html5lib")  # parsed as browsers do: a list ends a paragraph


def described(page: BeautifulSoup, node: Tag) -> list[str]:
    """What a screen reader says after the name of the field."""
    return [text_of(part) for name in str(node["aria-describedby"]).split() for part in page(id=name)]


def test_all_that_is_wrong_with_a_field_is_read_with_it() -> None:
    page = drawn(secret="x", state="a", agreed="on")

    assert described(page, page.select("#id_secret")[0]) == ["Co najmniej 12 znaków.", "Za krótkie. Zbyt proste."]


def test_what_is_wrong_with_a_group_of_choices_is_read_with_the_group() -> None:
    page = drawn(secret="x", agreed="on")

    assert described(page, page.select("fieldset")[0]) == ["To pole jest wymagane."]


def test_what_is_wrong_with_a_single_choice_is_read_with_it() -> None:
    page = drawn(secret="x", state="a")

    assert described(page, page.select("#id_agreed")[0]) == ["To pole jest wymagane."]


def test_fields_that_may_stay_empty_say_so() -> None:
    labels = [text_of(label) for label in drawn().select("div.field > label")]

    assert labels == ["Hasło", "Uwaga (nieobowiązkowe)"]


def test_the_summary_leads_to_each_field() -> None:
    page = drawn()

    targets = [str(link["href"]).removeprefix("#") for link in page.select(".errors a")]
    assert [page(id=target)[0].name for target in targets] == ["input", "fieldset", "input"]
