"""Requests for information under art. 38b of the act on the county self-government.

There is no place here for persons or files of cases: personnel files, operational material and files of individual
cases are excluded by the statute, and every page that takes an answer says so.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models.composition import Commission
from bezpiecznik.commission.states import RequestState
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.documents.models import Document
from bezpiecznik.files.models import StoredFile
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.states import Channel


class InformationRequest(models.Model):
    """The chair asks the police, a service or a unit for documents and information about its work."""

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="requests", verbose_name=_("Komisja"))
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("podmiot")
    )
    """None: a body that is not in the register of institutions; its name stands in `addressee`."""
    addressee = models.TextField(_("adresat"), max_length=600)
    """Lines as printed: the name first, then the address."""
    subject = models.CharField(_("czego dotyczy"), max_length=300)
    asked = models.TextField(_("o co prosimy"), max_length=8_000)
    purpose = models.TextField(_("do czego jest to potrzebne"), max_length=2_000, blank=True)
    state = models.CharField(_("stan"), max_length=10, choices=RequestState, default=RequestState.DRAFT)
    asked_on = models.DateField(_("data pisma"), null=True, blank=True)
    due_on = models.DateField(_("termin odpowiedzi"), null=True, blank=True)
    sent_on = models.DateField(_("data wysłania"), null=True, blank=True)
    sent_by = models.CharField(_("droga wysłania"), max_length=12, choices=Channel, blank=True)
    answered_on = models.DateField(_("data odpowiedzi"), null=True, blank=True)
    answer_note = models.TextField(_("co wynika z odpowiedzi"), max_length=8_000, blank=True)
    ended_because = models.TextField(_("powód"), max_length=2_000, blank=True)
    """Of a refusal or a withdrawal; of waiting anew."""
    urged_of = models.DateField(_("termin, o którym przypomniano"), null=True, blank=True)
    """The deadline of which the office was told that it passed."""
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(_("przygotowano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("przygotował(a)"))
    search_text = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("żądanie informacji")
        verbose_name_plural = _("żądania informacji")
        ordering = ("-pk",)
        constraints = (
            one_of("state", RequestState.values, name="information_request_state_known"),
            models.CheckConstraint(
                condition=Q(state=RequestState.DRAFT, document=None, asked_on=None)
                | (
                    ~Q(state=RequestState.DRAFT)
                    & Q(document__isnull=False, asked_on__isnull=False, due_on__isnull=False)
                ),
                name="information_request_numbered_is_kept",
                violation_error_message=_("Żądanie z numerem ma dokument, datę i termin; projekt nie ma numeru."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(RequestState.ANSWERED, RequestState.REFUSED)) | Q(answered_on__isnull=False),
                name="information_request_answer_dated",
                violation_error_message=_("Odpowiedź ma datę."),
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(asked_on=None) | Q(answered_on__gte=F("asked_on")),
                name="information_request_answer_after",
                violation_error_message=_("Odpowiedź nie może być wcześniejsza niż pismo."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.document.number}, {self.subject}" if self.document else self.subject

    def save(self, *args: Any, **kwargs: Any) -> None:
        number = self.document.number if self.document else ""
        self.search_text = search_text(number, self.addressee, self.subject, self.asked)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("commission:request", args=(self.pk,))

    @property
    def is_draft(self) -> bool:
        return self.state == RequestState.DRAFT

    @property
    def is_waiting(self) -> bool:
        return self.state == RequestState.ASKED

    @property
    def is_overdue(self) -> bool:
        return self.is_waiting and self.due_on is not None and self.due_on < clock.today()

    @property
    def whom(self) -> str:
        """The first line of the addressee: its name."""
        return self.addressee.strip().splitlines()[0] if self.addressee.strip() else ""


class RequestFile(models.Model):
    """A file that came with the answer."""

    request = models.ForeignKey(InformationRequest, models.PROTECT, related_name="files", verbose_name=_("żądanie"))
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("plik"))
    name = models.CharField(_("nazwa pliku"), max_length=200)
    added_at = models.DateTimeField(_("dodano"), default=clock.now)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("dodał(a)"))

    class Meta:
        verbose_name = _("plik odpowiedzi")
        verbose_name_plural = _("pliki odpowiedzi")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("request", "file"), name="request_file_once"),)

    def __str__(self) -> str:
        return self.name
