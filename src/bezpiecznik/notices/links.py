"""Addresses that stand in messages: whole, and where they open a door without sign-in, signed."""

from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse

SALT = "notices.unsubscribe"


def whole(url: str) -> str:
    """The address with the name of the site; blank stays blank."""
    return urljoin(settings.SITE_URL, url) if url else ""


def unsubscribe_token(user_pk: int, kinds: list[str]) -> str:
    """What lets one unsubscribe this person from these kinds and do nothing else; it never expires."""
    return signing.dumps([user_pk, kinds], salt=SALT, compress=True)


def read_unsubscribe_token(token: str) -> tuple[int, list[str]]:
    """The person's key and the kinds. Raises signing.BadSignature for a token that is not ours."""
    user_pk, kinds = signing.loads(token, salt=SALT)
    return user_pk, kinds


def unsubscribe_url(user_pk: int, kinds: list[str]) -> str:
    return whole(reverse("notices:unsubscribe", args=(unsubscribe_token(user_pk, kinds),)))
