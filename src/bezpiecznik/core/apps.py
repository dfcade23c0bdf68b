from django.apps import AppConfig
from django.db.backends.signals import connection_created

from bezpiecznik.core import collation


class CoreConfig(AppConfig):
    name = "bezpiecznik.core"

    def ready(self) -> None:
        from bezpiecznik.core import housekeeping

        connection_created.connect(collation.install, dispatch_uid="polish-collation")
