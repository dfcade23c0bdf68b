"""What the journal says of activities."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    ENTERED = "activities.entered", _("Wpisano działalność")
    CHANGED = "activities.changed", _("Zmieniono wpis działalności")
    HELD = "activities.held", _("Potwierdzono, że działalność się odbyła")
    CANCELLED = "activities.cancelled", _("Odwołano działalność")
    REINSTATED = "activities.reinstated", _("Cofnięto odwołanie działalności")
    SHOWN = "activities.shown", _("Pokazano działalność mieszkańcom")
    HIDDEN = "activities.hidden", _("Przestano pokazywać działalność mieszkańcom")
    WITHHELD = "activities.withheld", _("Biuro ukryło działalność przed mieszkańcami")
    RELEASED = "activities.released", _("Biuro pozwoliło znów pokazać działalność mieszkańcom")
    CLEARED = "activities.cleared", _("Stwierdzono, że wpis działalności nie zawiera danych osoby")
    FILE_ADDED = "activities.file_added", _("Dołączono plik do działalności")
    FILE_CHANGED = "activities.file_changed", _("Zmieniono opis pliku działalności")
    FILE_REMOVED = "activities.file_removed", _("Usunięto plik z działalności")
    JOINED = "activities.joined", _("Połączono wpisy o tym samym wydarzeniu")
    SPLIT = "activities.split", _("Rozłączono wpisy działalności")
    TOLD_APART = "activities.told_apart", _("Stwierdzono, że to różne wydarzenia")
    IMPORTED = "activities.imported", _("Wczytano działalność z pliku")
    IMPORT_UNDONE = "activities.import_undone", _("Cofnięto wczytanie działalności z pliku")
