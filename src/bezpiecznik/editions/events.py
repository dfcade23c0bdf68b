"""What the journal says of editions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    STARTED = "editions.started", _("Rozpoczęto przygotowanie następnego programu")
    PASSAGES_CHANGED = "editions.passages_changed", _("Zmieniono cele i postanowienia projektu programu")
    AREA_SAVED = "editions.area_saved", _("Zapisano obszar projektu programu")
    DECIDED = "editions.fate_decided", _("Rozstrzygnięto, co dalej z działaniem")
    CONTINUED = "editions.fates_continued", _("Rozstrzygnięto zbiorczo, że działania będą kontynuowane")
    BATCH_UNDONE = "editions.batch_undone", _("Cofnięto decyzję zbiorczą o działaniach")
    ITEM_ADDED = "editions.item_added", _("Dodano pozycję do projektu programu")
    ITEM_CHANGED = "editions.item_changed", _("Zmieniono pozycję projektu programu")
    ITEM_REMOVED = "editions.item_removed", _("Usunięto pozycję z projektu programu")
    LINKED = "editions.linked", _("Wskazano uchwałę, która przyjęła następny program")
    CONFIRMED = "editions.proposals_confirmed", _("Potwierdzono proponowane odpowiedniki działań")
    PUBLISHED = "editions.consultation_published", _("Ogłoszono konsultacje projektu programu")
    COMMENTED = "editions.commented", _("Podmiot zgłosił uwagę do projektu programu")
    ANSWERED = "editions.comment_answered", _("Odpowiedziano na uwagę z konsultacji")
    WITHHELD = "editions.comment_withheld", _("Ukryto uwagę z konsultacji przed mieszkańcami")
    CLOSED = "editions.consultation_closed", _("Zakończono konsultacje projektu programu")
    ADOPTED = "editions.adopted", _("Przyjęto następny program")
    ABANDONED = "editions.abandoned", _("Zaniechano przygotowania następnego programu")
