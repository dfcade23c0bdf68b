from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "plans.programme_created", _("Wpisano program do rejestru")
    DUTIES_DIVIDED = "plans.duties_divided", _("Podzielono działania między stanowiska podmiotu")
    ENDED = "plans.programme_ended", _("Zakończono program, bo zastąpił go następny")
    LEAD_NAMED = "plans.lead_named", _("Wskazano podmiot odpowiedzialny za działanie")
    POST_LIMITED = "plans.post_limited", _("Ustalono, których programów dotyczy stanowisko")
    FINDING_SETTLED = "plans.finding_settled", _("Załatwiono sprawę do uporządkowania w programie")
    FINDING_SET_ASIDE = "plans.finding_set_aside", _("Odłożono sprawę do uporządkowania w programie")
    FINDING_REOPENED = "plans.finding_reopened", _("Otwarto ponownie sprawę do uporządkowania w programie")
    SUPPLEMENTED = "plans.supplemented", _("Uzupełniono, czego nie mówi uchwała")
    SCHEDULE_SET = "plans.schedule_set", _("Ustalono termin działania")
    DEADLINE_MOVED = "plans.deadline_moved", _("Przesunięto termin działania")
    COMPLETED = "plans.completed", _("Zakończono działanie")
    COMPLETION_UNDONE = "plans.completion_undone", _("Cofnięto zakończenie działania")
    MILESTONE_ADDED = "plans.milestone_added", _("Dodano kamień milowy działania")
    MILESTONE_MOVED = "plans.milestone_moved", _("Przesunięto termin kamienia milowego")
    MILESTONE_REACHED = "plans.milestone_reached", _("Osiągnięto kamień milowy działania")
    MILESTONE_DROPPED = "plans.milestone_dropped", _("Zrezygnowano z kamienia milowego działania")
    MILESTONE_RESTORED = "plans.milestone_restored", _("Przywrócono kamień milowy działania")
    AMENDED = "plans.amended", _("Wpisano zmianę programu")
    STATUTORY_ADDED = "plans.statutory_added", _("Dodano termin ustawowy")
    STATUTORY_CHANGED = "plans.statutory_changed", _("Zmieniono termin ustawowy")
    FEED_MADE = "plans.feed_made", _("Utworzono kalendarz do subskrypcji")
    FEED_RENEWED = "plans.feed_renewed", _("Zmieniono adres kalendarza do subskrypcji")
    FEED_REVOKED = "plans.feed_revoked", _("Unieważniono kalendarz do subskrypcji")
