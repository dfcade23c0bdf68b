"""Every right of the house and every role as a list of rights: in code, reviewed like code."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
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
    MANAGE_LETTERS = "manage_letters"
    PUBLISH = "publish"
    MANAGE_INDICATORS = "manage_indicators"
    MANAGE_OBSERVATIONS = "manage_observations"
    READ_COMMISSION = "read_commission"
    MANAGE_COMMISSION = "manage_commission"
    WRITE_MOTION = "write_motion"
    READ_MOTIONS = "read_motions"
    MANAGE_MOTIONS = "manage_motions"
    DECIDE_MOTIONS = "decide_motions"
    MANAGE_COUNCIL = "manage_council"
    MANAGE_MAIL = "manage_mail"
    READ_JOURNAL = "read_journal"
    MANAGE_POSTS = "manage_posts"
    MANAGE_PEOPLE = "manage_people"
    ADMINISTER = "administer"


SENTENCES: dict[Right, str | Promise] = {
    Right.READ_PLAN: _("czyta program: obszary, działania, podmioty"),
    Right.MANAGE_PLAN: _("wczytuje uchwałę, prowadzi program i dane podmiotów"),
    Right.MANAGE_PERIODS: _("planuje, otwiera i zamyka okresy sprawozdawcze"),
    Right.READ_REPORTS: _("czyta złożone sprawozdania i stan sprawozdawczości"),
    Right.REVIEW_REPORTS: _("przyjmuje sprawozdania i zwraca je do poprawy"),
    Right.WRITE_REPORT: _("wypełnia i składa sprawozdanie"),
    Right.SIGN_REPORT: _("podpisuje sprawozdanie"),
    Right.READ_GRADES: _("czyta oceny działań"),
    Right.GRADE: _("ocenia działania i kończy ocenę roczną"),
    Right.READ_DOCUMENTS: _("czyta sporządzone dokumenty"),
    Right.MAKE_DOCUMENTS: _("sporządza dokumenty"),
    Right.MANAGE_LETTERS: _("pisze pisma i wysyła łącza jednorazowe do podmiotów"),
    Right.MANAGE_MAIL: _("widzi pocztę wychodzącą i zmienia wzory wiadomości"),
    Right.PUBLISH: _("publikuje ocenę dla mieszkańców"),
    Right.MANAGE_INDICATORS: _("prowadzi wskaźniki i wpisuje ich wartości"),
    Right.MANAGE_OBSERVATIONS: _("prowadzi rejestr sygnałów i rozstrzyga, co z nich wynika"),
    Right.READ_COMMISSION: _("czyta sprawy Komisji: skład, posiedzenia, materiały, opinie"),
    Right.MANAGE_COMMISSION: _("obsługuje Komisję: skład, posiedzenia, opinie, protokoły"),
    Right.WRITE_MOTION: _("składa wnioski do prezydenta w imieniu podmiotu"),
    Right.READ_MOTIONS: _("czyta wnioski wszystkich podmiotów"),
    Right.MANAGE_MOTIONS: _("prowadzi rejestr wniosków i ich drogę"),
    Right.DECIDE_MOTIONS: _("rozstrzyga wnioski"),
    Right.MANAGE_COUNCIL: _("przygotowuje sprawy dla rady i zapisuje jej uchwały"),
    Right.READ_JOURNAL: _("czyta dziennik i odczyty, sprawdza, czy nic nie zmieniono"),
    Right.MANAGE_POSTS: _("obsadza stanowiska w podmiotach i zaprasza osoby"),
    Right.MANAGE_PEOPLE: _("prowadzi konta wszystkich osób"),
    Right.ADMINISTER: _("zmienia ustawienia i dba o stan systemu"),
}
"""Each right as the end of a sentence that begins with the role: „koordynator programu czyta program…”."""


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("koordynator programu")
    REPORTER = "reporter", _("sprawozdawca")
    HEAD = "head", _("kierownik podmiotu")
    MEMBER = "member", _("członek komisji")
    ADMINISTRATOR = "administrator", _("administrator")
    PRESIDENT = "president", _("prezydent lub starosta")


R = Right
ROLES: dict[Role, frozenset[Right]] = {
    Role.COORDINATOR: frozenset(
        {
            R.READ_PLAN, R.MANAGE_PLAN, R.MANAGE_PERIODS, R.READ_REPORTS, R.REVIEW_REPORTS, R.READ_GRADES,
            R.GRADE, R.READ_DOCUMENTS, R.MAKE_DOCUMENTS, R.MANAGE_LETTERS, R.PUBLISH, R.MANAGE_MAIL, R.READ_JOURNAL,
            R.MANAGE_POSTS, R.MANAGE_INDICATORS, R.MANAGE_OBSERVATIONS, R.READ_COMMISSION, R.MANAGE_COMMISSION,
            R.READ_MOTIONS, R.MANAGE_MOTIONS, R.MANAGE_COUNCIL,
        }
    ),
    Role.REPORTER: frozenset({R.READ_PLAN, R.WRITE_REPORT}),
    Role.HEAD: frozenset({R.READ_PLAN, R.SIGN_REPORT, R.WRITE_MOTION}),
    Role.MEMBER: frozenset(
        {R.READ_PLAN, R.READ_REPORTS, R.READ_GRADES, R.READ_DOCUMENTS, R.READ_COMMISSION, R.READ_MOTIONS}
    ),
    Role.PRESIDENT: frozenset(
        {
            R.READ_PLAN, R.READ_REPORTS, R.READ_GRADES, R.READ_DOCUMENTS, R.READ_COMMISSION, R.READ_MOTIONS,
            R.DECIDE_MOTIONS,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {R.READ_PLAN, R.MANAGE_POSTS, R.MANAGE_PEOPLE, R.MANAGE_MAIL, R.READ_JOURNAL, R.ADMINISTER}
    ),
}  # fmt: skip
"""What each role may do. Reporter's and head's rights reach only their own institution.

