"""Documents of other rooms in the office's cases."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.documents import kinds, rendering
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.kinds import Kind, Material, Meta
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.letters import services
from bezpiecznik.letters.models import Case
from bezpiecznik.letters.refusals import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 1)


def build(_snapshot: Any, meta: Meta) -> DocumentContent:
    return DocumentContent(
        kind="Opinia", title=meta.title, number=meta.number, issued_on=meta.issued_on, organisation="Zatorzyn",
        author="Biuro", snapshot_sha256=meta.snapshot_sha256, cover=False, blocks=(),
    )  # fmt: skip


@pytest.fixture
def make(coordinator: User, monkeypatch: pytest.MonkeyPatch) -> Any:
    kind: Any = Kind("O", build, find=None, draft=None)  # type: ignore[arg-type]
    monkeypatch.setitem(kinds.KINDS, DocumentKind.OPINION, kind)

    def made(sign: str = "") -> Document:
        material = Material(2023, "{}", "Opinia w sprawie budżetu", case_sign=sign)
        return documents.enter_document(DocumentKind.OPINION, material, issued_on=DAY, by=coordinator)

    return made


def test_a_sign_known_beforehand_is_printed(make: Any, coordinator: User) -> None:
    case = services.open_case("Opinia", sign="", day=DAY, by=coordinator)
    assert case.sign == "BBiZK.5511.1.2023"
    assert rendering.content_of(make(case.sign)).case_sign == case.sign


def test_a_sign_given_later_stands_in_the_register_only(make: Any, coordinator: User) -> None:
    document = services.enter_in_case(make(), case=None, sign="", day=DAY, by=coordinator)
    assert (document.case_sign, document.case_printed) == ("BBiZK.5511.1.2023", False)
    assert rendering.content_of(document).case_sign == ""
    assert Case.objects.get().title == "Opinia w sprawie budżetu"


def test_a_document_belongs_to_one_case_and_a_sign_to_one(make: Any, coordinator: User) -> None:
    first, second = make(), make()
    services.enter_in_case(first, case=None, sign="EZD.1.2023", day=DAY, by=coordinator)
    with pytest.raises(Refused, match="ma już znak"):
        services.enter_in_case(first, case=None, sign="", day=DAY, by=coordinator)
    with pytest.raises(Refused, match="już jest"):
        services.enter_in_case(second, case=None, sign="EZD.1.2023", day=DAY, by=coordinator)
    services.enter_in_case(second, case=Case.objects.get(), sign="", day=DAY, by=coordinator)
    assert set(Document.objects.values_list("case_sign", flat=True)) == {"EZD.1.2023"}


def test_the_office_enters_a_document_from_its_page(client: InspectingClient, make: Any, coordinator: User) -> None:
    document = make()
    page = client.as_(coordinator).page(document.get_absolute_url())
    address = reverse("letters:enter-in-case", args=(document.pk,))
    assert page.select_one(f'a[href="{address}"]')
    client.page(address)
    client.post(address, {"sign": "EZD.7.2023"})
    page = client.page(document.get_absolute_url())
    assert "Pisma w sprawie EZD.7.2023" in text_of(page)
    assert "nie ma go na wydruku" in text_of(page)
    assert "EZD.7.2023" in text_of(client.page(f"{reverse('documents:list')}?q=EZD.7.2023"))


def test_readers_enter_nothing_in_cases(client: InspectingClient, make: Any, member: User) -> None:
    assert client.as_(member).get(reverse("letters:enter-in-case", args=(make().pk,))).status_code == 404
