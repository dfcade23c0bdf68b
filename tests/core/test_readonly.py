"""A link opens, a button acts."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from bezpiecznik.core.readonly import ReadOnlyGet, WriteInGet
from bezpiecznik.institutions.models import Institution


def rename(_request: HttpRequest) -> HttpResponse:
    Institution.objects.update(name="Inna nazwa")
    return HttpResponse()


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_get_that_writes_is_stopped(office: Institution, method: str) -> None:
    request = getattr(RequestFactory(), method)("/")

    with pytest.raises(WriteInGet), transaction.atomic():
        ReadOnlyGet(rename)(request)

    office.refresh_from_db()
    assert office.name == "Biuro Bezpieczeństwa"


def test_a_post_may_write(office: Institution) -> None:
    ReadOnlyGet(rename)(RequestFactory().post("/"))

    office.refresh_from_db()
    assert office.name == "Inna nazwa"


def test_only_the_return_from_a_provider_of_identity_may_write_by_get(office: Institution) -> None:
    for name, writes in (("openid_connect_login", False), ("openid_connect_callback", True)):
        request = RequestFactory().get("/")
        request.resolver_match = SimpleNamespace(view_name=name)
        if writes:
            ReadOnlyGet(rename)(request)
        else:
            with pytest.raises(WriteInGet), transaction.atomic():
                ReadOnlyGet(rename)(request)