The president (in a county: the starost) decides and chairs the Commission; the office writes for them.
"""

POSTS_OF_INSTITUTIONS = frozenset({Role.REPORTER, Role.HEAD, Role.MEMBER})
"""Roles that who manages posts may give; the others only who manages people: nobody lifts themself higher."""

OWN_INSTITUTION_ONLY = frozenset({Right.WRITE_REPORT, Right.SIGN_REPORT, Right.WRITE_MOTION})

OF_PROGRAMME = frozenset(
    {
        R.READ_PLAN, R.MANAGE_PERIODS, R.READ_REPORTS, R.REVIEW_REPORTS, R.WRITE_REPORT, R.SIGN_REPORT, R.READ_GRADES,
        R.GRADE, R.READ_DOCUMENTS, R.MAKE_DOCUMENTS, R.PUBLISH, R.MANAGE_OBSERVATIONS, R.WRITE_MOTION,
    }
)  # fmt: skip
"""What a post limited to some programmes gives, in those alone; of the rest, which speak of the whole unit, nothing."""


@dataclass(frozen=True)
class Limited:
    """A right held through a post that is limited to some programmes; over one institution, or (None) over all."""

    right: Right
    institution: int | None
    post: int


@dataclass(frozen=True)
class Rights:
    """All that one person may do today: rights for the whole unit, by institution (keys), and in some programmes only.

    Which programmes those are knows the room of plans (`plans.scopes`).
    """

    everywhere: frozenset[Right]
    by_institution: frozenset[tuple[Right, int]]
    limited: frozenset[Limited] = frozenset()

    def has(self, right: Right) -> bool:
        """Whether the person holds the right at all: for the unit, an institution or a programme."""
        held = any(own is right for own, _key in self.by_institution)
        return right in self.everywhere or held or any(limited.right is right for limited in self.limited)

    def has_for(self, right: Right, institution: int) -> bool:
        """Whether the person holds the right over things of this institution, at least in some programme."""
        return self.has_in_all_programmes(right, institution) or bool(self.limits(right, institution))

    def has_in_all_programmes(self, right: Right, institution: int | None = None) -> bool:
        return right in self.everywhere or (institution is not None and (right, institution) in self.by_institution)

    def limits(self, right: Right, institution: int | None = None) -> frozenset[int]:
        """Limited posts (keys) through which the right is held, over this institution where one is named."""
        return frozenset(
            held.post for held in self.limited if held.right is right and held.institution in {None, institution}
        )

    def institutions(self, *rights: Right) -> frozenset[int]:
        """Institutions over which the person holds any of these rights by a post in them."""
        own = {key for held, key in self.by_institution if held in rights}
        return frozenset(own | {held.institution for held in self.limited if held.right in rights and held.institution})


NO_RIGHTS = Rights(frozenset(), frozenset())
