from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    ADDED = "posts.added", _("Dodano stanowisko")
    RENAMED = "posts.renamed", _("Zmieniono nazwę stanowiska")
    ABOLISHED = "posts.abolished", _("Zniesiono stanowisko")
    SEATED = "posts.seated", _("Obsadzono stanowisko")
    ENDED = "posts.ended", _("Ustalono koniec zajmowania stanowiska")
    HANDED_OVER = "posts.handed_over", _("Przekazano stanowisko następcy")
    UNDONE = "posts.handover_undone", _("Cofnięto przekazanie stanowiska")
    READ = "posts.handover_read", _("Następca przeczytał notatkę poprzednika")
    DEPUTY_NAMED = "posts.deputy_named", _("Wyznaczono zastępstwo")
    DEPUTY_ENDED = "posts.deputy_ended", _("Zakończono albo odwołano zastępstwo")
