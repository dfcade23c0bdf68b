"""Each page opened by the one for whom it is: who sees what, which acts they have, what bad input gets."""

from datetime import date

import pytest
from django.urls import reverse
from inspector import InspectingClient, held_by_form, soup, text_of
from motion_acts import FULL, at, met

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.proposals import proposals
from bezpiecznik.core import desk
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services as letters
from bezpiecznik.motions import services
from bezpiecznik.motions.content import Content
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.states import MotionState
from bezpiecznik.motions.ticks import remind
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Area, Undertaking

pytestmark = pytest.mark.django_db


def url(name: str, motion: Motion) -> str:
    return reverse(f"motions:{name}", args=(motion.pk,))


def sentences(user: User) -> list[str]:
    return [todo.sentence for todo in desk.todos(User.objects.get(pk=user.pk)) if "niosek" in todo.sentence]


def test_a_head_writes_completes_and_submits(
    client: InspectingClient, head: User, area: Area, patrols: Undertaking
) -> None:
    page = client.as_(head).page(reverse("motions:new"))
    assert "1.1 Kierowanie dodatkowych patroli" in text_of(page)
    client.post(reverse("motions:new"), {"title": "Lampy", "areas": [area.pk], "undertakings": [patrols.pk]})
    motion = Motion.objects.get()
    assert "Napisz, co proponujecie." in text_of(client.page(motion.get_absolute_url()))

    asked = client.post(url("submit", motion), {"version": motion.version})
    assert (asked.status_code, "Napisz uzasadnienie" in text_of(soup(asked))) == (422, True)
    fields = held_by_form(client.page(url("edit", motion)), url("edit", motion))
    said = {"title": "Lampy", "proposal": "Dwie lampy.", "justification": "Ciemno.", "cost": "1200,50"}
    client.post(url("edit", motion), {**fields, **said})
    client.post(url("submit", motion), held_by_form(client.page(url("submit", motion)), url("submit", motion)))

    motion.refresh_from_db()
    assert (motion.number, str(motion.cost), motion.areas.count()) == ("W/1/2023", "1200.50", 0)
    assert "złożony, biuro go sprawdza" in text_of(client.page(motion.get_absolute_url()))


@pytest.mark.parametrize("cost", ["-1", "dużo", "1e99"])
def test_a_cost_that_is_no_amount_is_told_in_the_form(client: InspectingClient, head: User, cost: str) -> None:
    answer = client.as_(head).post(reverse("motions:new"), {"title": "Lampy", "cost": cost})

    assert (answer.status_code, Motion.objects.count()) == (200, 0)
    assert "Popraw, proszę:" in text_of(soup(answer))


def test_a_draft_is_seen_by_its_institution_alone(
    client: InspectingClient, draft: Motion, coordinator: User, member: User, president: User, stranger_head: User,
    reporter: User,
) -> None:  # fmt: skip
    for person in (coordinator, member, president, stranger_head, reporter):
        assert client.as_(person).get(draft.get_absolute_url()).status_code == 404


def test_from_submission_on_readers_read_and_strangers_do_not(
    client: InspectingClient, submitted: Motion, member: User, president: User, stranger_head: User, guest: User
) -> None:
    address = submitted.get_absolute_url()
    assert [client.as_(one).get(address).status_code for one in (member, president, stranger_head, guest)] == [
        200, 200, 404, 404
    ]  # fmt: skip
    assert client.as_(member).get(url("check", submitted)).status_code == 403
    assert client.as_(president).get(url("withdraw", submitted)).status_code == 403


def test_the_office_checks_by_points_and_returns_with_a_letter(
    client: InspectingClient, submitted: Motion, coordinator: User, head: User
) -> None:
    page = client.as_(coordinator).page(url("check", submitted))
    fields = held_by_form(page, url("check", submitted))
    refused = client.post(url("check", submitted), {**fields, "point_0": "on", "admit": "1"})
    assert "Nie wszystkie punkty są spełnione" in text_of(soup(refused))

    client.post(url("check", submitted), {**fields, "point_0": "on", "lacking": "Podaj koszt.", "return": "1"})

    mine = text_of(client.page(submitted.get_absolute_url()))
    assert "zwrot do uzupełnienia" in mine
    theirs = text_of(client.as_(head).page(submitted.get_absolute_url()))
    assert "Co uzupełnić" in theirs
    assert "Podaj koszt." in theirs
    assert "zwrot do uzupełnienia" not in theirs  # letters are the office's own until they arrive


def test_the_letter_of_a_second_return_is_offered_although_the_first_one_stands(
    client: InspectingClient, submitted: Motion, coordinator: User, head: User
) -> None:
    services.return_motion(submitted, lacking="Podaj koszt.", checks=[], by=coordinator)
    with at(date(2023, 6, 12)):
        services.submit(submitted, by=head)
        services.return_motion(submitted, lacking="Koszt jest bez źródła.", checks=[], by=coordinator)
    client.as_(coordinator)
    assert "Pismo o uzupełnienie" not in text_of(client.page(submitted.get_absolute_url()))

    letters.delete_draft(submitted.letters.latest("pk").letter, by=coordinator)

    assert "Pismo o uzupełnienie" in text_of(client.page(submitted.get_absolute_url()))
    with at(date(2023, 6, 12)):
        client.post(url("letter", submitted))
    assert "Koszt jest bez źródła." in submitted.letters.latest("pk").letter.body


