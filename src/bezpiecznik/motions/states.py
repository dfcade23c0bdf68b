"""The way of a motion: its states, where each may lead, and on whom it waits. Tables, kept by the database."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class MotionState(models.TextChoices):
    DRAFT = "draft", _("projekt")
    SUBMITTED = "submitted", _("do sprawdzenia")
    RETURNED = "returned", _("zwrócony do uzupełnienia")
    ADMITTED = "admitted", _("poprawny formalnie")
    AT_COMMISSION = "at_commission", _("w opinii Komisji")
    BEFORE_PRESIDENT = "before_president", _("do rozstrzygnięcia")
    GRANTED = "granted", _("uwzględniony")
    GRANTED_PARTLY = "granted_partly", _("uwzględniony częściowo")
    REFUSED = "refused", _("nieuwzględniony")
    CARRIED_OUT = "carried_out", _("wykonany")
    ABANDONED = "abandoned", _("niewykonany")
    WITHDRAWN = "withdrawn", _("wycofany")

    def label_for_institution(self) -> str | Promise:
        """The same state as the one who put the motion reads it."""
        return FOR_INSTITUTION.get(self, self.label)


S = MotionState
FOR_INSTITUTION: dict[MotionState, str | Promise] = {
    S.SUBMITTED: _("złożony, biuro go sprawdza"),
    S.RETURNED: _("do uzupełnienia przez Was"),
    S.ADMITTED: _("przyjęty do rozpatrzenia"),
    S.BEFORE_PRESIDENT: _("u prezydenta"),
}
NEXT: dict[MotionState, frozenset[MotionState]] = {
    S.DRAFT: frozenset({S.SUBMITTED}),
    S.SUBMITTED: frozenset({S.RETURNED, S.ADMITTED, S.WITHDRAWN}),
    S.RETURNED: frozenset({S.SUBMITTED, S.WITHDRAWN}),
    S.ADMITTED: frozenset({S.AT_COMMISSION, S.BEFORE_PRESIDENT, S.WITHDRAWN}),
    S.AT_COMMISSION: frozenset({S.BEFORE_PRESIDENT, S.WITHDRAWN}),
    S.BEFORE_PRESIDENT: frozenset({S.AT_COMMISSION, S.GRANTED, S.GRANTED_PARTLY, S.REFUSED, S.WITHDRAWN}),
    S.GRANTED: frozenset({S.CARRIED_OUT, S.ABANDONED}),
    S.GRANTED_PARTLY: frozenset({S.CARRIED_OUT, S.ABANDONED}),
    S.REFUSED: frozenset(),
    S.CARRIED_OUT: frozenset(),
    S.ABANDONED: frozenset(),
    S.WITHDRAWN: frozenset(),
}
"""A draft that is given up is deleted: nobody but its institution has seen it."""

WRITABLE = frozenset({S.DRAFT, S.RETURNED})
"""While the institution may change what the motion says."""
AFTER_GRANT = frozenset({S.GRANTED, S.GRANTED_PARTLY, S.CARRIED_OUT, S.ABANDONED})
DECIDED = AFTER_GRANT | {S.REFUSED}
OPEN = frozenset({S.SUBMITTED, S.RETURNED, S.ADMITTED, S.AT_COMMISSION, S.BEFORE_PRESIDENT})
"""On the way to a decision."""
CLOSED = frozenset(state for state, leads in NEXT.items() if not leads)
UNDER_WAY = OPEN | {S.GRANTED, S.GRANTED_PARTLY}
"""Those with a clock."""

MARKS = {
    S.DRAFT: "draft",
    S.SUBMITTED: "submitted",
    S.RETURNED: "returned",
    S.ADMITTED: "due",
    S.AT_COMMISSION: "ongoing",
    S.BEFORE_PRESIDENT: "to_sign",
    S.GRANTED: "accepted",
    S.GRANTED_PARTLY: "partial",
    S.REFUSED: "not_done",
    S.CARRIED_OUT: "done",
    S.ABANDONED: "no_report",
    S.WITHDRAWN: "dropped",
}
"""The shape that stands for each state on pages."""


class Party(models.TextChoices):
    """On whom a motion waits."""

    INSTITUTION = "institution", _("podmiot")
    OFFICE = "office", _("biuro")
    COMMISSION = "commission", _("Komisja")
    PRESIDENT = "president", _("prezydent")


WAITS_FOR = {
    S.DRAFT: Party.INSTITUTION,
    S.SUBMITTED: Party.OFFICE,
    S.RETURNED: Party.INSTITUTION,
    S.ADMITTED: Party.OFFICE,
    S.AT_COMMISSION: Party.COMMISSION,
    S.BEFORE_PRESIDENT: Party.PRESIDENT,
    S.GRANTED: Party.OFFICE,
    S.GRANTED_PARTLY: Party.OFFICE,
}


class Purpose(models.TextChoices):
    """Why a letter about a motion was written."""

    RETURN = "return", _("zwrot do uzupełnienia")
    ANSWER = "answer", _("odpowiedź na wniosek")


class EffectOutcome(models.TextChoices):
    """What a later look at a granted motion found."""

    CARRIED_OUT = "carried_out", _("wykonano")
    UNDER_WAY = "under_way", _("wykonanie trwa")
    ABANDONED = "abandoned", _("nie będzie wykonany")
