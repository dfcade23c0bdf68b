"""One pass of a file through the register. Called inside a transaction, which a preview rolls back."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions import contacts, services
from bezpiecznik.institutions.importing.columns import COLUMNS, CONTACT, REFERENCES, FileColumn
from bezpiecznik.institutions.importing.outcome import RowOutcome, Status
from bezpiecznik.institutions.importing.reading import MAX_CELL
from bezpiecznik.institutions.matching import Register, key_of, most_alike, same_numbers
from bezpiecznik.institutions.models import Institution, Reporting

Rows = list[tuple[int, list[str]]]
BY_NAME = {column.name: column for column in COLUMNS}
OF_CONTACT = {column.name for column in CONTACT}
LATER = (*REFERENCES, "reporting")
"""Set when all rows are in: a row may point to one further down."""


def run(rows: Rows, places: dict[str, int], refused: dict[int, str], *, by: User) -> list[RowOutcome]:
    """Write every row that can be written; say of each what it did. Those in `refused` are not tried."""
    while True:
        attempt = _Attempt(places, dict(refused), by)
        with transaction.atomic():
            outcomes = attempt.all(rows)
            if not attempt.failed:
                return outcomes
            # A row that could not point where it wanted leaves nothing behind, so the rest is tried without it.
            transaction.set_rollback(True)
        refused = refused | attempt.failed


class _Attempt:
    def __init__(self, places: dict[str, int], refused: dict[int, str], by: User) -> None:
        self.places, self.refused, self.by = places, refused, by
        self.register = Register()
        self.before = {key_of(row.name): row.name for row in self.register.institutions.values()}
        self.met: dict[int, int] = {}
        self.failed: dict[int, str] = {}
        self.pointed_at: dict[int, Institution] = {}
        """Bodies that rows point to, as they are stored now."""

    def all(self, rows: Rows) -> list[RowOutcome]:
        done = {number: self._first(number, self._texts(cells)) for number, cells in rows}
        if any(name in self.places for name in LATER):
            self.register = Register()
            for number, cells in rows:
                done[number] = self._second(done[number], self._texts(cells))
        return [done[number] for number, _cells in rows]

    def _texts(self, cells: list[str]) -> dict[str, str]:
        """Cells with something in them, by the name of their column; an empty one changes nothing."""
        found = {name: cells[place] for name, place in self.places.items() if place < len(cells)}
        return {name: text for name, text in found.items() if text}

    def _first(self, number: int, texts: dict[str, str]) -> RowOutcome:
        label = texts.get("name") or texts.get("abbr", "")
        if number in self.refused:
            return RowOutcome(number, Status.REFUSED, label, reason=self.refused[number])
        try:
            with transaction.atomic():
                return self._write(number, label, texts)
        except ValidationError as fault:
            self.met = {pk: row for pk, row in self.met.items() if row != number}  # rolled back, so not met
            return RowOutcome(number, Status.REFUSED, label, reason=in_words(fault))

    def _write(self, number: int, label: str, texts: dict[str, str]) -> RowOutcome:
        values = _cleaned(texts)
        target = self._target(texts)
        if target is None:
            created = self._create(values)
            self._take(created, number)
            alike = self._alike(created.name)
            self._spellings_and_contact(created, values)
            self.register.learn(created, created.name, created.abbr, *values.get("aliases", ()))
            return RowOutcome(number, Status.NEW, created.name, alike=alike)
        self._take(target, number)
        before = _values(target, self.places)
        wrote = [self._edit(target, values), self._spellings_and_contact(target, values)]
        self.register.learn(target, *values.get("aliases", ()))
        if not any(wrote):
            return RowOutcome(number, Status.UNCHANGED, target.name)
        return _compared(number, before, target, self.places)

    def _take(self, institution: Institution, number: int) -> None:
        if institution.pk in self.met:
            sentence = _("ten sam podmiot jest już w wierszu %(number)s")
            raise ValidationError(sentence % {"number": self.met[institution.pk]})
        self.met[institution.pk] = number

    def _target(self, texts: dict[str, str]) -> Institution | None:
        """The body that the row speaks of: known by its abbreviation, its name or another spelling."""
        found = {name: self._known(texts.get(name, "")) for name in ("abbr", "name")}
        if found["abbr"] and found["name"] and found["abbr"] != found["name"]:
            sentence = _("skrót oznacza podmiot „%(one)s”, a nazwa podmiot „%(other)s”")
            raise ValidationError(sentence % {"one": found["abbr"], "other": found["name"]})
        if not found["abbr"] and not found["name"] and "name" not in texts:
            raise ValidationError(_("nie ma nazwy, a skrótu nie ma w rejestrze"))
        known = found["abbr"] or found["name"]
        return _fresh(known.pk) if known else None

    def _known(self, text: str) -> Institution | None:
        return self.register.known(text) if text else None

    def _alike(self, name: str) -> str:
        """A name that was there before the file; rows of one file are alike on purpose („Szkoła nr 1”, „nr 2”)."""
        alike = most_alike(name, self.before)
        return self.before[alike[0]] if alike and same_numbers(name, alike[0]) else ""

    def _create(self, values: dict[str, Any]) -> Institution:
        through = values.get("reporting") == Reporting.THROUGH
        return services.create_institution(
            name=values["name"],
            abbr=values.get("abbr", ""),
            collective=values.get("collective", False),
            reporting=Reporting.NONE if through else values.get("reporting", Reporting.ITSELF),
            kind=values.get("kind"),
            own=values.get("own"),
            by=self.by,
        )

    def _edit(self, target: Institution, values: dict[str, Any]) -> bool:
        names = ("abbr", "name", "kind", "own", "collective")
        wanted = {name: values[name] for name in names if name in values}
        if "name" in wanted and key_of(wanted["name"]) != key_of(target.name) and self._known(wanted["name"]):
            del wanted["name"]  # another spelling of the same body, not a new name
        return self._save(target, wanted)

    def _save(self, target: Institution, wanted: dict[str, Any]) -> bool:
        """Whether there was anything to save. All rows of the register are held while a file goes through."""
        changed = {name: value for name, value in wanted.items() if getattr(target, name) != value}
        if changed:
            self.pointed_at.pop(target.pk, None)
            services.change_held(target, by=self.by, **changed)
        return bool(changed)

    def _spellings_and_contact(self, institution: Institution, values: dict[str, Any]) -> bool:
        """Whether there was anything to save."""
        wrote = False
        own = {key_of(institution.name), key_of(institution.abbr)}
        for text in {key_of(text): text for text in values.get("aliases", ())}.values():
            if key_of(text) in own:
                continue
            known = self._known(text)
            if known is None:
                services.store_alias(institution, text=text, by=self.by)
                wrote = True
            elif known.pk != institution.pk:
                sentence = _("„%(text)s” oznacza już podmiot „%(owner)s”.")
                raise ValidationError({"aliases": sentence % {"text": text, "owner": known.name}})
        contact = {name: value for name, value in values.items() if name in OF_CONTACT}
        stored = getattr(institution, "contact", None)
        if any(getattr(stored, name, "") != value for name, value in contact.items()):
            contacts.set_contact(institution, by=self.by, **contact)
            wrote = True
        return wrote

    def _second(self, outcome: RowOutcome, texts: dict[str, str]) -> RowOutcome:
        wanted = {name: texts[name] for name in LATER if name in texts}
        if outcome.status == Status.REFUSED or not wanted:
            return outcome
        target = _fresh(next(pk for pk, number in self.met.items() if number == outcome.number))
        before = _values(target, self.places) if outcome.status != Status.NEW else {}
        try:
            with transaction.atomic():
                wrote = self._save(target, self._pointed(wanted))
        except ValidationError as fault:
            self.failed[outcome.number] = in_words(fault)
            return outcome
        if outcome.status == Status.NEW or not wrote:
            return outcome
        later = _compared(outcome.number, before, target, self.places)
        changes = (*outcome.changes, *later.changes)
        status = Status.CHANGED if changes else Status.UNCHANGED
        return RowOutcome(outcome.number, status, outcome.name, changes)

    def _pointed(self, wanted: dict[str, str]) -> dict[str, Any]:
        values: dict[str, Any] = {name: self._found(name, text) for name, text in wanted.items() if name in REFERENCES}
        if "reporting" in wanted:
            values["reporting"] = BY_NAME["reporting"].clean(wanted["reporting"])
            if values["reporting"] != Reporting.THROUGH:
                values["reports_through"] = None
        elif values.get("reports_through"):
            values["reporting"] = Reporting.THROUGH
        return values

    def _found(self, name: str, text: str) -> Institution:
        if found := self._known(text):
            if found.pk not in self.pointed_at:
                self.pointed_at[found.pk] = Institution.objects.get(pk=found.pk)
            return self.pointed_at[found.pk]
        sentence = _("%(title)s: w rejestrze ani w tym pliku nie ma podmiotu „%(text)s”")
        raise ValidationError(sentence % {"title": BY_NAME[name].title, "text": text})


def _cleaned(texts: dict[str, str]) -> dict[str, Any]:
    faults, values = [], {}
    for name, text in texts.items():
        column = BY_NAME[name]
        try:
            values[name] = _clean(column, text)
        except ValidationError as fault:
            faults.append(f"{column.title}: {in_words(fault)}")
    if faults:
        raise ValidationError(faults)
    return values


def _clean(column: FileColumn, text: str) -> Any:
    if len(text) > MAX_CELL:
        raise ValidationError(_("za długi tekst"))
    return column.clean(text)


def _fresh(pk: int) -> Institution:
    """As it is stored now, with what `_values` reads."""
    return Institution.objects.select_related("parent", "reports_through", "contact").get(pk=pk)


def _values(institution: Institution, places: dict[str, int]) -> dict[str, str]:
    return {name: BY_NAME[name].shown(institution) for name in places}


def _compared(number: int, before: dict[str, str], target: Institution, places: dict[str, int]) -> RowOutcome:
    after = _values(_fresh(target.pk), places)
    changes = tuple(
        (str(BY_NAME[name].title), before[name], after[name]) for name in places if before[name] != after[name]
    )
    return RowOutcome(number, Status.CHANGED if changes else Status.UNCHANGED, target.name, changes)


def in_words(fault: ValidationError) -> str:
    """All sentences of the error in one line, with the titles of the fields they speak of."""
    return "; ".join(_sentences(fault))


def _sentences(fault: ValidationError) -> Iterator[str]:
    if not hasattr(fault, "error_dict"):
        yield from fault.messages
        return
    for name, messages in fault.message_dict.items():
        title = str(BY_NAME[name].title) if name in BY_NAME else ""
        yield from (f"{title}: {message}" if title else message for message in messages)
