"""A new wording by an amendment. The old one is kept with the amendment that replaced it.

What an amendment of a later day says waits for that day: `follow` writes it into the programme each night.
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, fieldhistory
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Amendment, Area, Goal, Rewording, Undertaking

FIELDS_OF_UNDERTAKINGS = ("wording", "aim", "audience", "term_raw", "method", "funding")
FIELDS: dict[type, tuple[str, ...]] = {
    Undertaking: FIELDS_OF_UNDERTAKINGS, Area: ("official_name",), Goal: ("text",),
}  # fmt: skip
NEVER_BLANK = frozenset({"wording", "official_name", "text"})

Thing = Undertaking | Area | Goal


def reword(amendment: Amendment, thing: Thing, field: str, wording: str) -> str:
    """Keep the change and, when its day has come, write it into the programme. Returns its words for the journal."""
    after, before = wording.strip(), current(thing, field)
    _refuse_nonsense(amendment, thing, field, before=before, after=after)
    kept = Rewording.objects.create(amendment=amendment, field=field, before=before, after=after, **_of(thing))
    if amendment.effective_on <= clock.today():
        _write(kept)
    return _("%(code)s: nowe brzmienie (%(field)s)") % {"code": name_of(thing), "field": label_of(thing, field)}


def current(thing: Thing, field: str) -> str:
    """The last wording that was decided, also where its day has not come yet."""
    last = thing.rewordings.filter(field=field).order_by("amendment__effective_on", "pk").last()
    return last.after if last else str(getattr(thing, field))


def follow() -> int:
    """Write into the programme the wordings whose day has come; returns how many."""
    due = Rewording.objects.filter(written_at=None, amendment__effective_on__lte=clock.today())
    rows = list(due.select_related("amendment__by").order_by("amendment__effective_on", "pk"))
    for kept in rows:
        _write(kept)
    return len(rows)


def name_of(thing: Thing) -> str:
    """`3.13`, „obszar 3”, „cel 2”."""
    if isinstance(thing, Undertaking):
        return thing.code
    return _("obszar %(no)s" if isinstance(thing, Area) else "cel %(no)s") % {"no": thing.no}


def label_of(thing: Thing, field: str) -> str:
    return str(thing._meta.get_field(field).verbose_name)  # type: ignore[union-attr]


def _write(kept: Rewording) -> None:
    thing = kept.thing
    setattr(thing, kept.field, kept.after)
    fieldhistory.sign(thing, by=kept.amendment.by)
    thing.save()
    kept.written_at = clock.now()
    kept.save(update_fields=("written_at",))


def _of(thing: Thing) -> dict[str, Thing]:
    return {str(thing._meta.model_name): thing}


def _refuse_nonsense(amendment: Amendment, thing: Thing, field: str, *, before: str, after: str) -> None:
    words = {"code": name_of(thing)}
    if thing.programme_id != amendment.programme_id:
        raise Refused(_("%(code)s należy do innego programu.") % words)
    if field not in FIELDS[type(thing)]:
        raise ValueError(field)
    if not after and field in NEVER_BLANK:
        raise Refused(_("%(code)s: wpisz nowe brzmienie.") % words)
    if after == before:
        raise Refused(_("%(code)s: nowe brzmienie jest takie samo jak dotychczasowe.") % words)
    later = thing.rewordings.filter(Q(amendment__effective_on__gt=amendment.effective_on), field=field)
    if last := later.select_related("amendment").order_by("amendment__effective_on").last():
        words |= {"basis": last.amendment.basis, "day": long_date(last.amendment.effective_on)}
        raise Refused(
            _("%(code)s ma już nowsze brzmienie (%(basis)s, od %(day)s). Zmiany wpisuje się w kolejności.") % words
        )
