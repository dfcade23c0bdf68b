"""What comes by itself: residents' voices, letters, items of channels. Nothing comes twice."""

import secrets
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.polish import fold
from bezpiecznik.observations.events import Event
from bezpiecznik.observations.facts import Facts
from bezpiecznik.observations.models import Observation
from bezpiecznik.observations.refusals import Refused
from bezpiecznik.observations.services.holding import save
from bezpiecznik.observations.states import ObservationKind, Received
from bezpiecznik.plans.models import Area, Programme

UNMISTAKABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Signs of case numbers: none is taken for another."""


def new_case_number() -> str:
    """`S-7K4M-92QD-3XHT`: sixty bits by chance, so that numbers of others are not guessed."""
    signs = "".join(secrets.choice(UNMISTAKABLE) for _sign in range(12))
    return f"S-{signs[:4]}-{signs[4:8]}-{signs[8:]}"


def receive_voice(programme: Programme, *, area: Area | None, text: str) -> Observation:
    """Keep what a resident wrote in the public form. The same words once more that day give the same case."""
    today = clock.today()
    place = str(area.pk) if area else ""
    key = digest("\n".join(("voice", str(programme.pk), place, today.isoformat(), " ".join(fold(text).split()))))
    if known := Observation.objects.filter(source_key=key).first():
        return known
    about = area.name if area else _("cały program")
    title = (_("Głos mieszkańca: %(about)s") % {"about": about})[:300]
    facts = Facts(ObservationKind.VOICE, title, today, text=text.strip())
    areas, number = [area] if area else (), new_case_number()
    try:
        return _keep(programme, facts, Received.FORM, key, areas=areas, case_number=number)
    except (IntegrityError, Refused):  # the button pressed twice: the other one was here first
        if known := Observation.objects.filter(source_key=key).first():
            return known
        raise


@transaction.atomic
def receive_media(
    programme: Programme, *, facts: Facts, received: Received, source_key: str, keyword: str = ""
) -> Observation | None:
    """Keep a media item that came by e-mail or from a channel; None when it is here already, also by its address."""
    known = Observation.objects.filter(source_key=source_key)
    if facts.link:
        known = known | Observation.objects.filter(programme=programme, link=facts.link)
    if known.exists():
        return None
    return _keep(programme, facts, received, source_key, keyword=keyword)


@transaction.atomic
def _keep(
    programme: Programme,
    facts: Facts,
    received: Received,
    source_key: str,
    *,
    areas: Iterable[Area] = (),
    **fields: str,
) -> Observation:
    observation = Observation(programme=programme, received=received, source_key=source_key, version=0, **fields)
    facts.put_into(observation)
    save(observation, by=None)
    observation.areas.set(areas)
    journal.record(Event.ARRIVED, observation, by=None, kind=facts.kind, received=received.value)
    return observation
