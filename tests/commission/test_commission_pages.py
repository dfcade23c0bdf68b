"""Pages of the composition, requests and reports, as the office, a member and a stranger see them."""

from datetime import date
from typing import Any

import pytest
from commission_scene import CREATED, SEATS, member_named, seated
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Commission, CommissionReport, InformationRequest, Membership, Term
from bezpiecznik.commission.services import composition, reports, requests
from bezpiecznik.commission.services.composition import Person
from bezpiecznik.core import desk
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.timetable import marks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("july")]
HERE = "commission:composition"


@pytest.fixture
def term(coordinator: User) -> Term:
    return seated(by=coordinator)


@pytest.fixture
def clerk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def asked(term: Term, by: User, subject: str = "Interwencje") -> InformationRequest:
    drafted = requests.draft_request(term.commission, addressee="KMP", subject=subject, asked="Liczby", by=by)
    return requests.ask(drafted, asked_on=date(2023, 6, 1), due_on=date(2023, 6, 22), by=by)


def test_the_office_enters_the_commission_its_term_and_a_person(clerk: InspectingClient) -> None:
    assert "Nie wpisano jeszcze Komisji" in text_of(clerk.page(reverse(HERE)))

    clerk.post(
        reverse("commission:create"),
        {"name": "Komisja w Zatorzynie", "created_on": "2022-03-01", "created_by_act": "zarządzenie 1/2022"},
    )
    clerk.post(reverse("commission:start-term"), {"starts_on": "2022-03-01"})
    term = Term.objects.get()
    clerk.post(
        reverse("commission:appoint", args=(term.pk,)),
        {"kind": "chair", "name": "Patrycja Prezydencka", "since": "2022-03-01"},
    )

    page = text_of(clerk.page(reverse(HERE)))
    assert "Kadencja trwa do 1 marca 2025" in page
    assert "Radni: jest 0, a ustawa wymaga 2. Brakuje 2. Poproś radę o delegowanie radnego." in page
    form = clerk.page(reverse("commission:appoint", args=(term.pk,)), kind="police")
    assert form.select_one("select[name=kind] option[selected]")["value"] == "police"  # type: ignore[index]
    assert "Nie da się ich zaprosić inaczej niż na papierze" in page


def test_the_composition_of_any_day_is_shown_and_taken_as_a_file(
    clerk: InspectingClient, term: Term, coordinator: User
) -> None:
    composition.end_membership(
        member_named("Regina Radna"), until=date(2023, 2, 1), ended_by="mandate", because="", by=coordinator
    )

    today, before = text_of(clerk.page(reverse(HERE))), text_of(clerk.page(reverse(HERE), on="2023-01-31"))

    assert "Brakuje 1" in today
    assert (
        "Odeszli w tej kadencji Regina Radna , radny delegowany przez radę, 01.03.2022–01.02.2023 (mandat wygasł)"
        in today
    )
    assert "Skład jest pełny: członków z prawem głosu jest 8" in before
    file = clerk.get(reverse(HERE), {"on": "2023-01-31", "export": "csv"})
    assert "Regina Radna" in file.content.decode("utf-8-sig")


def test_an_expired_term_leads_to_the_next_one_with_those_who_stay(
    clerk: InspectingClient, term: Term, coordinator: User
) -> None:
    composition.move_end(term, ends_on=date(2023, 6, 18), reason="Próba.", by=coordinator)
    page = clerk.page(reverse(HERE))

    assert "a nowej nie powołano" in text_of(page)
    assert page.select_one(f"a.button-main[href='{reverse('commission:next-term')}']")
    stay = [member.pk for member in Membership.objects.all() if member.name != "Piotr Policyjny"]
    clerk.page(reverse("commission:next-term"))
    clerk.post(reverse("commission:next-term"), {"starts_on": "2023-07-03", "stay": stay})

    assert Term.objects.count() == 2
    assert "Przedstawiciele Policji: jest 1" in text_of(clerk.page(reverse(HERE)))


