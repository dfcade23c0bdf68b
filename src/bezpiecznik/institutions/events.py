from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "institutions.created", _("Dodano podmiot")
    ALIAS_ADDED = "institutions.alias_added", _("Dodano inną pisownię nazwy podmiotu")
    ALIAS_REMOVED = "institutions.alias_removed", _("Usunięto inną pisownię nazwy podmiotu")
    REPORTING_SET = "institutions.reporting_set", _("Ustalono, przez kogo sprawozdaje podmiot")
    EDITED = "institutions.edited", _("Zmieniono dane podmiotu")
    KIND_CONFIRMED = "institutions.kind_confirmed", _("Potwierdzono rodzaj podmiotu")
    MEMBER_ADDED = "institutions.member_added", _("Dodano podmiot do nazwy zbiorowej")
    MEMBER_ENDED = "institutions.member_ended", _("Podmiot przestał należeć do nazwy zbiorowej")
    RENAMED = "institutions.renamed", _("Zmieniono nazwę podmiotu od podanego dnia")
    RENAMING_CANCELLED = "institutions.renaming_cancelled", _("Odwołano zapowiedzianą zmianę nazwy podmiotu")
    NAME_IN_FORCE = "institutions.name_in_force", _("Zaczęła obowiązywać nowa nazwa podmiotu")
    DISSOLVED = "institutions.dissolved", _("Zapisano zniesienie podmiotu")
    DISSOLUTION_UNDONE = "institutions.dissolution_undone", _("Cofnięto zniesienie podmiotu")
    MERGED = "institutions.merged", _("Połączono z innym wpisem tego samego podmiotu")
    MERGED_HERE = "institutions.merged_here", _("Dołączono drugi wpis tego samego podmiotu")
    CONTACT_SET = "institutions.contact_set", _("Zmieniono kontakt podmiotu")
    IMPORTED = "institutions.imported", _("Zatwierdzono wczytany wykaz podmiotów")
