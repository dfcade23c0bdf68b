"""The programme as the council adopted it: official wording, numbering and place in the document are kept."""

from datetime import date
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.files.models import StoredFile
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.plans.models.amendments import Amendment


class ProgrammeState(models.TextChoices):
    IN_FORCE = "in_force", _("obowiązuje")
    ENDED = "ended", _("zakończony")


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def newest_first(self) -> "ProgrammeQuerySet":
        return self.order_by("-year_from", "-pk")


class Programme(models.Model):
    """One edition of the programme, for some years, by one resolution."""

    title = models.TextField(_("tytuł"))
    unit = models.CharField(_("jednostka samorządu"), max_length=200)
    unit_kind = models.CharField(_("rodzaj jednostki"), max_length=100, blank=True)
    council = models.CharField(_("rada"), max_length=200, blank=True)
    act_no = models.CharField(_("numer uchwały"), max_length=60, blank=True)
    act_date = models.DateField(_("data uchwały"), null=True, blank=True)
    legal_basis = models.JSONField(_("podstawa prawna"), default=list)
    main_goal = models.TextField(_("cel główny"), blank=True)
    main_goal_line = models.PositiveIntegerField(_("wiersz dokumentu"), null=True)
    year_from = models.PositiveSmallIntegerField(_("od roku"), validators=[MinValueValidator(1999)])
    year_to = models.PositiveSmallIntegerField(_("do roku"))
    state = models.CharField(_("stan"), max_length=20, choices=ProgrammeState, default=ProgrammeState.IN_FORCE)
    supersedes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("zastępuje"),
    )
    source = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("dokument uchwały")
    )
    source_name = models.CharField(_("nazwa pliku"), max_length=200, blank=True)
    source_text = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("tekst dokumentu")
    )
    """The document as numbered lines, which `source_line` counts; none for a file of text read before there was one."""
    made_up = models.BooleanField(_("dane zmyślone"), default=False)
    """Marks demonstration: reports kept under this programme are invented, and every page and document says so."""

    objects = ProgrammeQuerySet.as_manager()
    history = kept_history(_("historia programu"), _("historie programów"))

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programy")
        constraints = (
            one_of("state", ProgrammeState.values, name="programme_state_known"),
            models.CheckConstraint(
                condition=Q(year_to__gte=models.F("year_from")),
                name="programme_years_in_order",
                violation_error_message=_("Program nie może kończyć się przed swoim początkiem."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> range:
        return range(self.year_from, self.year_to + 1)


class Goal(models.Model):
    """A specific goal of the programme, in its official wording."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="goals")
    no = models.PositiveSmallIntegerField(_("nr"))
    text = models.TextField(_("treść"))
    source_line = models.PositiveIntegerField(_("wiersz dokumentu"), null=True)

    class Meta:
        verbose_name = _("cel")
        verbose_name_plural = _("cele")
        ordering = ("no",)
        constraints = (models.UniqueConstraint(fields=("programme", "no"), name="goal_no_once"),)

    def __str__(self) -> str:
        return self.text


class ProvisionKind(models.TextChoices):
    FORM = "form", _("forma realizacji")
    PARTICIPANT = "participant", _("uczestnik programu")
    COMMISSION_TASK = "commission_task", _("zadanie komisji")


class Provision(models.Model):
    """Another numbered item of the document: a form of work, a participant, a task of the commission."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="provisions")
    kind = models.CharField(_("rodzaj"), max_length=20, choices=ProvisionKind)
    no = models.PositiveSmallIntegerField(_("nr"))
    text = models.TextField(_("treść"))
    source_line = models.PositiveIntegerField(_("wiersz dokumentu"), null=True)

    class Meta:
        verbose_name = _("postanowienie")
        verbose_name_plural = _("postanowienia")
        ordering = ("kind", "no")
        constraints = (
            one_of("kind", ProvisionKind.values, name="provision_kind_known"),
            models.UniqueConstraint(fields=("programme", "kind", "no"), name="provision_no_once"),
        )

    def __str__(self) -> str:
        return self.text


class Area(models.Model):
    """An area of action, with the heading as the document writes it."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="areas")
    no = models.PositiveSmallIntegerField(_("nr"))
    official_name = models.TextField(_("nazwa w dokumencie"))
    diagnosis = models.TextField(_("diagnoza w brzmieniu uchwały"), blank=True)
    source_line = models.PositiveIntegerField(_("wiersz dokumentu"), null=True)

    history = kept_history(_("historia obszaru"), _("historie obszarów"))

    class Meta:
        verbose_name = _("obszar")
        verbose_name_plural = _("obszary")
        ordering = ("no",)
        constraints = (models.UniqueConstraint(fields=("programme", "no"), name="area_no_once"),)

    def __str__(self) -> str:
        return f"{self.no}. {self.name}"

    @property
    def name(self) -> str:
        """The heading for reading: words set all in capitals are written as a sentence."""
        return self.official_name.capitalize() if self.official_name.isupper() else self.official_name


class UndertakingKind(models.TextChoices):
    ACTION = "action", _("działanie")
    INITIATIVE = "initiative", _("program realizowany przez jednostki")


class UndertakingQuerySet(models.QuerySet["Undertaking"]):
    def in_force(self, day: date | None = None) -> "UndertakingQuerySet":
        """In the programme on the day (today when not given): not withdrawn by then, and added by then."""
        day = day or clock.today()
        return self.exclude(withdrawn_on__lte=day).exclude(added_by__effective_on__gt=day)

    def actions(self) -> "UndertakingQuerySet":
        return self.filter(kind=UndertakingKind.ACTION)

    def initiatives(self) -> "UndertakingQuerySet":
        return self.filter(kind=UndertakingKind.INITIATIVE)

    def in_document_order(self) -> "UndertakingQuerySet":
        return self.order_by("kind", "area__no", "no")


class Undertaking(models.Model):
    """What somebody promised to do: an action of an area, or an initiative with aim, audience and term."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="undertakings")
    kind = models.CharField(_("rodzaj"), max_length=20, choices=UndertakingKind)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="actions", verbose_name=_("obszar"))
    no = models.PositiveSmallIntegerField(_("nr"))
    wording = models.TextField(_("treść w brzmieniu uchwały"))
    """For an action its whole text; for an initiative its name."""
    aim = models.TextField(_("cel"), blank=True)
    audience = models.TextField(_("kogo obejmuje"), blank=True)
    term_raw = models.TextField(_("termin w brzmieniu uchwały"), blank=True)
    term_from = models.CharField(_("początek"), max_length=10, blank=True)
    term_to = models.CharField(_("koniec"), max_length=10, blank=True)
    open_ended = models.BooleanField(_("bezterminowo"), default=False)
    method = models.TextField(_("sposób realizacji"), blank=True)
    funding = models.TextField(_("finansowanie"), blank=True)
    measures = models.JSONField(_("mierniki w brzmieniu uchwały"), default=list)
    leads_raw = models.TextField(_("podmioty odpowiedzialne w brzmieniu uchwały"), blank=True)
    partners_raw = models.TextField(_("partnerzy w brzmieniu uchwały"), blank=True)
    source_line = models.PositiveIntegerField(_("wiersz dokumentu"), null=True)
    added_by = models.ForeignKey(
        Amendment, models.PROTECT, null=True, related_name="added", verbose_name=_("dodano zmianą")
    )
    """None: it stands in the resolution as adopted."""
    withdrawn_on = models.DateField(_("skreślono z dniem"), null=True)
    """The first day on which it is not in the programme any more."""
    withdrawn_by = models.ForeignKey(
        Amendment, models.PROTECT, null=True, related_name="withdrawn", verbose_name=_("skreślono zmianą")
    )
    search_text = models.TextField(editable=False, default="")

    objects = UndertakingQuerySet.as_manager()
    history = kept_history(_("historia przedsięwzięcia"), _("historie przedsięwzięć"), without=("search_text",))

    class Meta:
        verbose_name = _("przedsięwzięcie")
        verbose_name_plural = _("przedsięwzięcia")
        constraints = (
            one_of("kind", UndertakingKind.values, name="undertaking_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=UndertakingKind.ACTION, area__isnull=False)
                | Q(kind=UndertakingKind.INITIATIVE, area__isnull=True),
                name="undertaking_action_has_area",
                violation_error_message=_("Działanie należy do obszaru, a program jednostki nie."),
            ),
            both_or_neither("withdrawn_on", "withdrawn_by", name="undertaking_withdrawn_pair"),
            models.UniqueConstraint(fields=("area", "no"), name="action_no_once"),
            models.UniqueConstraint(fields=("programme", "no"), condition=Q(area=None), name="initiative_no_once"),
        )

    def __str__(self) -> str:
        return f"{self.code}. {self.wording}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_search_text()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("plans:undertaking", args=(self.pk,))

    def fill_search_text(self) -> None:
        """Store the words by which the row is found; to be called by hand only before `bulk_create`."""
        self.search_text = search_text(self.wording, self.aim, self.audience, self.method)

    @property
    def code(self) -> str:
        """`3.13` for action 13 of area 3, `P9` for initiative 9. Reads the area: select it along."""
        return f"{self.area.no}.{self.no}" if self.area else f"P{self.no}"

    @property
    def is_action(self) -> bool:
        return self.kind == UndertakingKind.ACTION


class ResponsibilityRole(models.TextChoices):
    LEAD = "lead", _("podmiot odpowiedzialny")
    PARTNER = "partner", _("partner")


class ResponsibilityQuerySet(models.QuerySet["Responsibility"]):
    def in_force(self, day: date | None = None) -> "ResponsibilityQuerySet":
        """Duties on the day (today when not given): begun by then, and not over."""
        day = day or clock.today()
        return self.not_over(day).filter(Q(since=None) | Q(since__lte=day))

    def not_over(self, day: date | None = None) -> "ResponsibilityQuerySet":
        """Duties on the day or after it: also those that an amendment lets begin later."""
        return self.filter(Q(until=None) | Q(until__gt=day or clock.today()))


class Responsibility(models.Model):
    """The duty of an institution in an undertaking, as lead or partner, in the document's order."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="responsibilities")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="responsibilities")
    role = models.CharField(_("rola"), max_length=10, choices=ResponsibilityRole)
    place = models.PositiveSmallIntegerField(_("kolejność w dokumencie"), default=0)
    since = models.DateField(_("od"), null=True, blank=True)
    until = models.DateField(_("do"), null=True, blank=True)
    """The first day on which the body does not answer for it any more, as `Undertaking.withdrawn_on`."""
    amendment = models.ForeignKey(
        Amendment, models.PROTECT, null=True, related_name="duties", verbose_name=_("dodano zmianą")
    )
    """None: it stands in the resolution as adopted."""
    ended_by = models.ForeignKey(
        Amendment, models.PROTECT, null=True, related_name="ended_duties", verbose_name=_("zakończono zmianą")
    )
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="duties", verbose_name=_("stanowisko prowadzące")
    )
    """Which post of the institution leads this duty; none: everyone in the institution."""

    objects = ResponsibilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("odpowiedzialność")
        verbose_name_plural = _("odpowiedzialności")
        ordering = ("role", "place")
        constraints = (
            one_of("role", ResponsibilityRole.values, name="responsibility_role_known"),
            models.UniqueConstraint(
                fields=("undertaking", "institution", "role"),
                condition=Q(until=None),
                name="responsibility_once",
                violation_error_message=_("Ten podmiot ma już tę rolę w działaniu."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.institution.short}: {self.get_role_display()}"


class PostProgramme(models.Model):
    """A programme that a limited post reaches (`Post.limited`); a post that is not limited reaches all."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="programmes", verbose_name=_("stanowisko"))
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+", verbose_name=_("program"))

    class Meta:
        verbose_name = _("program stanowiska")
        verbose_name_plural = _("programy stanowisk")
        constraints = (models.UniqueConstraint(fields=("post", "programme"), name="post_programme_once"),)

    def __str__(self) -> str:
        return f"{self.post}: {self.programme}"


class SupplementKind(models.TextChoices):
    DEADLINE = "deadline", _("termin")
    MEASURE = "measure", _("miernik")
    MONEY = "money", _("finansowanie")
    AUDIENCE = "audience", _("odbiorcy")
    GOAL = "goal", _("cel programu")
    DIAGNOSIS = "diagnosis", _("diagnoza obszaru")


class Supplement(models.Model):
    """What the resolution does not say and the office says beside it, until the next amendment. Its wording stays."""

    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, related_name="supplements", verbose_name=_("przedsięwzięcie")
    )
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="supplements", verbose_name=_("obszar"))
    kind = models.CharField(_("rodzaj"), max_length=20, choices=SupplementKind)
    text = models.TextField(_("treść"), blank=True)
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="+", verbose_name=_("cel"))

    history = kept_history(_("historia uzupełnienia"), _("historie uzupełnień"))

    class Meta:
        verbose_name = _("uzupełnienie")
        verbose_name_plural = _("uzupełnienia")
        ordering = ("pk",)
        constraints = (
            one_of("kind", SupplementKind.values, name="supplement_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=SupplementKind.DIAGNOSIS, area__isnull=False, undertaking__isnull=True)
                | Q(~Q(kind=SupplementKind.DIAGNOSIS), area__isnull=True, undertaking__isnull=False),
                name="supplement_of_one_thing",
                violation_error_message=_("Diagnoza należy do obszaru, inne uzupełnienia do działania."),
            ),
            models.CheckConstraint(
                condition=Q(kind=SupplementKind.GOAL, goal__isnull=False, text="")
                | Q(~Q(kind=SupplementKind.GOAL), ~Q(text=""), goal__isnull=True),
                name="supplement_says_something",
                violation_error_message=_("Uzupełnienie nie może być puste."),
            ),
            models.UniqueConstraint(fields=("undertaking", "kind"), name="supplement_once"),
            models.UniqueConstraint(fields=("area", "kind"), name="supplement_of_area_once"),
        )

    def __str__(self) -> str:
        return str(self.goal) if self.goal else self.text
