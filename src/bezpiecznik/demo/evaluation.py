"""The story of evaluations: numbers and steps promised, paragraphs that the office changed, recommendations followed.

All of it made up, by the services that people use.
"""

from collections.abc import Iterator
from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.demo.words import theme_of
from bezpiecznik.evaluation import recommending, services
from bezpiecznik.evaluation.models import Evaluation, Grade, Recommendation, RecommendationState
from bezpiecznik.evaluation.paragraph import as_lines
from bezpiecznik.evaluation.states import Addressee
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import milestones, supplements
from bezpiecznik.plans.models import Programme, SupplementKind, Undertaking

PROMISED = {
    "liczba kontroli": "liczba kontroli – co najmniej 60",
    "liczba patroli": "liczba patroli – co najmniej 400",
    "liczba spotkań": "liczba spotkań – co najmniej 25",
}
SUPPLEMENTED = 6
"""So many actions get a number of this kind beside the resolution."""
STEPS = (
    ("2.1", "Uzgodnienie planu wspólnych działań", date(2021, 10, 15), date(2021, 10, 11)),
    ("3.2", "Wyposażenie pracowni w szkołach", date(2021, 11, 30), None),
    ("3.2", "Wyposażenie pracowni w placówkach", date(2022, 9, 30), date(2022, 11, 8)),
    ("6.2", "Podpisanie porozumienia podmiotów", date(2022, 6, 30), None),
)
"""Action, step, its day, and the day on which it was reached."""
OWN_SENTENCE = "Komisja oceniła przebieg działania na posiedzeniu i nie wniosła uwag (zdanie zmyślone)."
EDITED = 3
GIVEN = {
    2021: (
        ("Ustalić jeden miernik liczby patroli i stosować go we wszystkich sprawozdaniach.", Addressee.OFFICE, "1.1",
         date(2022, 6, 30)),
        ("Przekazywać sprawozdania w terminie także za działania, w których podmiot jest partnerem.", "KMP", "1.3",
         date(2023, 1, 31)),
        ("Omówić na posiedzeniu działania, których nie zrealizowano.", Addressee.COMMISSION, "", date(2022, 9, 30)),
    ),
    2022: (
        ("Podawać liczby osobno za działania własne i wspólne.", "SM", "1.2", date(2023, 12, 31)),
        ("Zaplanować w budżecie środki na działania, od których odstąpiono z braku pieniędzy.", Addressee.OFFICE, "",
         date(2023, 9, 30)),
        ("Wskazać osoby do kontaktu w sprawie seniorów.", "MOPR", "5.1", None),
    ),
}  # fmt: skip
NOTES = (
    (2021, 1, date(2022, 5, 12), "Biuro rozesłało podmiotom objaśnienie miernika."),
    (2021, 2, date(2022, 11, 3), "Komenda potwierdziła, że wyznaczyła osobę do sprawozdań."),
    (2022, 2, date(2023, 7, 4), "Wydział budżetu prosi o wykaz działań z szacunkiem kosztów."),
)
ENDED = (
    (2021, 1, date(2022, 6, 28), RecommendationState.DONE, "Miernik ujednolicono od sprawozdań za 2022 r."),
    (
        2021,
        3,
        date(2022, 10, 20),
        RecommendationState.DROPPED,
        "Komisja uznała, że wystarczy omówienie w sprawozdaniu.",
    ),
)


def prepare(programme: Programme, *, by: User) -> None:
    """What stands beside the resolution before the first year ends: numbers, steps, and goals of three areas."""
    with day(date(2021, 4, 28)):
        for action in _counted(programme):
            measure = PROMISED[theme_of(action.wording).measure]
            supplements.supplement(action, {SupplementKind.MEASURE: measure}, by=by)
        goals = list(programme.goals.all())
        for number, goal in zip((1, 2, 3), goals, strict=False):
            actions = Undertaking.objects.filter(area__programme=programme, area__no=number)
            supplements.supplement_many(actions, SupplementKind.GOAL, goal, by=by)
    for code, name, due_on, done_on in STEPS:
        with day(date(2021, 5, 6)):
            step = milestones.add_milestone(_action(programme, code), name=name, due_on=due_on, by=by)
        if done_on:
            with day(done_on):
                milestones.finish_milestone(step, done_on=done_on, by=by)


def _counted(programme: Programme) -> Iterator[Undertaking]:
    """The first actions of whose theme numbers are reported."""
    every = programme.undertakings.actions().in_document_order().select_related("area")
    yield from [action for action in every if theme_of(action.wording).measure in PROMISED][:SUPPLEMENTED]


def _action(programme: Programme, code: str) -> Undertaking:
    area, no = map(int, code.split("."))
    return Undertaking.objects.get(area__programme=programme, area__no=area, no=no)


def edit_paragraphs(evaluation: Evaluation, *, by: User) -> None:
    """The office shortens some drafts by a sentence and adds one of its own."""
    grades = Grade.objects.filter(evaluation=evaluation).with_action().in_document_order().select_related("evaluation")
    long = [grade for grade in grades if len(grade.draft) > EDITED][:EDITED]
    for grade in long:
        kept = as_lines([*grade.draft[:1], *grade.draft[2:]])
        services.save_paragraph(grade, text=f"{kept}\n{OWN_SENTENCE}", by=by)


def recommend(programme: Programme, year: int, *, by: User) -> None:
    """What follows from the evaluation of the year."""
    for text, whom, code, due_on in GIVEN[year]:
        office = whom in set(Addressee)
        recommending.recommend(
            programme, year=year, text=text, by=by, due_on=due_on,
            addressee=whom if office else Addressee.INSTITUTION,
            institution=None if office else Institution.objects.get(abbr=whom),
            undertaking=_action(programme, code) if code else None,
        )  # fmt: skip


def follow_up(programme: Programme, *, until: date, since: date, by: User) -> None:
    """What was found out about recommendations and how they ended, between two days."""
    for year, no, on, text in NOTES:
        if since < on <= until:
            with day(on):
                recommending.note(_recommendation(programme, year, no), on=on, text=text, by=by)
    for year, no, on, state, outcome in ENDED:
        if since < on <= until:
            with day(on):
                recommending.end(_recommendation(programme, year, no), state=state, outcome=outcome, by=by)


def _recommendation(programme: Programme, year: int, no: int) -> Recommendation:
    return Recommendation.objects.get(programme=programme, year=year, no=no)
