"""A row of a file as what it says of an activity; what is wrong with it, in sentences that say what to mend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bezpiecznik.activities.importing import values
from bezpiecznik.activities.importing.fields import BY_NAME
from bezpiecznik.activities.states import ActivityKind, ActivityState
from bezpiecznik.institutions.matching import Register, key_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

LONGEST = {"title": 300, "place": 300, "audience": 300, "description": 1_000}
TOGETHER = (";", "|", ",")
READERS: dict[str, Callable[[str], Any]] = {
    "starts_on": values.day,
    "ends_on": values.day,
    "starts_at": values.hour,
    "kind": lambda text: values.kind(text).value,
    "state": lambda text: values.state(text).value,
    "times": values.count,
    "participants": values.count,
    "found": values.count,
    "sanctioned": values.count,
}


@dataclass(frozen=True)
class Around:
    """What rows are understood against: whose they are, what may be named in them, what stands for a missing word."""

    institution: Institution
    register: Register
    undertakings: dict[str, list[Undertaking]]
    """By code; a code of two programmes has two."""
    today: date
    kind: str = ""
    undertaking: Undertaking | None = None
    must_choose: bool = False
    """Each row has to carry out something: the person looks after some programmes only."""


@dataclass(frozen=True)
class Said:
    """`facts` holds only what the row says: an empty cell says nothing."""

    facts: dict[str, Any]
    undertakings: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()
    uid: str = ""

    @property
    def day(self) -> date:
        return self.facts["starts_on"]  # type: ignore[no-any-return]

    @property
    def identity(self) -> tuple[date, str, str, time | None, str]:
        """What makes two rows speak of the same thing: numbers may still be mended."""
        return identity_of(
            self.day, self.facts["kind"], self.facts["title"], self.facts.get("starts_at"), self.facts.get("place", "")
        )


def identity_of(
    day: date, kind: str, title: str, starts_at: time | None, place: str
) -> tuple[date, str, str, time | None, str]:
    return (day, kind, key_of(title), starts_at, key_of(place))


@dataclass
class _Reading:
    texts: dict[str, str]
    faults: list[str] = field(default_factory=list)

    def fault(self, name: str, sentence: str) -> None:
        self.faults.append(f"{BY_NAME[name].title}: {sentence}")


def understand(texts: dict[str, str], around: Around) -> Said:
    """`texts` are cells with something in them, by field. Raises ValidationError with all that is to be mended."""
    if problem := texts.get("problem"):
        raise ValidationError([problem])
    reading = _Reading(texts)
    facts = _facts(reading, around)
    undertakings = _undertakings(reading, around)
    others = _others(reading, around)
    _whose(reading, around)
    if reading.faults:
        raise ValidationError(reading.faults)
    return Said(facts, undertakings, others, texts.get("uid", ""))


def _facts(reading: _Reading, around: Around) -> dict[str, Any]:
    texts = dict(reading.texts)
    if "starts_at" not in texts and (hour := values.hour_of_day(texts.get("starts_on", ""))):
        texts["starts_at"] = hour
    facts = {name: made for name in READERS if (made := _read(reading, name, texts.get(name, ""))) is not None}
    for name, most in LONGEST.items():
        if text := texts.get(name):
            facts[name] = text
            if len(text) > most:
                reading.fault(name, _("za długi tekst (najwyżej %(n)d znaków)") % {"n": most})
    for name in ("starts_on", "title"):
        if name not in texts:
            reading.fault(name, _("brakuje"))
    facts.setdefault("kind", around.kind or _kind_in(texts.get("title", "")))
    _agree(reading, facts, around)
    return facts


def _kind_in(title: str) -> str:
    """The kind that the title speaks of: calendars have no column for it."""
    try:
        return values.kind(title).value
    except ValueError:
        return ActivityKind.OTHER.value


def _read(reading: _Reading, name: str, text: str) -> Any:
    if not text or values.is_nothing(text):
        return None
    try:
        return READERS[name](text)
    except ValueError as fault:
        reading.fault(name, str(fault))
        return None


def _agree(reading: _Reading, facts: dict[str, Any], around: Around) -> None:
    """The same that the form and the table refuse."""
    day = facts.get("starts_on")
    if day and facts.get("ends_on") and facts["ends_on"] < day:
        reading.fault("ends_on", _("wcześniejszy niż pierwszy dzień"))
    if day and facts.get("ends_on") == day:
        del facts["ends_on"]
    if facts.get("times") == 0:
        reading.fault("times", _("działalność odbyła się co najmniej raz"))
    if facts["kind"] != ActivityKind.INSPECTION:
        for name in ("found", "sanctioned"):
            if facts.get(name) is not None:
                reading.fault(name, _("podaje się tylko przy kontroli"))
    if day:
        facts.setdefault("state", (ActivityState.PLANNED if day > around.today else ActivityState.HELD).value)
        if facts["state"] == ActivityState.HELD and day > around.today:
            reading.fault("state", _("dzień jest w przyszłości, więc działalność jest planowana"))
        if not around.institution.exists_on(day):
            reading.fault("starts_on", _("podmiot tego dnia już nie istnieje"))
    if facts.get("found") == 0 and facts.get("sanctioned"):
        reading.fault("sanctioned", _("są sankcje, a nie ma nieprawidłowości: sprawdź obie liczby"))


def _undertakings(reading: _Reading, around: Around) -> frozenset[int]:
    codes = _parts(reading.texts.get("undertakings", ""))
    found = set()
    for code in codes:
        known = around.undertakings.get(code.upper().rstrip("."), [])
        if len(known) == 1:
            found.add(known[0].pk)
        elif known:
            reading.fault("undertakings", _("„%(code)s” jest w dwóch programach: wpisz go ręcznie") % {"code": code})
        else:
            reading.fault("undertakings", _("wśród działań tego podmiotu nie ma „%(code)s”") % {"code": code})
    if not codes and around.undertaking:
        found.add(around.undertaking.pk)
    if not (found or codes) and around.must_choose:
        reading.fault("undertakings", _("wskaż, które działanie programu to realizuje"))
    return frozenset(found)


def _others(reading: _Reading, around: Around) -> frozenset[int]:
    text = reading.texts.get("others", "")
    if not text or values.is_nothing(text):
        return frozenset()
    whole = around.register.known(text)
    found = set()
    for name in [text] if whole else _parts(text):
        if known := around.register.known(name):
            found.add(known.pk)
        else:
            reading.fault("others", _("w rejestrze nie ma podmiotu „%(name)s”") % {"name": name})
    return frozenset(found - {around.institution.pk})


def _whose(reading: _Reading, around: Around) -> None:
    name = reading.texts.get("institution", "")
    known = around.register.known(name) if name else None
    if known and known.pk != around.institution.pk:
        reading.fault("institution", _("ten wiersz jest podmiotu „%(name)s”") % {"name": known.name})


def _parts(text: str) -> list[str]:
    if not text or values.is_nothing(text):
        return []
    mark = next((mark for mark in TOGETHER if mark in text), "")
    return [part.strip() for part in (text.split(mark) if mark else [text]) if part.strip()]


def by_code(undertakings: Iterable[Undertaking]) -> dict[str, list[Undertaking]]:
    found: dict[str, list[Undertaking]] = {}
    for one in undertakings:
        found.setdefault(one.code.upper(), []).append(one)
    return found
