"""Documents that left the house: made from a frozen snapshot, numbered, kept with their files."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.models import Job
from bezpiecznik.core.polish import search_text
from bezpiecznik.documents.models.office import OfficeLook
from bezpiecznik.files.models import StoredFile


class DocumentKind(models.TextChoices):
    ANNUAL_REPORT = "annual-report", _("sprawozdanie roczne z realizacji programu")
    LETTER = "letter", _("pismo")
    PACKET = "packet", _("sprawozdanie podmiotu")
    EVALUATION_ANNEX = "evaluation-annex", _("karty oceny działań")
    HALF_YEAR_REPORT = "half-year-report", _("sprawozdanie półroczne ze wskaźników")
    THREAT_ASSESSMENT = "threat-assessment", _("ocena zagrożeń")
    COMMISSION_REPORT = "commission-report", _("sprawozdanie z działalności Komisji")
    MEETING_PACK = "meeting-pack", _("materiały na posiedzenie Komisji")
    MINUTES = "minutes", _("protokół posiedzenia Komisji")
    OPINION = "opinion", _("opinia Komisji")
    INFORMATION_REQUEST = "information-request", _("żądanie informacji")
    CONSOLIDATED_PROGRAMME = "consolidated-programme", _("tekst jednolity programu")
    DRAFT_PROGRAMME = "draft-programme", _("projekt programu")
    FORMER_PROGRAMME = "former-programme", _("rozliczenie poprzedniego programu")
    DRAFT_RESOLUTION = "draft-resolution", _("projekt uchwały")
    SUBMISSION = "submission", _("pismo przewodnie do rady")
    STATE_REPORT = "state-report", _("informacja do raportu o stanie samorządu")


class FileFormat(models.TextChoices):
    DOCX = "docx", "DOCX"
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"


MEDIA_TYPES = {
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.PDF: "application/pdf",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def file_label(file_format: str, volume: int) -> str:
    """„PDF” or „PDF, tom 2”."""
    label = FileFormat(file_format).label
    return _("%(format)s, tom %(volume)d") % {"format": label, "volume": volume} if volume else label


class Register(models.Model):
    """The last number given to a kind of document in a year: numbers have no gaps."""

    kind = models.CharField(_("rodzaj"), max_length=40, choices=DocumentKind)
    year = models.PositiveSmallIntegerField(_("rok"))
    last = models.PositiveIntegerField(_("ostatni numer"), default=0)

    class Meta:
        verbose_name = _("rejestr numerów")
        verbose_name_plural = _("rejestry numerów")
        constraints = (
            one_of("kind", DocumentKind.values, name="register_kind_known"),
            models.UniqueConstraint(fields=("kind", "year"), name="register_once"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}"


class DocumentQuerySet(models.QuerySet["Document"]):
    def without_snapshot(self) -> "DocumentQuerySet":
        """For lists: the snapshot may be a megabyte long."""
        return self.defer("snapshot")


class Document(models.Model):
    """One document: its snapshot (JSON with names as text) is all that is needed to render it again."""

    kind = models.CharField(_("rodzaj"), max_length=40, choices=DocumentKind)
    number = models.CharField(_("numer"), max_length=60, unique=True)
    title = models.CharField(_("tytuł"), max_length=400)
    year = models.PositiveSmallIntegerField(_("rok"))
    case_sign = models.CharField(_("znak sprawy"), max_length=80, blank=True)
    subject = models.CharField(_("czego dotyczy"), max_length=80, blank=True, db_index=True)
    """Which thing of its own room the document is of, where a year has several: `meeting:12`. The room reads it."""
    case_printed = models.BooleanField(_("znak sprawy wydrukowano"), default=True)
    """No where the sign was given after the files were made: it stands in the register only."""
    look = models.ForeignKey(OfficeLook, models.PROTECT, null=True, related_name="+", verbose_name=_("wygląd"))
    """The version of the office's template in force when the document was made; it stays so."""
    verify_code = models.CharField(_("kod weryfikacji"), max_length=20, blank=True)
    """Under it anybody sees whether a paper is ours. Given before the files are made, never changed."""
    verify_url = models.CharField(_("adres weryfikacji"), max_length=200, blank=True)
    """The whole address printed in the QR code, also where the site has moved since."""
    issued_on = models.DateField(_("data dokumentu"))
    snapshot = models.TextField(_("migawka danych (JSON)"))
    snapshot_sha256 = models.CharField(_("skrót migawki"), max_length=64)
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("sporządzono"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("sporządził(a)"))
    """None where the document was made from the command line, by nobody who signs in."""
    search_text = models.TextField(editable=False, default="")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenty")
        ordering = ("-made_at",)
        constraints = (
            one_of("kind", DocumentKind.values, name="document_kind_known"),
            models.UniqueConstraint(
                fields=("verify_code",), condition=~models.Q(verify_code=""), name="document_verify_code_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(self.number, self.title, self.get_kind_display(), self.case_sign, self.subject)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("documents:detail", args=(self.pk,))


class DocumentFile(models.Model):
    document = models.ForeignKey(Document, models.PROTECT, related_name="files")
    format = models.CharField(_("format"), max_length=10, choices=FileFormat)
    volume = models.PositiveSmallIntegerField(_("tom"), default=0)
    """0: the document is not divided."""
    name = models.CharField(_("nazwa pliku"), max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("plik dokumentu")
        verbose_name_plural = _("pliki dokumentów")
        constraints = (
            one_of("format", FileFormat.values, name="document_file_format_known"),
            models.UniqueConstraint(fields=("document", "format", "volume"), name="document_file_once"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return file_label(self.format, self.volume)
