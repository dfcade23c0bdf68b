"""One page for the president: exceptions only, each with its source; a quiet month says so."""

from datetime import UTC, date, datetime

import pytest
from cast import make_person
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Commission, Meeting, Term
from bezpiecznik.core import clock
from bezpiecznik.council import president as page_of
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.letters import services as letters
from bezpiecznik.motions import services as motions
from bezpiecznik.motions.content import Content
from bezpiecznik.plans.milestones import add_milestone
from bezpiecznik.plans.models import Programme, StatutoryDate, Undertaking
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.models import Part

pytestmark = pytest.mark.django_db
ADDRESS = "/praca/prezydent/"
quiet = pytest.mark.usefixtures("_no_dates")


def lines(user: User, key: str) -> list[page_of.Line]:
    return [line for part in page_of.parts(user) if part.key == key for line in part.lines]


def said(user: User, key: str) -> list[str]:
    return [line.sentence.replace("\u00a0", " ") for line in lines(user, key)]


@pytest.fixture
def laid(police: Institution, coordinator: User) -> None:
    head = make_person("Halina", "Kierownicza", Role.HEAD, police)
    with clock.pretend(datetime(2023, 6, 19, 9, tzinfo=UTC)):
        motion = motions.draft_motion(police, Content("Lampy przy szkole", "Dwie lampy.", "Ciemno."), by=head)
        motions.submit(motion, by=head)
        motions.admit(motion, checks=[], by=coordinator)
        motions.lay_before_president(motion, by=coordinator)


@quiet
def test_a_quiet_month_is_one_sentence(client: InspectingClient, president: User) -> None:
    page = client.as_(president).page(ADDRESS)

    assert "Nic nie wymaga teraz decyzji" in text_of(page)
    assert page_of.parts(president) == []


def test_only_the_president_and_the_office_open_it(
    client: InspectingClient, president: User, coordinator: User, member: User, head: User
) -> None:
    answers = {one.first_name: client.as_(one).get(ADDRESS).status_code for one in (president, coordinator)}
    assert answers == {"Joanna": 200, "Krystyna": 200}
    assert [client.as_(one).get(ADDRESS).status_code for one in (member, head)] == [404, 404]
    assert "Tak widzi to prezydent." in text_of(client.as_(coordinator).page(ADDRESS))


def test_the_desk_of_the_president_is_this_page(client: InspectingClient, president: User, coordinator: User) -> None:
    desk = reverse("core:desk")
    assert client.as_(president).get(desk)["Location"] == ADDRESS
    assert "Otwórz stronę prezydenta" in text_of(client.page(desk, wszystko="1"))
    assert client.as_(coordinator).get(desk).status_code == 200


@pytest.mark.usefixtures("laid")
def test_a_motion_stands_first_with_its_act_for_who_decides(
    client: InspectingClient, president: User, coordinator: User
) -> None:
    page = client.as_(president).page(ADDRESS)

    main = page.select_one(".card-next a.button-main")
    assert main is not None
    assert text_of(main).startswith("Rozstrzygnij")
    assert said(president, "wnioski") == ["Wniosek W/1/2023 „Lampy przy szkole” (KMP): zostały 4 dni robocze."]
    assert lines(coordinator, "wnioski")[0].act == ""


@quiet
def test_actions_in_trouble_are_those_of_the_newest_evaluation_and_late_milestones(
    president: User, coordinator: User, programme: Programme, patrols: Undertaking, make_action
) -> None:
    other = make_action("Kontrole.")
    evaluation = Evaluation.objects.create(programme=programme, year=2022, started_by=coordinator)
    for action, given in ((patrols, "no_report"), (other, "done")):
        Grade.objects.create(evaluation=evaluation, undertaking=action, proposed=given, given=given, rule="x")
    assert said(president, "klopoty") == []  # still being worked on
    Evaluation.objects.update(state="finished", finished_at=clock.now(), finished_by=coordinator)
    add_milestone(patrols, name="Odprawa służb", due_on=date(2023, 5, 2), by=coordinator)

    assert said(president, "klopoty") == [
        "1 działanie z oceną „brak sprawozdania” za 2022 r.: 1.1.",
        "Kamień milowy „Odprawa służb” (działanie 1.1) miał być osiągnięty 2 maja 2023 r.",
    ]
    assert lines(president, "klopoty")[0].url == f"/praca/ocena/{evaluation.pk}/?grade=no_report"


