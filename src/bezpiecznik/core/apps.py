from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import pre_save
from django.utils.module_loading import autodiscover_modules
from simple_history.signals import pre_create_historical_record

from bezpiecznik.core import collation


class CoreConfig(AppConfig):
    name = "bezpiecznik.core"

    def ready(self) -> None:
        from bezpiecznik.core import checks, fieldhistory, housekeeping, kept

        connection_created.connect(collation.install, dispatch_uid="polish-collation")
        pre_create_historical_record.connect(fieldhistory.stamp, dispatch_uid="history-moment")
        pre_save.connect(fieldhistory.before_save, dispatch_uid="history-baseline")
        # Settings, sentences of the journal and checks stand in each room under these names.
        autodiscover_modules("options", "retention", "identity", "sentences", "verification")
        kept.register_kept()
