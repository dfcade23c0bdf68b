"""An invented town ten times the size of Kielce: 1,100 actions, 400 institutions, three years. For all benches."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter

AREAS, ACTIONS_PER_AREA, INSTITUTIONS, YEARS = 22, 50, 400, (2021, 2022, 2023)
LEADS, PARTNERS = 2, 3
WORDS = [
    "kontrola",
    "patroli",
    "szkolenie",
    "spotkanie",
    "monitorowanie",
    "zagrożeń",
    "bezpieczeństwo",
    "mieszkańców",
    "dzieci",
    "młodzieży",
    "seniorów",
    "dróg",
    "osiedla",
    "szkoły",
    "ćwiczenia",
    "ewakuacja",
    "pomoc",
    "ofiarom",
    "przemocy",
    "profilaktyka",
    "uzależnień",
    "konkurs",
    "wiedzy",
]


@contextmanager
def scratch_installation(settings: str = "bezpiecznik.config.settings") -> Iterator[Path]:
    """Django set up on an empty database in a folder that goes away; for scripts, before any model is imported."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "BEZPIECZNIK_HOME": folder, "DJANGO_SETTINGS_MODULE": settings, "SECRET_KEY": "bench",
            "TASKS_BACKEND": "django_tasks.backends.dummy.DummyBackend", "DEBUG": "0",
            "SECOND_FACTOR_REQUIRED": "False",
        }  # fmt: skip
        sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        yield Path(folder)


def people():
    """Coordinator, reporter of the busiest institution, member and administrator."""
    from bezpiecznik.accounts.models import User
    from bezpiecznik.institutions.models import Holding, Institution, Post
    from bezpiecznik.institutions.rights import Role

    first = Institution.objects.order_by("pk").first()
    made = []
    for role, place in (
        (Role.COORDINATOR, None),
        (Role.REPORTER, first),
        (Role.MEMBER, None),
        (Role.ADMINISTRATOR, None),
    ):
        user = User.objects.create_user(f"{role}@bench.example", first_name="Osoba", last_name=role)
        post = Post.objects.create(name=role, role=role, institution=place)
        Holding.objects.create(post=post, user=user, since=date(2020, 1, 1))
        made.append(user)
    return made


def programme():
    """The programme with its areas, actions, institutions and about 5,500 responsibilities."""
    from bezpiecznik.core.polish import search_text
    from bezpiecznik.institutions.models import Institution
    from bezpiecznik.plans.models import Area, Programme, Responsibility, Undertaking

    random = Random(1)
    names = [(f"I{n}", f"Instytucja miejska numer {n}") for n in range(INSTITUTIONS)]
    bodies = Institution.objects.bulk_create(
        Institution(abbr=abbr, name=name, search_text=search_text(abbr, name)) for abbr, name in names
    )
    made = Programme.objects.create(
        title="Program dużego miasta", unit="Miasto Duże", council="Rada Miasta", act_no="I/1/2021",
        act_date=date(2021, 3, 18), year_from=YEARS[0], year_to=YEARS[-1],
    )  # fmt: skip
    areas = Area.objects.bulk_create(
        Area(programme=made, no=n, official_name=f"OBSZAR NUMER {n}", source_line=n) for n in range(1, AREAS + 1)
    )
    wordings = {(area.no, n): " ".join(random.choices(WORDS, k=18)) for area in areas for n in range(ACTIONS_PER_AREA)}
    actions = Undertaking.objects.bulk_create(
        Undertaking(
            programme=made, kind="action", area=area, no=n + 1, wording=wordings[area.no, n], source_line=n,
            search_text=search_text(wordings[area.no, n]),
        )
        for area in areas for n in range(ACTIONS_PER_AREA)
    )  # fmt: skip
    duties = []
    for action in actions:
        chosen = random.sample(bodies, LEADS + PARTNERS)
        duties += [
            Responsibility(undertaking=action, institution=body, role="lead" if n < LEADS else "partner", place=n)
            for n, body in enumerate(chosen)
        ]
    Responsibility.objects.bulk_create(duties, batch_size=2000)
    return made


@contextmanager
def timed(what: str) -> Iterator[None]:
    begun = perf_counter()
    yield
    print(f"{what:<58} {perf_counter() - begun:7.2f} s")
