from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    WORDING_CHANGED = "notices.wording_changed", _("Zmieniono wzór wiadomości")
    WORDING_RESTORED = "notices.wording_restored", _("Przywrócono domyślny wzór wiadomości")
    SENT_AGAIN = "notices.sent_again", _("Wysłano wiadomość ponownie")
    CHOICE_MADE = "notices.choice_made", _("Zmieniono wybór powiadomień")
    UNSUBSCRIBED = "notices.unsubscribed", _("Zrezygnowano z powiadomień przez odnośnik w wiadomości")
    BOUNCED = "notices.bounced", _("Wiadomość odbiła się od skrzynki adresata")
