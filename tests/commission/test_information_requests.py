"""Requests for information under art. 38b: asked with what they exclude, waited for, answered or refused."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from commission_scene import seated

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import InformationRequest
from bezpiecznik.commission.queries import requests as queries
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.request_letter import request_letter
from bezpiecznik.commission.services import requests as services
from bezpiecznik.commission.states import REQUEST_NEXT, RequestState
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.documents.content import BulletList, Paragraph, plain
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.institutions.models import Institution

pytestmark = pytest.mark.django_db
ASKED, DUE = date(2023, 6, 1), date(2023, 6, 22)


@pytest.fixture(autouse=True)
def _twentieth_of_june() -> Iterator[None]:
    with clock.pretend(datetime(2023, 6, 20, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def draft(coordinator: User, police: Institution) -> InformationRequest:
    return services.draft_request(
        seated(by=coordinator).commission, institution=police, addressee="Komenda Miejska Policji\nul. Polna 1",
        subject="Interwencje domowe", asked="- liczba interwencji,\n- opis działań", purpose="oceny zagrożeń",
        by=coordinator,
    )  # fmt: skip


@pytest.fixture
def asked(draft: InformationRequest, coordinator: User) -> InformationRequest:
    return services.ask(draft, asked_on=ASKED, due_on=DUE, case_sign="BB.5511.1.2023", by=coordinator)


def test_a_numbered_request_is_frozen_with_its_exclusions_and_the_chair(asked: InformationRequest) -> None:
    assert asked.document is not None
    data = json.loads(asked.document.snapshot)

    assert (asked.document.number, asked.document.subject) == ("ZI/2023/1", f"request:{asked.pk}")
    assert data["chair"]["name"] == "Patrycja Prezydencka"
    assert data["exclusions"][0].startswith("akt personalnych")
    assert "art. 38b ust. 1" in data["texts"]["basis"]


def test_the_letter_asks_politely_and_prints_what_it_does_not_ask(asked: InformationRequest) -> None:
    assert asked.document is not None
    content = request_letter(
        json.loads(asked.document.snapshot), Meta("ZI/2023/1", "Żądanie", ASKED, asked.document.snapshot_sha256)
    )
    words = [plain(block.text) for block in content.blocks if isinstance(block, Paragraph)]
    lists = [[plain(item) for item in block.items] for block in content.blocks if isinstance(block, BulletList)]

    assert content.addressee == ("Komenda Miejska Policji", "ul. Polna 1")
    assert "Prosimy o przekazanie Komisji następujących informacji i dokumentów:" in words
    assert "Prosimy o odpowiedź do 22 czerwca 2023." in [word.replace("\u00a0", " ") for word in words]
    assert lists[0] == ["liczba interwencji,", "opis działań"]
    assert "Żądanie nie obejmuje:" in words
    assert len(lists[1]) == 3


def act(request: InformationRequest, target: RequestState, by: User) -> Any:
    day = date(2023, 6, 20)
    acts: dict[RequestState, Any] = {
        RequestState.ANSWERED: lambda: services.note_answer(request, answered_on=day, answer_note="Mniej.", by=by),
        RequestState.REFUSED: lambda: services.note_refusal(request, answered_on=day, because="Akta.", by=by),
        RequestState.WITHDRAWN: lambda: services.withdraw(request, because="Zbędne.", by=by),
        RequestState.ASKED: lambda: (
            services.ask(request, asked_on=ASKED, due_on=DUE, by=by)
            if request.is_draft
            else services.reopen(request, because="Niepełna.", due_on=DUE, by=by)
        ),
    }
    return acts[target]()


def test_only_the_ways_of_the_table_are_open(draft: InformationRequest, coordinator: User) -> None:
    """Each state towards each other one, from a row put in that state."""
    numbered = act(draft, RequestState.ASKED, coordinator)
    for state, target in product(
        [state for state in RequestState if state != RequestState.DRAFT],
        [state for state in RequestState if state != RequestState.DRAFT],
    ):
        answered = date(2023, 6, 20) if state in {RequestState.ANSWERED, RequestState.REFUSED} else None
        InformationRequest.objects.filter(pk=numbered.pk).update(state=state, answered_on=answered)
        numbered.refresh_from_db()
        if target in REQUEST_NEXT[state]:
            assert act(numbered, target, coordinator).state == target
        else:
            with pytest.raises(Refused):
                act(numbered, target, coordinator)


def test_a_draft_is_changed_seen_and_deleted_and_a_numbered_one_is_not(
    draft: InformationRequest, coordinator: User
) -> None:
    changed = services.change_draft(draft, seen=1, subject="Inny temat", by=coordinator)

    with pytest.raises(Refused, match="w międzyczasie"):
        services.change_draft(draft, seen=1, subject="Jeszcze inny", by=coordinator)
    numbered = act(changed, RequestState.ASKED, coordinator)
    with pytest.raises(Refused, match="już numer"):
        services.change_draft(numbered, seen=2, subject="Za późno", by=coordinator)
    with pytest.raises(Refused, match="wycofać"):
        services.delete_draft(numbered, by=coordinator)
    assert numbered.subject == "Inny temat"


def test_a_deadline_comes_after_the_letter_and_an_answer_too(draft: InformationRequest, coordinator: User) -> None:
    with pytest.raises(Refused, match="późniejszy"):
        services.ask(draft, asked_on=ASKED, due_on=ASKED, by=coordinator)
    asked = act(draft, RequestState.ASKED, coordinator)
    with pytest.raises(Refused, match="wcześniejsza"):
        services.note_answer(asked, answered_on=date(2023, 5, 1), answer_note="", by=coordinator)
    with pytest.raises(Refused, match="nie wcześniej"):
        services.note_sent(asked, sent_on=date(2023, 5, 1), sent_by="post", by=coordinator)


def test_nothing_is_noted_on_a_day_to_come(asked: InformationRequest, coordinator: User, police: Institution) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    second = services.draft_request(asked.commission, institution=police, subject="x", asked="x", by=coordinator)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.ask(second, asked_on=tomorrow, due_on=tomorrow + timedelta(days=9), by=coordinator)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.note_sent(asked, sent_on=tomorrow, sent_by="post", by=coordinator)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.note_answer(asked, answered_on=tomorrow, answer_note="", by=coordinator)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.note_refusal(asked, answered_on=tomorrow, because="Akta.", by=coordinator)


def test_one_does_not_wait_again_until_a_day_that_has_passed(asked: InformationRequest, coordinator: User) -> None:
    answered = act(asked, RequestState.ANSWERED, coordinator)

    with pytest.raises(Refused, match="Ten termin już minął"):
        services.reopen(answered, because="Niepełna.", due_on=date(2023, 6, 19), by=coordinator)


def test_what_was_noted_by_mistake_stays_in_the_journal(asked: InformationRequest, coordinator: User) -> None:
    answered = act(asked, RequestState.ANSWERED, coordinator)

    waiting = services.reopen(answered, because="To inna sprawa.", due_on=date(2023, 7, 10), by=coordinator)

    assert (waiting.answered_on, waiting.answer_note, waiting.due_on) == (None, "", date(2023, 7, 10))
    line = JournalEntry.objects.order_by("-pk").first()
    assert line is not None
    assert line.data["answer_note"] == "Mniej."


def test_files_of_an_answer_are_documents_kept_once(asked: InformationRequest, coordinator: User) -> None:
    kept = services.add_file(asked, data=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", name="C:\\dane\\odp.pdf", by=coordinator)

    assert kept.name == "odp.pdf"
    with pytest.raises(Refused, match="już dołączony"):
        services.add_file(asked, data=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", name="drugi.pdf", by=coordinator)
    with pytest.raises(Refused, match="nie jest dokumentem"):
        services.add_file(asked, data=b"MZ\x90", name="program.exe", by=coordinator)
    services.remove_file(kept, by=coordinator)
    assert not asked.files.exists()


def test_the_register_finds_by_words_state_and_year(asked: InformationRequest, coordinator: User) -> None:
    rows = InformationRequest.objects.all()

    assert list(queries.listed(rows, {"q": "interwencja", "year": 2023})) == [asked]
    assert list(queries.listed(rows, {"q": "ZI/2023/1", "state": "asked"})) == [asked]
    assert list(queries.overdue(rows, date(2023, 6, 23))) == [asked]
    assert not queries.overdue(rows, DUE).exists()
    assert not queries.listed(rows, {"year": 2022}).exists()
    assert queries.years() == [2023]
