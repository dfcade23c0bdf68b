"""Columns of the lists of posts and of the radar as files."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.institutions.models import Post
from bezpiecznik.institutions.posts.radar import Finding


def _names(post: Any) -> str:
    return ", ".join(holding.user.get_full_name() for holding in post.now)


POSTS: list[Column[Post]] = [
    Column(_("Stanowisko"), lambda post: post.name),
    Column(_("Podmiot"), lambda post: post.institution.name if post.institution else ""),
    Column(_("Rola"), lambda post: post.get_role_display()),
    Column(_("Zajmuje"), _names),
    Column(_("Od"), lambda post: getattr(post, "held_since", None)),
    Column(_("Zniesiono z dniem"), lambda post: post.abolished_on),
]
RADAR: list[Column[Finding]] = [
    Column(_("Co jest nie tak"), lambda finding: finding.sentence),
    Column(_("Rodzaj"), lambda finding: str(finding.kind.label)),
    Column(_("Podmiot"), lambda finding: finding.institution),
    Column(_("Od kiedy"), lambda finding: finding.since),
    Column(_("Co zrobić"), lambda finding: str(finding.act)),
]
