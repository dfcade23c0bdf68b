"""Secrets of second factors are kept encrypted, with a key made of the signing key.

The newest signing key encrypts; what former ones encrypted is read as long as they stand in SECRET_KEY_FALLBACKS.
`bezpiecznik renew_secrets` encrypts all of it anew, so that the former ones can be dropped.
"""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class Unreadable(Exception):
    """Encrypted with a signing key that is not here any more."""


def encrypt(text: str) -> str:
    return _keys().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    """Raises Unreadable."""
    try:
        return _keys().decrypt(encrypted.encode()).decode()
    except InvalidToken as problem:
        raise Unreadable from problem


def is_of_newest_key(encrypted: str) -> bool:
    try:
        _key(settings.SECRET_KEY).decrypt(encrypted.encode())
    except InvalidToken:
        return False
    return True


def renewed(encrypted: str) -> str:
    """The same secret, encrypted with the newest key. Raises Unreadable."""
    return encrypt(decrypt(encrypted))


def _keys() -> MultiFernet:
    return MultiFernet([_key(signing_key) for signing_key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(signing_key: str) -> Fernet:
    digest = hashlib.sha256(f"accounts.second-factors{signing_key}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
