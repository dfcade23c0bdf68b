"""Every right of the house and every role as a list of rights: in code, reviewed like code."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(StrEnum):
    READ_PLAN = "read_plan"
    MANAGE_PLAN = "manage_plan"
    MANAGE_PERIODS = "manage_periods"
    READ_REPORTS = "read_reports"
    REVIEW_REPORTS = "review_reports"
    WRITE_REPORT = "write_report"
    SIGN_REPORT = "sign_report"
    READ_GRADES = "read_grades"
    GRADE = "grade"
    READ_DOCUMENTS = "read_documents"
    MAKE_DOCUMENTS = "make_documents"
    PUBLISH = "publish"
    MANAGE_POSTS = "manage_posts"
    MANAGE_PEOPLE = "manage_people"
    ADMINISTER = "administer"


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("koordynator programu")
    REPORTER = "reporter", _("sprawozdawca")
    HEAD = "head", _("kierownik podmiotu")
    MEMBER = "member", _("członek komisji")
    ADMINISTRATOR = "administrator", _("administrator")


R = Right
ROLES: dict[Role, frozenset[Right]] = {
    Role.COORDINATOR: frozenset(
        {
            R.READ_PLAN, R.MANAGE_PLAN, R.MANAGE_PERIODS, R.READ_REPORTS, R.REVIEW_REPORTS, R.READ_GRADES,
            R.GRADE, R.READ_DOCUMENTS, R.MAKE_DOCUMENTS, R.PUBLISH, R.MANAGE_POSTS,
        }
    ),
    Role.REPORTER: frozenset({R.READ_PLAN, R.WRITE_REPORT}),
    Role.HEAD: frozenset({R.READ_PLAN, R.SIGN_REPORT}),
    Role.MEMBER: frozenset({R.READ_PLAN, R.READ_REPORTS, R.READ_GRADES, R.READ_DOCUMENTS}),
    Role.ADMINISTRATOR: frozenset({R.READ_PLAN, R.ADMINISTER, R.MANAGE_POSTS, R.MANAGE_PEOPLE}),
}  # fmt: skip
"""What each role may do. Reporter's and head's rights reach only their own institution."""

POSTS_OF_INSTITUTIONS = frozenset({Role.REPORTER, Role.HEAD, Role.MEMBER})
"""Roles that who manages posts may give; the others only who manages people: nobody lifts themself higher."""

OWN_INSTITUTION_ONLY = frozenset({Right.WRITE_REPORT, Right.SIGN_REPORT})


@dataclass(frozen=True)
class Rights:
    """All that one person may do today: rights for the whole unit, and rights by institution (keys)."""

    everywhere: frozenset[Right]
    by_institution: frozenset[tuple[Right, int]]

    def has(self, right: Right) -> bool:
        """Whether the person holds the right at all: for the unit, or for at least one institution."""
        return right in self.everywhere or any(held is right for held, _key in self.by_institution)

    def has_for(self, right: Right, institution: int) -> bool:
        """Whether the person holds the right over things of this institution."""
        return right in self.everywhere or (right, institution) in self.by_institution

    def institutions(self, *rights: Right) -> frozenset[int]:
        """Institutions over which the person holds any of these rights by membership."""
        return frozenset(key for held, key in self.by_institution if held in rights)


NO_RIGHTS = Rights(frozenset(), frozenset())
