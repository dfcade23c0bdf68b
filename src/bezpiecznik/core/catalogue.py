"""Examples for the page of components: name and template code."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator

from bezpiecznik.core.fieldhistory import Change, FieldChange
from bezpiecznik.core.forms import Filter
from bezpiecznik.core.lists import Listing
from bezpiecznik.core.worddiff import pieces


class ExampleForm(forms.Form):
    name = forms.CharField(label="Nazwa spotkania", help_text="Tak, jak w zaproszeniu.")
    day = forms.DateField(label="Dzień", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    kind = forms.ChoiceField(label="Rodzaj", choices=[("a", "spotkanie"), ("b", "szkolenie")])
    outcome = forms.ChoiceField(
        label="Stan realizacji",
        choices=[("done", "zrealizowano"), ("nothing", "nic nie zrobiono")],
        widget=forms.RadioSelect,
    )
    public = forms.BooleanField(label="Pokaż mieszkańcom", required=False)
    text = forms.CharField(label="Co zrobiono", widget=forms.Textarea)
    file = forms.FileField(label="Załącznik", required=False)


class ExampleFilter(Filter):
    words = forms.CharField(label="Szukaj", required=False)
    area = forms.ChoiceField(label="Obszar", required=False, choices=[("", "wszystkie"), ("1", "1. Obywatele")])


def _holding(name: str, since: date, until: date | None) -> SimpleNamespace:
    return SimpleNamespace(user=SimpleNamespace(get_full_name=name), since=since, until=until, absences=None)


ROWS: list[Any] = list(range(110))
CONTEXT = {
    "form": ExampleForm({"day": "2026-02-30", "kind": "a", "outcome": "done", "text": "Dwa spotkania."}),
    "filters": ExampleFilter({}, auto_id="filtr_%s"),
    "listing": Listing(page=Paginator(ROWS, 50).page(2), sort="no", total=len(ROWS)),
    "number": Decimal("12345.5"),
    "day": date(2026, 11, 23),
    "moment": datetime(2026, 11, 23, 13, 2, tzinfo=UTC),
    "changes": [
        Change(
            datetime(2026, 11, 23, 13, 2, tzinfo=UTC), "Krystyna Koordynatorska",
            (FieldChange("brzmienie", pieces("Kontrola miejsc.", "Monitorowanie i kontrola miejsc.")),),
        )
    ],
    "scale": SimpleNamespace(
        first=date(2024, 1, 1), last=date(2026, 12, 31), today=96,
        bars=[
            SimpleNamespace(state="past", x=0, width=60, holding=_holding("Jan Dawny", date(2024, 1, 1), date(2025, 9, 30))),
            SimpleNamespace(state="current", x=60, width=40, holding=_holding("Anna Obecna", date(2025, 10, 1), None)),
        ],
    ),
    "crumbs": [("Pulpit", "#"), ("Program", "#")],
    "grades": [
        ("done", "zrealizowano"), ("partial", "zrealizowano częściowo"), ("ongoing", "w toku, działanie ciągłe"),
        ("not_done", "nie zrealizowano"), ("dropped", "odstąpiono"), ("no_report", "brak sprawozdania"),
    ],
    "reports": [
        ("not_yet_due", "jeszcze nie w terminie"), ("due", "oczekiwane"), ("overdue", "po terminie"),
        ("draft", "w przygotowaniu"), ("to_sign", "do podpisu"), ("submitted", "złożone"),
        ("returned", "zwrócone do poprawy"), ("accepted", "przyjęte"), ("skipped", "pominięto w tym okresie"),
    ],
}  # fmt: skip

EXAMPLES = (
    ("Przyciski", '<div class="row"><a class="button button-main" href="#main">Najważniejsza czynność</a>'
     '<a class="button" href="#main">Zwykła</a><a class="button button-danger" href="#main">Usuwa</a>'
     '<a class="button button-small" href="#main">Mała</a></div>'),
    ("Pytanie przed wysłaniem", '<form action="#main" method="get" data-confirm="Wyrejestrować podmiot?" data-confirm-act="Wyrejestruj">'
     '<button class="button button-danger" type="submit">Wyrejestruj</button></form>'),
    ("Najpierw", '<section class="card card-next"><h3>Najpierw</h3><p>7 sprawozdań do przyjęcia.</p>'
     '<p><a class="button button-main" href="#main">Przejdź do kolejki</a></p></section>'),
    ("Znaki ocen", "<ul>{% for state, word in grades %}<li>{% state_mark state word %}</li>{% endfor %}</ul>"),
    ("Znaki sprawozdań", "<ul>{% for state, word in reports %}<li>{% state_mark state word %}</li>{% endfor %}</ul>"),
    ("Ścieżka", '{% include "components/breadcrumbs.html" with items=crumbs only %}'),
    ("Zakładki", '<ul class="tabs"><li><a href="#main" aria-current="page">Działania</a></li><li><a href="#main">Programy</a></li></ul>'),
    ("Spis części", '<ul class="rail"><li><a href="#main" aria-current="page"><span>1. Obywatele</span><span>2</span></a></li>'
     '<li><a href="#main"><span>2. Uzależnienia</span><span>0</span></a></li></ul>'),
    ("Filtry", '<form class="filters" action="#main" method="get">{% for field in filters %}{{ field.as_field_group }}{% endfor %}'
     '<div class="form-acts"><button class="button" type="submit">Pokaż</button></div></form>'),
    ("Formularz z błędami", '<form action="#" method="get" novalidate>{{ form }}<div class="form-acts">'
     '<button class="button button-main" type="submit">Zapisz</button></div></form>'),
    ("Komunikaty", '<div class="stack">{% include "components/callout.html" with title="Dobrze wiedzieć" text="Termin mija w piątek." only %}'
     '{% include "components/callout.html" with kind="warn" text="Dane są zmyślone." only %}'
     '{% include "components/callout.html" with kind="bad" text="Nie zapisano: plik jest pusty." only %}'
     '{% include "components/callout.html" with kind="good" text="Sprawozdanie złożono." only %}</div>'),
    ("Pusta lista", '{% include "components/empty.html" with title="Nie ma jeszcze działań" '
     'text="Działania pojawią się po wczytaniu uchwały." url="#main" act="Wczytaj uchwałę" only %}'),
    ("Brzmienie urzędowe", '{% include "components/act_quote.html" with text="Monitorowanie i kontrola miejsc o szczególnym zagrożeniu." '
     'place="Obszar 1, działanie 2, wiersz 212 dokumentu" url="#main" only %}'),
    ("Słowa podmiotu", '{% include "components/words.html" with text="Przeprowadzono 12 kontroli." '
     'source="KMP, sprawozdanie za 2022 r., złożone 18.01.2023" only %}'),
    ("Liczby", '<div class="figures">{% include "components/figure.html" with value="110" label="działań" '
     'definition="Działania w brzmieniu uchwały, ze wszystkich obszarów." only %}'
     '{% include "components/figure.html" with value="36" label="programów jednostek" only %}</div>'),
    ("Postęp", '{% include "components/progress.html" with done=3 total=7 label="3 z 7 gotowe" only %}'),
    ("Tabela", '<div class="list-head"><p>{{ listing.total }} {{ listing.total|forms:"działanie,działania,działań" }}</p>'
     '{% include "components/export.html" %}</div>'
     '<div class="table-wrap table-cards"><table class="table"><caption>Działania</caption><thead><tr>{% sort_heading "no" "Nr" %}'
     '{% sort_heading "text" "Treść" %}<th scope="col">Podmioty</th></tr></thead><tbody><tr>'
     '<td data-label="Nr">1.2</td><td data-label="Treść" class="wide">Monitorowanie i kontrola miejsc.</td>'
     '<td data-label="Podmioty"><ul class="tags"><li class="tag tag-lead">KMP</li><li class="tag">SM</li></ul></td></tr></tbody></table></div>{% include "components/pager.html" with page=listing.page %}'),
    ("Macierz", '<div class="table-wrap matrix" tabindex="0" role="region" aria-label="Macierz: podmioty i obszary"><table class="table">'
     '<thead><tr><th scope="col">Podmiot</th><th scope="col">1</th><th scope="col">2</th></tr></thead><tbody><tr><th scope="row">KMP</th>'
     '<td><a href="#main">9 {% state_mark "draft" "w przygotowaniu" quiet=True %}</a></td>'
     '<td><a href="#main">7 {% state_mark "accepted" "przyjęte" quiet=True %}</a></td></tr></tbody></table></div>'),
    ("Do zrobienia", '<ol class="todo"><li><span>Sprawozdanie KMP czeka na przyjęcie.</span>'
     '<a class="button button-small" href="#main">Przyjmij lub zwróć</a></li></ol>'),
    ("Wejścia", '<ul class="doors"><li><a class="door" href="#main"><strong>Bezpieczeństwo osób starszych</strong><br>5 działań</a></li></ul>'),
    ("Fakty", '<dl class="facts"><dt>Uchwała</dt><dd>XLII/829/2021</dd><dt>Złożono</dt><dd>{{ moment|pl_datetime }}</dd>'
     "<dt>Dzień</dt><dd>{{ day|long_date }}</dd><dt>Liczba</dt><dd>{{ number|pl_number }}</dd></dl>"),
    ("Oś czasu", '<ol class="timeline"><li>{{ moment|pl_datetime }} · Złożono sprawozdanie · Jan Dzielnicowy</li></ol>'),
    ("Obsada w czasie", '{% include "components/time_bar.html" with scale=scale show="user" only %}'),
    ("Historia zmian", '{% include "core/_changes.html" with changes=changes only %}'),
    ("Drzewo", '<ul class="tree"><li><details open><summary>Urząd Miasta <span class="small muted">– 1 podległy</span></summary>'
     '<ul class="tree"><li><a href="#main">Wydział Edukacji</a> <span class="muted">WE</span></li></ul></details></li></ul>'),
    ("Tekst dokumentu", '<div class="source" tabindex="0" role="region" aria-label="Tekst uchwały"><ol>'
     "<li><span>208</span><span>POPRAWA BEZPIECZEŃSTWA</span></li>"
     '<li class="marked"><span>211</span><span>1. Analiza zagrożeń</span></li></ol></div>'),
)  # fmt: skip
