"""Every file of the house, stored once by the hash of its bytes. Names belong to whoever refers to the file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock


def place(stored: "StoredFile", _name: str) -> str:
    return f"{stored.sha256[:2]}/{stored.sha256}"


class StoredFile(models.Model):
    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(_("rodzaj"), max_length=120)
    size = models.PositiveBigIntegerField(_("rozmiar w bajtach"))
    content = models.FileField(_("zawartość"), upload_to=place, max_length=120)
    created_at = models.DateTimeField(_("zapisano"), default=clock.now)

    class Meta:
        verbose_name = _("plik")
        verbose_name_plural = _("pliki")

    def __str__(self) -> str:
        return self.sha256[:12]

    def read(self) -> bytes:
        """All bytes of the file."""
        with self.content.open("rb") as stream:
            return bytes(stream.read())
