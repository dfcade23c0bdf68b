"""Amendments of a programme with what each of them changed, in words."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.plans.comparing import ChangedPart, changed_parts
from bezpiecznik.plans.models import Amendment, Programme, Responsibility, Rewording, Undertaking
from bezpiecznik.plans.programme_text import before_and_after
from bezpiecznik.plans.rewording import label_of, name_of


@dataclass(frozen=True)
class Told:
    """One thing that an amendment changed, and the undertaking it is about."""

    sentence: str
    url: str


def amendments_of(programme: Programme) -> QuerySet[Amendment]:
    """With everything that `told` reads; seven queries for any number of them."""
    undertakings = Undertaking.objects.select_related("area").order_by("kind", "area__no", "no")
    duties = Responsibility.objects.select_related("institution", "undertaking__area").order_by("role", "place", "pk")
    return programme.amendments.select_related("by").prefetch_related(
        Prefetch("added", undertakings),
        Prefetch("withdrawn", undertakings),
        Prefetch("duties", duties),
        Prefetch("ended_duties", duties),
        Prefetch("rewordings", Rewording.objects.select_related("undertaking__area", "area", "goal")),
    )


def told(amendment: Amendment) -> list[Told]:
    """What it changed: actions added and withdrawn, then bodies of others. Duties of those two go without saying."""
    added, withdrawn = list(amendment.added.all()), list(amendment.withdrawn.all())
    own = {undertaking.pk for undertaking in (*added, *withdrawn)}
    rows = [Told(_("Dodano %(code)s: %(wording)s") % _of(one), one.get_absolute_url()) for one in added]
    rows += [Told(_("Skreślono %(code)s: %(wording)s") % _of(one), one.get_absolute_url()) for one in withdrawn]
    given = _("%(code)s: %(institution)s (%(role)s)")
    ended = _("%(code)s: %(institution)s przestaje odpowiadać (%(role)s)")
    for sentence, duties in ((given, amendment.duties.all()), (ended, amendment.ended_duties.all())):
        rows += [
            Told(sentence % _of_duty(duty), duty.undertaking.get_absolute_url())
            for duty in duties
            if duty.undertaking_id not in own
        ]
    return rows + [_reworded(one) for one in amendment.rewordings.all() if one.undertaking_id not in own]


def parts_of(amendment: Amendment) -> list[ChangedPart]:
    """The programme's text before and after it, where they differ."""
    return changed_parts(*before_and_after(amendment))


def _reworded(one: Rewording) -> Told:
    thing = one.thing
    url = thing.get_absolute_url() if one.undertaking else reverse("plans:programme")
    words = {"code": name_of(thing).capitalize(), "field": label_of(thing, one.field)}
    return Told(_("%(code)s: nowe brzmienie (%(field)s)") % words, url)


def _of(undertaking: Undertaking) -> dict[str, str]:
    return {"code": undertaking.code, "wording": undertaking.wording}


def _of_duty(duty: Responsibility) -> dict[str, str]:
    return {
        "code": duty.undertaking.code,
        "institution": duty.institution.short,
        "role": duty.get_role_display(),
    }