def test_a_member_is_ended_followed_corrected_and_told_with_history(clerk: InspectingClient, term: Term) -> None:
    member = member_named("Regina Radna")
    path = {
        name: reverse(f"commission:{name}", args=(member.pk,)) for name in ("end-member", "correct-member", "member")
    }
    refused = clerk.post(path["end-member"], {"until": "2023-07-01", "ended_by": "recalled", "because": ""})
    assert "ważnych powodów" in refused.content.decode()

    clerk.post(path["correct-member"], {"kind": "councillor", "name": "Regina Radna-Nowak", "since": "2022-03-01"})
    clerk.post(path["end-member"], {"until": "2023-07-01", "ended_by": "mandate"})
    form = clerk.page(reverse("commission:appoint", args=(term.pk,)), follows=member.pk)
    assert form.select_one("select[name=follows] option[selected]")["value"] == str(member.pk)  # type: ignore[index]

    page = text_of(clerk.page(path["member"]))
    assert "Wpisz następcę" in page
    assert "mandat wygasł" in page
    assert "Radna-Nowak" in page


def test_a_member_reads_and_does_not_write_and_a_stranger_learns_nothing(
    client: InspectingClient, term: Term, member: User, reporter: User, coordinator: User
) -> None:
    request = asked(term, coordinator)
    requests.draft_request(term.commission, addressee="SM", subject="Tajny projekt", asked="x", by=coordinator)
    client.as_(member)

    assert "Wpisz osobę do składu" not in text_of(client.page(reverse(HERE)))
    assert "Tajny projekt" not in text_of(client.page(reverse("commission:requests")))
    assert client.get(request.get_absolute_url()).status_code == 200
    assert client.get(reverse("commission:withdraw-request", args=(request.pk,))).status_code == 403
    client.as_(reporter)
    for name in (HERE, "commission:requests", "commission:reports", "commission:create"):
        assert client.get(reverse(name)).status_code == 404


