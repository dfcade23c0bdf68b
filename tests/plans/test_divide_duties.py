"""Which post of an institution leads which of its duties."""

import pytest
from cast import MakeAction, limit
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.posts.legacy import matters
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans import division
from bezpiecznik.plans.models import PostProgramme, Programme, Responsibility, Undertaking


@pytest.fixture
def duty(patrols: Undertaking, police: Institution) -> Responsibility:
    return patrols.responsibilities.get(institution=police)


def address(institution: Institution) -> str:
    return f"/praca/program/podzial/{institution.pk}/"


@pytest.mark.parametrize("person", ["reporter", "head", "coordinator"])
def test_own_people_and_the_office_divide(
    client: InspectingClient, request: pytest.FixtureRequest, reporter: User, police: Institution,
    duty: Responsibility, person: str,
) -> None:  # fmt: skip
    post = reporter.holdings.get().post
    client.as_(request.getfixturevalue(person)).post(address(police), {"chosen": [duty.pk], "post": post.pk})
    duty.refresh_from_db()

    assert duty.post == post
    assert JournalEntry.objects.get(event="plans.duties_divided").data == {"post": str(post), "actions": ["1.1"]}


def test_back_to_everyone(reporter: User, police: Institution, duty: Responsibility) -> None:
    post = reporter.holdings.get().post
    assert division.divide(police, chosen=[duty], post=post, by=reporter) == 1
    assert division.divide(police, chosen=[duty], post=post, by=reporter) == 0
    assert division.divide(police, chosen=[duty], post=None, by=reporter) == 1
    duty.refresh_from_db()

    assert duty.post is None


def test_many_at_once(
    client: InspectingClient, reporter: User, police: Institution, duty: Responsibility, make_action: MakeAction
) -> None:
    make_action(lead=police)
    chosen = [held.pk for held in division.duties(police)]
    client.as_(reporter).post(address(police), {"chosen": chosen, "post": reporter.holdings.get().post_id})

    assert [held.post_id for held in division.duties(police)] == [reporter.holdings.get().post_id] * 2


def test_a_post_limited_to_another_programme_divides_nothing_of_this_one(
    client: InspectingClient, reporter: User, police: Institution, duty: Responsibility, programme: Programme
) -> None:
    held = reporter.holdings.get()
    said = {"chosen": [duty.pk], "post": held.post_id}
    limit(held)
    page = client.as_(reporter).post(address(police), said)
    assert duty.undertaking.wording not in page.content.decode()
    duty.refresh_from_db()
    assert duty.post is None

    PostProgramme.objects.create(post=held.post, programme=programme)
    client.post(address(police), said)
    duty.refresh_from_db()
    assert duty.post == held.post


def test_duties_and_posts_of_others_are_refused(
    client: InspectingClient, reporter: User, neighbour: User, police: Institution, patrols: Undertaking,
    guard: Institution,
) -> None:  # fmt: skip
    own, theirs = (patrols.responsibilities.get(institution=institution) for institution in (police, guard))
    post, foreign = reporter.holdings.get().post, neighbour.holdings.get().post
    client.as_(reporter)
    for said in ({"chosen": [theirs.pk], "post": post.pk}, {"chosen": [own.pk], "post": foreign.pk}, {"post": post.pk}):
        assert client.post(address(police), said).status_code == 200
    assert client.get(address(guard)).status_code == 403
    with pytest.raises(ValueError, match="another"):
        division.divide(police, chosen=[theirs], post=None, by=reporter)
    with pytest.raises(ValueError, match="lead"):
        division.divide(police, chosen=[own], post=foreign, by=reporter)

    assert not Responsibility.objects.filter(post__isnull=False).exists()


def test_what_is_reported_for_others_is_divided_too(
    coordinator: User, office: Institution, schools: Institution, make_action: MakeAction
) -> None:
    make_action(lead=schools)

    assert [held.institution for held in division.duties(office)] == [schools]


def test_the_page_tells_who_leads_now(
    client: InspectingClient, reporter: User, police: Institution, duty: Responsibility
) -> None:
    Responsibility.objects.filter(pk=duty.pk).update(post=reporter.holdings.get().post)
    rows = client.as_(reporter).page(address(police)).select("tbody tr")

    assert [text_of(row("td")[2]) for row in rows] == ["sprawozdawca"]


def test_the_successor_hears_what_the_post_leads(reporter: User, duty: Responsibility) -> None:
    post = reporter.holdings.get().post
    Responsibility.objects.filter(pk=duty.pk).update(post=post)

    assert [matter.sentence for matter in matters(post)] == ["Stanowisko prowadzi 1 działanie programu."]


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, reporter: User, police: Institution, make_action: MakeAction, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    post = reporter.holdings.get().post
    for _no in range(rows):
        make_action(lead=police)
    Responsibility.objects.update(post=post)
    Post.objects.create(name="inne", role=Role.HEAD, institution=police)
    client.as_(reporter).page(address(police))
    with django_assert_num_queries(8):
        client.page(address(police))
