from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.module_loading import autodiscover_modules

from bezpiecznik.core import collation


class CoreConfig(AppConfig):
    name = "bezpiecznik.core"

    def ready(self) -> None:
        connection_created.connect(collation.install, dispatch_uid="polish-collation")
        # Settings, sentences of the journal and checks stand in each room under these names.
        autodiscover_modules("options", "retention", "identity", "sentences", "verification")
