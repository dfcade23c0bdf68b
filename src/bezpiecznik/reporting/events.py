"""What the journal says of reporting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    PERIOD_PLANNED = "reporting.period_planned", _("Zaplanowano okres sprawozdawczy")
    PERIOD_OPENED = "reporting.period_opened", _("Otwarto okres sprawozdawczy")
    OBLIGATIONS_RENEWED = "reporting.obligations_renewed", _("Uzupełniono obowiązki sprawozdawcze")
    PERIOD_CLOSED = "reporting.period_closed", _("Zamknięto okres sprawozdawczy")
    ENTRY_SAVED = "reporting.entry_saved", _("Zapisano wpis sprawozdania")
    WORDS_TAKEN_OVER = "reporting.words_taken_over", _("Przejęto treść z poprzedniego okresu")
    TAKING_OVER_UNDONE = "reporting.taking_over_undone", _("Cofnięto przejęcie treści z poprzedniego okresu")
    CONTRIBUTION_SAVED = "reporting.contribution_saved", _("Zapisano wkład do sprawozdania")
    PACKET_HANDED_OVER = "reporting.packet_handed_over", _("Przekazano sprawozdanie do podpisu")
    PACKET_TAKEN_BACK = "reporting.packet_taken_back", _("Cofnięto sprawozdanie do wypełniania")
    PACKET_SUBMITTED = "reporting.packet_submitted", _("Złożono sprawozdanie")
    PACKET_RETURNED = "reporting.packet_returned", _("Zwrócono sprawozdanie do poprawy")
    PACKET_ACCEPTED = "reporting.packet_accepted", _("Przyjęto sprawozdanie")
    PACKET_REOPENED = "reporting.packet_reopened", _("Otwarto ponownie przyjęte sprawozdanie")
    LINK_SENT = "reporting.link_sent", _("Wysłano łącze jednorazowe")
    LINK_ASKED = "reporting.link_asked", _("Wysłano nowe łącze na prośbę osoby zaproszonej")
    LINK_OPENED = "reporting.link_opened", _("Otwarto łącze jednorazowe")
    LINK_REVOKED = "reporting.link_revoked", _("Unieważniono łącze jednorazowe")