def test_a_request_goes_from_a_draft_to_an_answer_with_a_file(
    clerk: InspectingClient, term: Term, police: Institution
) -> None:
    clerk.page(reverse("commission:new-request"))
    clerk.post(
        reverse("commission:new-request"),
        {"institution": police.pk, "subject": "Wykroczenia", "asked": "- liczba wykroczeń"},
    )
    request = InformationRequest.objects.get()
    names = ("edit-request", "preview-request", "ask", "request-sent", "request-answered", "request")
    pages = {name: reverse(f"commission:{name}", args=(request.pk,)) for name in names}
    assert "Komenda Miejska Policji" in request.addressee
    assert "Nie można żądać: akt personalnych" in text_of(clerk.page(pages["edit-request"]))
    assert clerk.get(pages["preview-request"]).content.startswith(b"%PDF")
    form = clerk.page(pages["ask"])
    assert form.select_one("input[name=due_on]")["value"] == "2023-07-21"  # type: ignore[index]
    clerk.post(pages["ask"], {"asked_on": "2023-07-03", "due_on": "2023-07-21"})
    clerk.post(pages["request-sent"], {"sent_by": "post", "sent_on": "2023-07-03"})
    clerk.post(pages["request-answered"], {"answered_on": "2023-07-03", "answer_note": "Jest ich mniej."})

    page = text_of(clerk.page(pages["request"]))
    assert "Nie dołączaj akt osobowych, materiałów operacyjnych ani akt spraw indywidualnych." in page
    assert "Jest ich mniej." in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_register_asks_the_database_equally_often(
    clerk: InspectingClient, term: Term, coordinator: User, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        asked(term, coordinator, f"Sprawa {number}")
    clerk.get(reverse(HERE))
    with django_assert_num_queries(7):
        page = clerk.page(reverse("commission:requests"))

    assert len(page.select("tbody tr")) == rows


def test_a_report_is_begun_worded_approved_given_and_announced(clerk: InspectingClient, term: Term) -> None:
    assert "po terminie: 153 dni" in text_of(clerk.page(reverse("commission:reports")))
    clerk.post(reverse("commission:start-report", args=(2022,)))
    report = CommissionReport.objects.get()
    pages = {name: reverse(f"commission:{name}-report", args=(report.pk,)) for name in
             ("edit", "preview", "approve", "submit", "announce")}  # fmt: skip
    assert "Wpisz ocenę ogólną" in text_of(clerk.page(report.get_absolute_url()))
    clerk.page(pages["edit"])
    clerk.post(pages["edit"], {"assessment": "Jest bezpieczniej.", "version": report.version})
    assert clerk.get(pages["preview"]).content.startswith(b"%PDF")
    clerk.post(pages["approve"], {"approved_on": "2023-07-03"})
    clerk.post(pages["submit"], {"submitted_on": "2023-07-03"})
    clerk.post(pages["announce"], {"announced_on": "2023-07-03", "journal_name": "Dz. Urz.", "journal_position": "254"})

    page = text_of(clerk.page(report.get_absolute_url()))
    assert "3 lipca 2023, Dz. Urz., poz. 254" in page
    assert "Jest bezpieczniej." in page
    assert "edytora Legislator" in page


def test_the_next_report_is_compared_with_the_one_before(
    clerk: InspectingClient, term: Term, coordinator: User
) -> None:
    first = reports.start_report(term.commission, year=2022, by=coordinator)
    first = reports.change_texts(first, seen=1, assessment="Stan jest dobry.", by=coordinator)
    reports.approve(first, approved_on=date(2023, 1, 18), by=coordinator)
    second = reports.start_report(term.commission, year=2023, by=coordinator)
    reports.change_texts(second, seen=1, assessment="Stan jest bardzo dobry.", by=coordinator)

    page = text_of(clerk.page(second.get_absolute_url()))

    assert "Co zmieniło się wobec 2022 r." in page
    assert "rok wcześniej" in page


def test_the_desk_tells_what_is_late_and_what_is_missing(term: Term, coordinator: User, member: User) -> None:
    asked(term, coordinator)
    composition.remove_member(member_named("Marta Prokuratorska"), because="Pomyłka.", by=coordinator)

    told = " ".join(f"{todo.sentence} {todo.detail}" for todo in desk.todos(coordinator))

    assert "1 żądanie informacji czeka na odpowiedź po terminie." in told
    assert "Nie wskazano prokuratora" in told
    assert "Sprawozdanie z prac Komisji za 2022 r." in told
    assert not [todo for todo in desk.todos(member) if "Komisji" in todo.sentence]


def test_the_calendar_shows_the_end_of_the_term_once_and_deadlines_of_requests(term: Term, coordinator: User) -> None:
    request = asked(term, coordinator)
    second = composition.start_term(term.commission, starts_on=date(2025, 3, 2), by=coordinator)

    found = marks.marks(marks.Question(frozenset(), CREATED, date(2029, 1, 1), user=coordinator))

    ends = [mark.day for mark in found if "adencji" in mark.title]
    assert ends == [term.ends_on, second.ends_on]
    assert [mark.day for mark in found if mark.url == request.get_absolute_url()] == [request.due_on]


def test_a_joint_commission_says_with_whom_it_is_joint(clerk: InspectingClient, term: Term) -> None:
    clerk.post(
        reverse("commission:edit"),
        {
            "name": "Komisja wspólna",
            "created_on": "2022-03-01",
            "created_by_act": "porozumienie",
            "joint_with": "Powiat",
        },
    )

    assert Commission.objects.get().is_joint
    assert "Komisja wspólna nie ma współprzewodniczącego." in text_of(clerk.page(reverse(HERE)))


def test_the_composition_asks_the_database_equally_often_for_one_and_for_nine(
    clerk: InspectingClient, coordinator: User
) -> None:
    term = seated(by=coordinator, seats=(("chair", "Patrycja Prezydencka"),))
    clerk.page(reverse(HERE))
    with CaptureQueriesContext(connection) as for_one:
        clerk.page(reverse(HERE))
    for kind, name in SEATS[1:]:
        composition.appoint(term, Person(kind, name), since=CREATED, by=coordinator)

    with CaptureQueriesContext(connection) as for_nine:
        page = clerk.page(reverse(HERE))

    assert len(page.select("section[aria-labelledby=seats] tbody tr")) == 9
    assert len(for_nine) == len(for_one)
