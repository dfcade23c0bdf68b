"""Made-up activities of the second half of 2023, some planned for these days, and a few that residents see."""

import io
from dataclasses import dataclass
from datetime import date, time, timedelta

from PIL import Image, ImageDraw

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.states import ActivityKind, ActivityState
from bezpiecznik.core import clock
from bezpiecznik.core.polish import fold
from bezpiecznik.demo import cycle
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking, UndertakingKind

K = ActivityKind
ENTERED_ON = date(2023, 12, 29)


@dataclass(frozen=True)
class Scene:
    """An activity; `about` are beginnings of words by which its undertaking is found among the body's duties."""

    body: str
    kind: ActivityKind
    title: str
    place: str
    people: int | None
    about: tuple[str, ...]
    day: date | None = None
    in_days: int = 0
    """From today, where no day is named."""
    times: int = 1
    found: int | None = None
    sanctioned: int | None = None
    with_whom: tuple[str, ...] = ()
    audience: str = ""
    public: bool = False
    photo: str = ""
    """What the photo shows, where there is one."""
    at: time | None = None
    held: bool = False
    """Also without a named day: it took place lately."""


SCENES = (
    Scene("KMP", K.MEETING, "Spotkanie z seniorami o oszustwach „na wnuczka”", "Klub seniora przy ul. Słonecznej", 34,
          ("senior", "starsz", "oszust"), date(2023, 9, 14), public=True, photo="Sala klubu seniora przed spotkaniem"),
    Scene("KMP", K.MEETING, "Lekcja o bezpiecznej drodze do szkoły", "Szkoły podstawowe", 412,
          ("szko", "drog", "dziec"), date(2023, 9, 6), times=16, with_whom=("SM",), audience="klasy I–III"),
    Scene("KMP", K.INSPECTION, "Kontrole trzeźwości kierowców", "Drogi wylotowe", None, ("trzezw", "kierow", "drog"),
          date(2023, 10, 20), times=24, found=31, sanctioned=29),
    Scene("KMP", K.CAMPAIGN, "Widoczni po zmroku: rozdanie odblasków", "Osiedla", 600, ("pieszy", "odblask", "drog"),
          date(2023, 11, 8), with_whom=("SM",)),
    Scene("KMP", K.TRAINING, "Szkolenie rad osiedli: jak zgłaszać zagrożenia", "Urząd Miasta", 28,
          ("osiedl", "mieszk", "zagroz"), date(2023, 10, 3), audience="radni osiedlowi"),
    Scene("MOPR", K.MEETING, "Spotkanie grupy wsparcia", "Ośrodek Interwencji Kryzysowej", 9, ("przemoc", "rodzin"),
          date(2023, 11, 16), times=6),
    Scene("MOPR", K.SERVICE, "Przejazdy w lipcu", "Miasto", 118, ("taksowk",), date(2023, 7, 31), times=143),
    Scene("MOPR", K.SERVICE, "Przejazdy we wrześniu", "Miasto", 131, ("taksowk",), date(2023, 9, 30), times=166),
    Scene("MOPR", K.SERVICE, "Wydane koperty życia", "Punkty w ośrodkach", 85, ("kopert",), date(2023, 10, 31)),
    Scene("KM PSP", K.TRAINING, "Zajęcia w Sali Ognik", "Komenda Miejska PSP", 286, ("ognik",), date(2023, 10, 12),
          times=12, audience="uczniowie", public=True, photo="Makieta domu z zagrożeniami pożarowymi"),
    Scene("KMP", K.MEETING, "Dyżur dzielnicowego na osiedlu", "Dom kultury", None, ("osiedl", "mieszk", "patrol"),
          in_days=5, public=True, at=time(17, 0), audience="mieszkańcy osiedla"),
    Scene("MOPR", K.CAMPAIGN, "Dzień otwarty: gdzie szukać pomocy", "Plac przed ratuszem", None,
          ("przemoc", "pomoc", "rodzin"), in_days=12, public=True, at=time(11, 0)),
    Scene("KMP", K.MEETING, "Spotkanie z rodzicami o cyberprzemocy", "Szkoła Podstawowa nr 5", 48,
          ("cyber", "internet", "szko"), in_days=-20, held=True, at=time(17, 0), audience="rodzice"),
    Scene("MOPR", K.MEETING, "Cyberprzemoc: spotkanie dla rodziców", "SP 5", 50, ("przemoc", "rodzin"), in_days=-20,
          held=True, at=time(17, 0)),
    Scene("KMP", K.INSPECTION, "Kontrola sprzedaży alkoholu nieletnim", "Śródmieście", None,
          ("alkohol", "nielet"), in_days=-4, times=3),
)  # fmt: skip