def test_the_president_decides_with_a_reason(
    client: InspectingClient, laid: Motion, president: User, coordinator: User
) -> None:
    page = client.as_(president).page(url("decide", laid))
    fields = held_by_form(page, url("decide", laid))
    assert client.post(url("decide", laid), {**fields, "outcome": "granted"}).status_code == 422

    client.post(url("decide", laid), {**fields, "outcome": "granted", "reason": "Tak trzeba."})

    assert "Tak trzeba." in text_of(client.page(laid.get_absolute_url()))
    assert client.as_(coordinator).get(url("decide", laid)).status_code == 403
    answered = client.post(url("letter", laid))
    assert answered["Location"] == laid.letters.get().letter.get_absolute_url()


def test_a_page_opened_before_a_colleague_acted_says_so(
    client: InspectingClient, admitted: Motion, coordinator: User
) -> None:
    fields = held_by_form(client.as_(coordinator).page(url("lay", admitted)), url("lay", admitted))
    services.send_to_commission(admitted, by=coordinator)

    answer = client.post(url("lay", admitted), {**fields, "note": "Bez uwag."})

    assert answer.status_code == 422
    assert "W międzyczasie ktoś zmienił ten wniosek." in text_of(soup(answer))
    assert Motion.objects.get().state == MotionState.AT_COMMISSION


def test_the_task_and_the_effect_are_kept(
    client: InspectingClient, laid: Motion, president: User, coordinator: User, area: Area, police: Institution
) -> None:
    services.decide(laid, outcome=MotionState.GRANTED, reason="Tak.", by=president)
    laid.refresh_from_db()
    client.as_(coordinator).page(url("task", laid))
    assert client.post(url("task", laid), {"version": laid.version}).status_code == 422
    client.post(url("task", laid), {"version": laid.version, "area": area.pk, "wording": "Lampy przy szkołach."})
    client.page(url("amend", laid))
    said = {"basis": "uchwała nr L/1/2023", "effective_on": "2023-07-01", "leads": [police.pk]}

    shown = client.post(url("amend", laid), said)
    assert ("Dodano działanie 1.1" in text_of(soup(shown)), Undertaking.objects.count()) == (True, 0)
    client.post(url("amend", laid), {**said, "confirmed": "1"})
    client.page(url("effect", laid))
    client.post(url("effect", laid), {"outcome": "carried_out", "text": "Lampy świecą."})

    told = text_of(client.page(laid.get_absolute_url()))
    assert "1.1 Lampy przy szkołach." in told
    assert "Wykonano. Lampy świecą." in told


def test_a_paper_motion_is_entered_on_behalf(client: InspectingClient, coordinator: User, police: Institution) -> None:
    client.as_(coordinator).page(reverse("motions:paper"))
    said = {"title": "Lampy", "proposal": "Dwie lampy.", "justification": "Ciemno.", "institution": police.pk}
    assert "Znak pisma podmiotu" in text_of(soup(client.post(reverse("motions:paper"), said)))

    client.post(reverse("motions:paper"), {**said, "sign": "KMP.7.2023", "dated_on": "2023-06-01"})

    page = text_of(client.page(Motion.objects.get().get_absolute_url()))
    assert "w imieniu: Komenda Miejska Policji" in page
    assert "KMP.7.2023" in page


def test_files_stand_beside_the_motion(client: InspectingClient, draft: Motion, head: User, member: User) -> None:
    added = services.add_file(draft, data=b"%PDF-1.4 plan", name="plan.pdf", by=head)
    client.as_(head).page(reverse("motions:remove-file", args=(added.pk,)))
    assert client.get(reverse("motions:file", args=(added.pk,))).getvalue() == b"%PDF-1.4 plan"
    assert client.as_(member).get(reverse("motions:file", args=(added.pk,))).status_code == 404

    client.as_(head).post(reverse("motions:remove-file", args=(added.pk,)))
    assert not draft.files.exists()


def test_deleting_asks_first(client: InspectingClient, draft: Motion, head: User) -> None:
    assert "Nie można go przywrócić" in text_of(client.as_(head).page(url("delete", draft)))
    client.post(url("delete", draft))
    assert not Motion.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("list", 19), ("board", 12)])
def test_the_register_asks_as_much_for_one_row_as_for_three(
    client: InspectingClient, member: User, police: Institution, head: User, django_assert_max_num_queries, name: str,
    queries: int, rows: int,
) -> None:  # fmt: skip
    for no in range(rows):
        services.submit(services.draft_motion(police, Content(f"Lampy {no}", "Tak", "Bo"), by=head), by=head)
    client.as_(member).page(reverse("motions:list"))

    with django_assert_max_num_queries(queries):
        page = client.page(reverse(f"motions:{name}"))

    assert text_of(page).count("Lampy") >= rows


