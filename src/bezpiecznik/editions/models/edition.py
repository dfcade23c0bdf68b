"""The next programme while it is being prepared: its years, its passages, its areas and what stands in them."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.editions.states import OPEN, WRITABLE, EditionState
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, ResponsibilityRole, Undertaking, UndertakingKind


class Edition(models.Model):
    """The way from one programme to the next. `programme` is the next one, once the council has adopted it."""

    former = models.ForeignKey(
        Programme, models.PROTECT, related_name="next_editions", verbose_name=_("poprzedni program")
    )
    title = models.TextField(_("tytuł"))
    year_from = models.PositiveSmallIntegerField(_("od roku"), validators=[MinValueValidator(1999)])
    year_to = models.PositiveSmallIntegerField(_("do roku"))
    state = models.CharField(_("stan"), max_length=20, choices=EditionState, default=EditionState.DRAFT)
    main_goal = models.TextField(_("cel główny"), blank=True)
    goals = models.JSONField(_("cele szczegółowe"), default=list)
    forms = models.JSONField(_("formy realizacji"), default=list)
    participants = models.JSONField(_("uczestnicy programu"), default=list)
    commission_tasks = models.JSONField(_("zadania komisji"), default=list)
    justification = models.TextField(_("uzasadnienie"), blank=True)
    programme = models.OneToOneField(
        Programme, models.PROTECT, null=True, related_name="edition", verbose_name=_("następny program")
    )
    started_at = models.DateTimeField(_("rozpoczęto"), default=clock.now)
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("zakończono"), null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("powód zaniechania"), blank=True)

    class Meta:
        verbose_name = _("edycja programu")
        verbose_name_plural = _("edycje programu")
        ordering = ("-year_from", "-pk")
        constraints = (
            one_of("state", EditionState.values, name="edition_state_known"),
            models.CheckConstraint(
                condition=Q(year_to__gte=models.F("year_from")),
                name="edition_years_in_order",
                violation_error_message=_("Program nie może kończyć się przed swoim początkiem."),
            ),
            models.UniqueConstraint(
                fields=("former",),
                condition=Q(state__in=[state.value for state in OPEN]),
                name="edition_one_open",
                violation_error_message=_("Następna edycja tego programu jest już w przygotowaniu."),
            ),
            both_or_neither("ended_at", "ended_by", name="edition_ended_pair"),
            models.CheckConstraint(
                condition=~Q(state=EditionState.ADOPTED) | Q(programme__isnull=False), name="edition_adopted_is_there"
            ),
            models.CheckConstraint(
                condition=~Q(state=EditionState.ABANDONED) | ~Q(reason=""),
                name="edition_abandoned_why",
                violation_error_message=_("Podaj powód."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.year_from}–{self.year_to})"

    def get_absolute_url(self) -> str:
        return reverse("editions:detail", args=(self.pk,))

    @property
    def years(self) -> range:
        return range(self.year_from, self.year_to + 1)

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_linked(self) -> bool:
        """Whether the next programme is here already, read from its resolution: fates become links to it."""
        return self.programme_id is not None

    @property
    def is_adopted(self) -> bool:
        return self.state == EditionState.ADOPTED

    @property
    def stamp(self) -> str:
        """Changes with each change of the passages: whoever saves over words they have not seen is told."""
        lists = [self.goals, self.forms, self.participants, self.commission_tasks]
        return stamp_of([self.title, self.main_goal, self.justification, *lists])


class DraftArea(models.Model):
    """An area of the next programme."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="areas")
    no = models.PositiveSmallIntegerField(_("nr"))
    name = models.TextField(_("nazwa"))
    diagnosis = models.TextField(_("diagnoza"), blank=True)
    former = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+", verbose_name=_("dawny obszar"))

    class Meta:
        verbose_name = _("obszar projektu")
        verbose_name_plural = _("obszary projektu")
        ordering = ("no",)
        constraints = (models.UniqueConstraint(fields=("edition", "no"), name="draft_area_no_once"),)

    def __str__(self) -> str:
        return f"{self.no}. {self.name}"

    @property
    def stamp(self) -> str:
        """Changes with each change of the words."""
        return stamp_of([self.name, self.diagnosis])


class DraftItem(models.Model):
    """An action or an initiative of the next programme. Its number comes of its place when the draft is told."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="items")
    kind = models.CharField(_("rodzaj"), max_length=20, choices=UndertakingKind, default=UndertakingKind.ACTION)
    area = models.ForeignKey(
        DraftArea, models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("obszar")
    )
    place = models.PositiveIntegerField(_("kolejność"), default=0)
    wording = models.TextField(_("treść"))
    aim = models.TextField(_("cel"), blank=True)
    audience = models.TextField(_("kogo obejmuje"), blank=True)
    term_raw = models.TextField(_("termin"), blank=True)
    method = models.TextField(_("sposób realizacji"), blank=True)
    funding = models.TextField(_("finansowanie"), blank=True)
    measures = models.JSONField(_("mierniki"), default=list)
    changed_at = models.DateTimeField(_("zmieniono"), default=clock.now)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    became = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, related_name="+", verbose_name=_("pozycja przyjętego programu")
    )

    class Meta:
        verbose_name = _("pozycja projektu")
        verbose_name_plural = _("pozycje projektu")
        ordering = ("kind", "area__no", "place", "pk")
        constraints = (
            one_of("kind", UndertakingKind.values, name="draft_item_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=UndertakingKind.ACTION, area__isnull=False)
                | Q(kind=UndertakingKind.INITIATIVE, area__isnull=True),
                name="draft_item_action_has_area",
                violation_error_message=_("Działanie należy do obszaru, a program jednostki nie."),
            ),
        )

    def __str__(self) -> str:
        return self.wording

    @property
    def is_action(self) -> bool:
        return self.kind == UndertakingKind.ACTION

    @property
    def stamp(self) -> str:
        """Changes with each change: whoever saves over words they have not seen is told."""
        return self.changed_at.isoformat()


class DraftDuty(models.Model):
    """An institution that is to lead or to help."""

    item = models.ForeignKey(DraftItem, models.PROTECT, related_name="duties")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    role = models.CharField(_("rola"), max_length=10, choices=ResponsibilityRole)
    place = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("podmiot w projekcie")
        verbose_name_plural = _("podmioty w projekcie")
        ordering = ("role", "place", "pk")
        constraints = (
            one_of("role", ResponsibilityRole.values, name="draft_duty_role_known"),
            models.UniqueConstraint(fields=("item", "institution", "role"), name="draft_duty_once"),
        )

    def __str__(self) -> str:
        return f"{self.institution.short}: {self.get_role_display()}"
