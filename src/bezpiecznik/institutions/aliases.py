"""To whom a spelling belongs, and what higher rooms say of its use."""

from collections.abc import Callable

from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.models import Alias, Institution

Use = Callable[[Alias], list[str]]
_USES: list[Use] = []


def register(use: Use) -> Use:
    """Add a function that names the places (sentences' ends, in Polish) where a spelling is relied on."""
    _USES.append(use)
    return use


def uses(alias: Alias) -> list[str]:
    """Where the spelling is needed; empty when it may be removed."""
    return [place for use in _USES for place in use(alias)]


def owner_of(text: str, *, besides: Institution) -> Institution | None:
    """Another institution that is known by this spelling: by its abbreviation, its name or an alias."""
    key = key_of(text)
    others = Institution.objects.living().exclude(pk=besides.pk)
    known = ((pk, key_of(name), key_of(abbr)) for pk, name, abbr in others.values_list("pk", "name", "abbr"))
    for pk, *spellings in known:
        if key in spellings:
            return Institution.objects.get(pk=pk)
    alias = Alias.objects.filter(folded=key).exclude(institution=besides).select_related("institution").first()
    return alias.institution if alias else None
