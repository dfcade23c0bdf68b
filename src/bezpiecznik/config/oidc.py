"""Outer providers of identity (OpenID Connect), out of one JSON file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

NEEDED = {"id", "name", "issuer", "client_id"}
SECRETS = {"secret", "secret_file", "secret_env"}
OPTIONAL = {"scope", "trust_email", "trust_second_factor", "second_factor_acr", "token_auth_method"}


def providers(path: str, environment: Callable[[str], str]) -> list[dict[str, Any]]:
    """Providers as allauth takes them; none for an empty path. Raises ImproperlyConfigured with what is wrong.

    The file is a list of objects; the keys are explained in docs/sign-in.md. `environment` gives a variable by name.
    """
    if not path:
        return []
    try:
        listed = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ImproperlyConfigured(f"OIDC_PROVIDERS: {path}: {problem}") from problem
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise ImproperlyConfigured(f"OIDC_PROVIDERS: {path}: a list of objects is expected")
    return [_provider(one, environment) for one in listed]


def _provider(said: dict[str, Any], environment: Callable[[str], str]) -> dict[str, Any]:
    name = said.get("id", "?")
    if missing := NEEDED - set(said):
        raise ImproperlyConfigured(f"OIDC_PROVIDERS: {name}: missing {', '.join(sorted(missing))}")
    if unknown := set(said) - NEEDED - SECRETS - OPTIONAL:
        raise ImproperlyConfigured(f"OIDC_PROVIDERS: {name}: unknown {', '.join(sorted(unknown))}")
    if "/.well-known/" in said["issuer"]:
        raise ImproperlyConfigured(f"OIDC_PROVIDERS: {name}: issuer without /.well-known/…")
    return {
        "provider_id": name,
        "name": said["name"],
        "client_id": said["client_id"],
        "secret": _secret(said, environment),
        "settings": {
            "issuer": said["issuer"],
            "server_url": said["issuer"].rstrip("/"),  # as OpenID Connect Discovery 4.1 makes the address
            "oauth_pkce_enabled": True,
            **{key: said[key] for key in OPTIONAL if key in said},
        },
    }


def _secret(said: dict[str, Any], environment: Callable[[str], str]) -> str:
    if "secret_file" in said:
        return Path(said["secret_file"]).read_text(encoding="utf-8").strip()
    return environment(said["secret_env"]) if "secret_env" in said else str(said.get("secret", ""))
