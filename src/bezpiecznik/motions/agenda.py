"""What of motions may come onto the Commission's agenda."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bezpiecznik.commission.meeting_states import OpinionKind
from bezpiecznik.commission.models import Opinion
from bezpiecznik.commission.proposals import Proposal
from bezpiecznik.core.polish import long_date
from bezpiecznik.motions import queries
from bezpiecznik.motions.models import Motion


def key_of(motion: Motion) -> str:
    return f"motions.motion:{motion.pk}"


def waiting(_today: date) -> Iterator[Proposal]:
    """Motions sent to the Commission for an opinion."""
    for motion in queries.for_commission():
        until = f"{long_date(motion.due_on)} r." if motion.due_on else ""
        yield Proposal(
            key=key_of(motion),
            title=_("Opinia o wniosku %(number)s: %(title)s") % {"number": motion.number, "title": motion.title},
            why=_("Wniosek (%(who)s) czeka na opinię do %(until)s") % {"who": motion.institution.name, "until": until},
            opinion_kind=OpinionKind.OTHER,
            url=motion.get_absolute_url(),
            referent=motion.institution.name,
        )


def opinions_for(motion: Motion) -> QuerySet[Opinion]:
    """Opinions to choose from: those given on this very motion, else all of the last ones."""
    own = Opinion.objects.filter(item__source_key=key_of(motion))
    return own if own.exists() else Opinion.objects.all()