def test_the_list_is_searched_filtered_and_exported(
    client: InspectingClient, submitted: Motion, draft: Motion, member: User, area: Area
) -> None:
    address = reverse("motions:list")
    client.as_(member)
    assert "1 wniosek" in text_of(client.page(address, q="lamp szkole"))
    assert "Nic nie pasuje do filtrów" in text_of(client.page(address, q="rower"))
    assert "Nic nie pasuje" in text_of(client.page(address, state="overdue", year="2023", area=str(area.pk)))
    with at(date(2023, 7, 3)):
        assert "po terminie o 12 dni roboczych" in text_of(client.page(address, state="overdue"))
    csv = client.get(address, {"export": "csv"}).content.decode("utf-8-sig")
    assert "W/1/2023;Komenda Miejska Policji;Doświetlenie" in csv
    assert client.get(address, {"state": "nic", "year": "rok", "area": "x", "page": "-1"}).status_code == 200


def test_the_board_of_an_institution_holds_its_own(
    client: InspectingClient, submitted: Motion, head: User, stranger_head: User
) -> None:
    assert FULL.title in text_of(client.as_(head).page(reverse("motions:board")))
    assert "Nie ma jeszcze wniosków" in text_of(client.as_(stranger_head).page(reverse("motions:board")))
    assert "Nie macie jeszcze wniosków" in text_of(client.page(reverse("motions:list")))


def test_each_desk_says_what_waits_for_whom(
    submitted: Motion, head: User, coordinator: User, president: User, member: User
) -> None:
    named = "Wniosek W/1/2023 „Doświetlenie przejścia przy ul. Szkolnej”"
    assert sentences(coordinator) == [f"{named}: do sprawdzenia."]
    services.return_motion(submitted, lacking="Koszt.", checks=met(False), by=coordinator)
    assert sentences(head) == [f"{named}: zwrócony do uzupełnienia."]
    services.submit(submitted, by=head)
    services.admit(submitted, checks=[], by=coordinator)
    services.lay_before_president(submitted, by=coordinator)
    assert sentences(president) == [f"{named}: do rozstrzygnięcia."]
    services.decide(submitted, outcome=MotionState.GRANTED, reason="Tak.", by=president)
    assert sentences(coordinator) == [
        "Wniosek W/1/2023 czeka na odpowiedź do podmiotu.", "Wniosek W/1/2023 nie ma zadania w programie."
    ]  # fmt: skip
    assert sentences(member) == []


def test_what_is_late_comes_first(laid: Motion, president: User) -> None:
    with at(date(2023, 7, 12)):
        first = desk.todos(president)[0]

    assert (first.weight, first.detail) == (desk.Weight.OVERDUE, "po terminie o 12\u00a0dni roboczych")


def test_people_hear_of_steps_and_terms(coordinator: User, president: User, submitted: Motion, head: User) -> None:
    services.admit(submitted, checks=[], by=coordinator)
    services.lay_before_president(submitted, by=coordinator)
    told = Message.objects.values_list("kind", "user__first_name").order_by("pk")
    assert list(told) == [
        ("motions.submitted", "Krystyna"), ("motions.admitted", "Halina"), ("motions.laid", "Joanna")
    ]  # fmt: skip

    expected = ((20, "0 wniosków"), (22, "1 wniosek"), (24, "dzień wolny"), (26, "0 wniosków"), (27, "1 wniosek"),
                (28, "0 wniosków"))  # fmt: skip
    for day, done in expected:
        with at(date(2023, 6, day)):
            assert (day, remind()) == (day, done)
    reminders = Message.objects.filter(kind="motions.reminder", user=president)
    assert [one.subject for one in reminders.order_by("pk")] == [
        "Wniosek W/1/2023: zostały 2 dni robocze",
        "Wniosek W/1/2023: po terminie o 1 dzień roboczy",
    ]


def test_the_commission_is_offered_the_motion(admitted: Motion, coordinator: User) -> None:
    services.send_to_commission(admitted, by=coordinator)

    found = [one for one in proposals(date(2023, 6, 5)) if one.key.startswith("motions.")]
    assert [one.title for one in found] == ["Opinia o wniosku W/1/2023: Doświetlenie przejścia przy ul. Szkolnej"]
    assert found[0].url == admitted.get_absolute_url()


def test_pages_of_institutions_and_actions_tell_of_motions(
    client: InspectingClient, submitted: Motion, member: User, patrols: Undertaking, police: Institution
) -> None:
    submitted.undertakings.add(patrols)
    client.as_(member)

    for page in (patrols.get_absolute_url(), police.get_absolute_url()):
        assert "W/1/2023: Doświetlenie" in text_of(client.page(page))
