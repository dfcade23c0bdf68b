"""Activities are what reports rest on: the system never removes them; a photo is removed by whoever may change it."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.models import Activity, ActivityImport, Attachment, Joining
from bezpiecznik.core.keeping import Ending, Kept, delete_from, keep_on_file, register
from bezpiecznik.institutions.kept import IMPORT_DAYS


def register_kept() -> None:
    keep_on_file(
        "activities.activities",
        title=_("Działalność podmiotów"),
        holds=_("Co, gdzie i kiedy zrobiono, dla ilu osób; bez danych osób. Kto wpisał i zmieniał."),
        why=_("Na tych wpisach opierają się sprawozdania, czyli akta sprawy."),
        count=Activity.objects.count,
    )
    keep_on_file(
        "activities.attachments",
        title=_("Zdjęcia i dokumenty przy działalności"),
        holds=_("Zdjęcia bez ukrytych danych (miejsca, czasu, aparatu) i dokumenty; kto je dołączył."),
        basis=_("art. 6 ust. 1 lit. c i e RODO"),
        why=_("Należą do wpisu; usuwa je podmiot, gdy nie są już potrzebne."),
        count=Attachment.objects.count,
    )
    keep_on_file(
        "activities.joinings",
        title=_("Połączenia wpisów o tym samym wydarzeniu"),
        holds=_("Które wpisy połączono, kto i kiedy; które uznano za różne wydarzenia."),
        why=_("Wyjaśniają liczby w sprawozdaniach i pozwalają cofnąć połączenie."),
        count=Joining.objects.count,
    )
    register(
        Kept(
            name="activities.imports",
            title=_("Wczytane pliki działalności"),
            holds=_("Wiersze plików i kalendarzy, które wczytały podmioty, oraz to, co z nich powstało."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            period=IMPORT_DAYS,
            count=ActivityImport.objects.count,
            due=lambda before: ActivityImport.objects.filter(added_at__lt=before),
            remove=delete_from(ActivityImport),
        )
    )
