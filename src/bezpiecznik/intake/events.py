from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    UPLOADED = "intake.uploaded", _("Wczytano dokument uchwały")
    READ = "intake.read", _("Odczytano dokument uchwały")
    READ_AGAIN = "intake.read_again", _("Zlecono ponowny odczyt dokumentu")
    CORRECTED = "intake.corrected", _("Poprawiono odczyt")
    UNDONE = "intake.undone", _("Cofnięto poprawkę odczytu")
    REMOVED = "intake.removed", _("Usunięto pozycję odczytu")
    RESTORED = "intake.restored", _("Przywrócono pozycję odczytu")
    ADDED = "intake.added", _("Dopisano pozycję do odczytu")
    PART_SEEN = "intake.part_seen", _("Sprawdzono część odczytu")
    NAMES_DECIDED = "intake.names_decided", _("Ustalono podmioty z dokumentu")
    MERGED = "intake.merged", _("Połączono pozycje odczytu")
    REPAIRED = "intake.repaired", _("Poprawiono odczyt zgodnie z propozycją")
    FAULT_SET_ASIDE = "intake.fault_set_aside", _("Odłożono uwagę do dokumentu")
    FAULT_REOPENED = "intake.fault_reopened", _("Przywrócono uwagę do dokumentu")
    LEFT_SETTLED = "intake.left_settled", _("Rozstrzygnięto wpis, którego nie przeniesiono do nowego odczytu")
    CARRIED_OVER = "intake.carried_over", _("Odczytano dokument ponownie i przeniesiono decyzje")
    TAKEN_BACK = "intake.taken_back", _("Cofnięto czynność sprawdzania odczytu")
    ACCEPTED = "intake.accepted", _("Przyjęto dokument do programu")
    ABANDONED = "intake.abandoned", _("Porzucono wczytany dokument")
    BROUGHT_BACK = "intake.brought_back", _("Przywrócono porzucony dokument")