def live(programme: Programme, *, clerks: dict[int, User]) -> None:
    """Enter all scenes whose body is in the register, each by its own clerk."""
    bodies = {body.abbr: body for body in Institution.objects.exclude(abbr="")}
    for scene in SCENES:
        body = _body(bodies, scene.body)
        if body is None or body.pk not in clerks:
            continue
        if scene.day:
            with cycle.day(ENTERED_ON):
                _enter(programme, scene, body, bodies, by=clerks[body.pk])
        else:
            _enter(programme, scene, body, bodies, by=clerks[body.pk])


def _body(bodies: dict[str, Institution], abbr: str) -> Institution | None:
    """By its abbreviation, or by the beginning of it: the resolution writes some with the name of the town."""
    return bodies.get(abbr) or next((body for known, body in bodies.items() if known.startswith(f"{abbr} ")), None)


def _enter(
    programme: Programme, scene: Scene, body: Institution, bodies: dict[str, Institution], *, by: User
) -> Activity:
    day = scene.day or clock.today() + timedelta(days=scene.in_days)
    facts = Facts(
        kind=scene.kind.value,
        title=scene.title,
        starts_on=day,
        state=(ActivityState.HELD if scene.day or scene.held else ActivityState.PLANNED).value,
        place=scene.place,
        starts_at=scene.at,
        audience=scene.audience,
        times=scene.times,
        participants=scene.people,
        found=scene.found,
        sanctioned=scene.sanctioned,
    )
    others = [bodies[abbr] for abbr in scene.with_whom if abbr in bodies]
    undertaking = _undertaking(programme, body, scene.about)
    activity = services.create_activity(
        body, by=by, facts=facts, undertakings=[undertaking] if undertaking else [], others=others
    )
    if scene.public:
        services.show_activity(activity, by=by)
    if scene.photo:
        services.add_file(activity, by=by, data=_picture(), name="zdjecie.jpg", description=scene.photo)
    return activity


def _undertaking(programme: Programme, body: Institution, about: tuple[str, ...]) -> Undertaking | None:
    """Of the body's duties the one whose words fit best; initiatives before actions, for they are named outright."""
    duties = Responsibility.objects.in_force().filter(institution=body, undertaking__programme=programme)
    found = [duty.undertaking for duty in duties.select_related("undertaking__area").order_by("pk")]

    def fits(undertaking: Undertaking) -> tuple[int, bool]:
        words = fold(f"{undertaking.wording} {undertaking.aim}")
        named = undertaking.kind == UndertakingKind.INITIATIVE and about[0] in words
        return sum(beginning in words for beginning in about), named

    return max(found, key=fits, default=None)


def _picture() -> bytes:
    """A drawing in place of a photo: nobody is on it."""
    image = Image.new("RGB", (1200, 900), "#dfe7f1")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 620, 1200, 900), fill="#b9c5d4")
    for left in range(120, 1080, 240):
        draw.rectangle((left, 480, left + 150, 640), fill="#0f4a91")
    draw.rectangle((380, 120, 820, 380), fill="#ffffff", outline="#0b1f3a", width=8)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
