"""What the statute says, as the office has it: numbers, days and sentences with their sources, changed on screen."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import SeatKind
from bezpiecznik.core.options import Option, declare

GROUP = _("Komisja")
UNCHECKED = "do sprawdzenia"
CHECKED = "sprawdzone"
PARTS = 4


class SeatRulesField(forms.CharField):
    """One rule a line: the seat, its number, the provision, and whether somebody checked it; between semicolons."""

    widget = forms.Textarea(attrs={"rows": 8})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(_line, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        rules = [_rule(line) for line in str(super().clean(value)).splitlines() if line.strip()]
        kinds = [rule["kind"] for rule in rules]
        if len(kinds) != len(set(kinds)):
            raise ValidationError(_now("Każde miejsce może mieć jeden wiersz."))
        return rules


def _line(rule: dict[str, Any]) -> str:
    checked = CHECKED if rule["checked"] else UNCHECKED
    return f"{SeatKind(rule['kind']).label}; {rule['number']}; {rule['source']}; {checked}"


def _rule(line: str) -> dict[str, Any]:
    parts = [part.strip() for part in line.split(";")]
    kinds = {str(label): value for value, label in SeatKind.choices}
    if len(parts) != PARTS or parts[0] not in kinds or not parts[1].isdecimal() or parts[3] not in {CHECKED, UNCHECKED}:
        raise ValidationError(
            _now("Wiersz „%(line)s”: potrzebne są miejsce w składzie, liczba, przepis i „%(one)s” albo „%(two)s”."),
            params={"line": line, "one": CHECKED, "two": UNCHECKED},
        )
    return {"kind": kinds[parts[0]], "number": int(parts[1]), "source": parts[2], "checked": parts[3] == CHECKED}


class LinesField(forms.CharField):
    """A list, one a line."""

    widget = forms.Textarea(attrs={"rows": 8})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]


def _seat(kind: SeatKind, number: int, provision: str) -> dict[str, Any]:
    return {"kind": kind.value, "number": number, "source": f"{provision} u.s.p.", "checked": False}


SEATS: Option[list[dict[str, Any]]] = declare(
    Option(
        "commission.seats",
        _("Ustawowy skład Komisji"),
        [
            _seat(SeatKind.CHAIR, 1, "art. 38a ust. 5 pkt 1"),
            _seat(SeatKind.CO_CHAIR, 1, "art. 38a ust. 4"),
            _seat(SeatKind.COUNCILLOR, 2, "art. 38a ust. 5 pkt 2"),
            _seat(SeatKind.APPOINTED, 3, "art. 38a ust. 5 pkt 3"),
            _seat(SeatKind.POLICE, 2, "art. 38a ust. 5 pkt 4"),
            _seat(SeatKind.PROSECUTOR, 1, "art. 38a ust. 6"),
        ],
        SeatRulesField,
        help=_(
            "Wiersz na każde miejsce: nazwa; liczba; przepis; „sprawdzone” albo „do sprawdzenia”. W Komisji wspólnej "
            "liczba radnych, osób powołanych i przedstawicieli Policji dotyczy każdej z dwóch jednostek. "
            "Przepisy przyjęto z opracowań: porównaj je z ustawą w obowiązującym brzmieniu."
        ),
        group=GROUP,
    )
)
TERM_YEARS = declare(
    Option(
        "commission.term_years", _("Ile lat trwa kadencja Komisji"), 3, forms.IntegerField,
        help=_("Źródło: art. 38a ust. 8 u.s.p."), group=GROUP, arguments={"min_value": 1, "max_value": 10},
    )
)  # fmt: skip
SOON = declare(
    Option(
        "commission.term_soon", _("Na ile miesięcy przed końcem kadencji zacząć przypominać"), 6, forms.IntegerField,
        group=GROUP, arguments={"min_value": 1, "max_value": 24},
    )
)  # fmt: skip
VERY_SOON = declare(
    Option(
        "commission.term_very_soon", _("Na ile miesięcy przed końcem kadencji przypominać pilnie"), 3,
        forms.IntegerField, group=GROUP, arguments={"min_value": 1, "max_value": 24},
    )
)  # fmt: skip
REQUEST_DAYS = declare(
    Option(
        "commission.request_days", _("Ile dni roboczych na odpowiedź na żądanie informacji"), 14, forms.IntegerField,
        help=_("Ustawa nie mówi, ile; to propozycja wpisywana w nowym żądaniu."), group=GROUP,
        arguments={"min_value": 1, "max_value": 120},
    )
)  # fmt: skip
HEAD = declare(
    Option(
        "commission.head", _("Kto kieruje jednostką"), "Prezydent Miasta", forms.CharField,
        help=_("Stoi pod podpisem: Prezydent Miasta albo Starosta."), group=GROUP, arguments={"max_length": 100},
    )
)  # fmt: skip
COUNCIL = declare(
    Option(
        "commission.council", _("Komu składa się sprawozdanie z prac Komisji"), "Rada Miasta", forms.CharField,
        help=_("Rada Miasta albo Rada Powiatu."), group=GROUP, arguments={"max_length": 100},
    )
)  # fmt: skip
JOURNAL = declare(
    Option(
        "commission.journal", _("Nazwa dziennika urzędowego"), "Dziennik Urzędowy Województwa", forms.CharField,
        help=_("W którym ogłasza się sprawozdanie, np. Dziennik Urzędowy Województwa Świętokrzyskiego."), group=GROUP,
        arguments={"max_length": 200},
    )
)  # fmt: skip


def _text(key: str, title: Any, default: str, about: Any = "") -> Option[str]:
    return declare(
        Option(
            f"commission.{key}", title, default, forms.CharField, help=about, group=GROUP,
            arguments={"widget": forms.Textarea(attrs={"rows": 5}), "max_length": 4_000},
        )
    )  # fmt: skip


def _lines(key: str, title: Any, default: list[str], about: Any = "") -> Option[list[str]]:
    return declare(Option(f"commission.{key}", title, default, LinesField, help=about, group=GROUP))


CHECK = _("Przyjęto z opracowań: porównaj z ustawą w obowiązującym brzmieniu.")
EXCLUSIONS = _lines(
    "request_exclusions",
    _("Czego żądanie informacji nie obejmuje"),
    [
        "akt personalnych pracowników i funkcjonariuszy,",
        "materiałów operacyjno-rozpoznawczych lub dochodzeniowo-śledczych,",
        "akt w indywidualnych sprawach administracyjnych.",
    ],
    _("Po jednym w wierszu; drukowane w każdym żądaniu (art. 38b ust. 1 u.s.p.). Porównaj z ustawą."),
)
UPLOAD_WARNING = _text(
    "upload_warning",
    _("Ostrzeżenie przy plikach odpowiedzi"),
    "Nie dołączaj akt osobowych, materiałów operacyjnych ani akt spraw indywidualnych. "
    "Jeśli przyszły, zwróć je nadawcy.",
)
RECALL = _text(
    "recall",
    _("Zasada odwołania przed końcem kadencji"),
    "Członka powołanego albo delegowanego można odwołać przed końcem kadencji tylko z ważnych powodów, które podaje "
    "się na piśmie (art. 38a ust. 9 u.s.p.).",
    CHECK,
)
TASKS = _lines(
    "statutory_tasks",
    _("Ustawowe zadania Komisji"),
    [
        "ocena zagrożeń porządku publicznego i bezpieczeństwa obywateli na terenie powiatu,",
        "opiniowanie pracy Policji i innych powiatowych służb, inspekcji i straży, a także jednostek organizacyjnych "
        "wykonujących na terenie powiatu zadania z zakresu porządku publicznego i bezpieczeństwa obywateli,",
        "przygotowywanie projektu powiatowego programu zapobiegania przestępczości oraz porządku publicznego i "
        "bezpieczeństwa obywateli,",
        "opiniowanie projektów innych programów współdziałania Policji i innych powiatowych służb, inspekcji i straży "
        "oraz jednostek organizacyjnych wykonujących na terenie powiatu zadania z zakresu porządku publicznego i "
        "bezpieczeństwa obywateli,",
        "opiniowanie projektu budżetu powiatu w zakresie tych spraw,",
        "opiniowanie projektów aktów prawa miejscowego i innych dokumentów w sprawach związanych z wykonywaniem tych "
        "zadań,",
        "opiniowanie, zleconych przez starostę, innych zagadnień dotyczących porządku publicznego i bezpieczeństwa "
        "obywateli.",
    ],
    _("Po jednym w wierszu (art. 38a ust. 2 u.s.p.). Gdy program wymienia zadania Komisji, sprawozdanie bierze je z "
      "programu."),
)  # fmt: skip