@quiet
@pytest.mark.usefixtures("patrols")
def test_the_silent_are_counted_and_named_in_the_alphabet(
    president: User, coordinator: User, programme: Programme
) -> None:
    opens, due = date(2023, 1, 3), date(2023, 1, 24)
    with clock.pretend(datetime(2023, 1, 3, 9, tzinfo=UTC)):
        period = reporting.plan_period(programme, year=2022, part=Part.YEAR, opens_on=opens, due_on=due, by=coordinator)
        reporting.open_period(period, by=coordinator)
        assert said(president, "milczenie") == []  # nobody is late yet

    assert said(president, "milczenie") == ["Bez sprawozdania za 2022 r.: 2 z 2 podmiotów: KMP, SM."]
    assert lines(president, "milczenie")[0].url == reverse("reporting:matrix", args=(period.pk,))


@quiet
def test_dates_of_the_law_within_forty_five_days(president: User) -> None:
    StatutoryDate.objects.filter(slug__in=("management-control", "commission-report")).update(active=True)

    assert said(president, "ustawa") == [
        "Mierniki kontroli zarządczej za ubiegłe półrocze: do 31 lipca 2023 r. (za 28 dni)."
    ]
    assert "finansach publicznych" in lines(president, "ustawa")[0].source


@quiet
def test_the_commission_its_term_and_next_meeting(president: User, coordinator: User) -> None:
    commission = Commission.objects.create(
        name="Komisja", created_on=date(2020, 8, 3), created_by_act="zarządzenie nr 1"
    )
    term = Term.objects.create(commission=commission, starts_on=date(2020, 8, 3), ends_on=date(2023, 8, 2))
    Meeting.objects.create(
        commission=commission, term=term, year=2023, no=2, starts_at=datetime(2023, 7, 10, 8, tzinfo=UTC),
        place="sala 102", made_by=coordinator,
    )  # fmt: skip

    assert said(president, "ustawa") == ["Kadencja Komisji kończy się 2 sierpnia 2023 r."]
    assert said(president, "posiedzenie") == ["Posiedzenie nr 2/2023: 10 lipca 2023 r., godz. 10:00, sala 102."]


@quiet
def test_letters_that_the_president_signs(president: User, coordinator: User, police: Institution) -> None:
    words = {"addressee": "KMP", "subject": "kamer", "body": "Treść.", "place": "Zatorzyn"}
    own = letters.draft_letter(police, by=coordinator, signatory_function="Prezydent Miasta", **words)
    other = letters.draft_letter(police, by=coordinator, signatory_function="Dyrektor", **words)
    letters.number_letters([own, other], dated_on=clock.today(), by=coordinator)

    assert said(president, "podpis") == ["Pismo P/2023/1 w sprawie kamer (KMP)."]
    assert (lines(president, "podpis")[0].url, bool(lines(coordinator, "podpis")[0].url)) == ("", True)


@pytest.mark.usefixtures("laid", "patrols")
def test_the_page_is_quick_and_prints_on_one_sheet(
    client: InspectingClient, president: User, django_assert_max_num_queries
) -> None:
    client.as_(president).page(ADDRESS)
    with django_assert_max_num_queries(24):
        client.page(ADDRESS)

    sheet = client.get(reverse("council:president-sheet"))
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert sheet.content.count(b"/Type /Page\n") + sheet.content.count(b"/Type/Page/") <= 1
