"""What the journal says of reporting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    PERIOD_PLANNED = "reporting.period_planned", _("Zaplanowano okres sprawozdawczy")
    PERIOD_OPENED = "reporting.period_opened", _("Otwarto okres sprawozdawczy")
    OBLIGATIONS_RENEWED = "reporting.obligations_renewed", _("Uzupełniono obowiązki sprawozdawcze")
    PERIOD_CLOSED = "reporting.period_closed", _("Zamknięto okres sprawozdawczy")
    ENTRY_SAVED = "reporting.entry_saved", _("Zapisano wpis sprawozdania")
    PACKET_HANDED_OVER = "reporting.packet_handed_over", _("Przekazano sprawozdanie do podpisu")
    PACKET_TAKEN_BACK = "reporting.packet_taken_back", _("Cofnięto sprawozdanie do wypełniania")
    PACKET_SUBMITTED = "reporting.packet_submitted", _("Złożono sprawozdanie")
    PACKET_RETURNED = "reporting.packet_returned", _("Zwrócono sprawozdanie do poprawy")
    PACKET_ACCEPTED = "reporting.packet_accepted", _("Przyjęto sprawozdanie")
    PACKET_REOPENED = "reporting.packet_reopened", _("Otwarto ponownie przyjęte sprawozdanie")
    DOUBT_ANSWERED = "reporting.doubt_answered", _("Odpowiedziano na pytanie o treść wpisu")
    DOUBT_SETTLED = "reporting.doubt_settled", _("Uznano wątpliwość co do wpisu za wyjaśnioną")
    STANCE_TAKEN = "reporting.stance_taken", _("Zajęto stanowisko wobec wkładu partnera")
    STANCE_ANSWERED = "reporting.stance_answered", _("Partner odpowiedział na stanowisko")
    LINK_SENT = "reporting.link_sent", _("Wysłano łącze jednorazowe")
    LINK_ASKED = "reporting.link_asked", _("Wysłano nowe łącze na prośbę osoby zaproszonej")
    LINK_OPENED = "reporting.link_opened", _("Otwarto łącze jednorazowe")
    LINK_REVOKED = "reporting.link_revoked", _("Unieważniono łącze jednorazowe")
    REMINDED = "reporting.reminded", _("Przypomniano o sprawozdaniu")
    NOBODY_TO_REMIND = "reporting.nobody_to_remind", _("Nie ma komu przypomnieć o sprawozdaniu")
    LADDER_CHANGED = "reporting.ladder_changed", _("Zmieniono krok przypomnień")
    LADDER_PAUSED = "reporting.ladder_paused", _("Wstrzymano przypomnienia")
    LADDER_RESUMED = "reporting.ladder_resumed", _("Wznowiono przypomnienia")
