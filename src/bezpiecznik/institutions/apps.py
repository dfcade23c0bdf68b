from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionsConfig(AppConfig):
    name = "bezpiecznik.institutions"
    verbose_name = _("Podmioty i role")

    def ready(self) -> None:
        from bezpiecznik.core import desk
        from bezpiecznik.institutions import merging, moving
        from bezpiecznik.institutions.desk import first_account, vacant_places

        desk.provider(first_account)
        desk.provider(vacant_places)
        for mover in moving.MOVERS:
            merging.register(mover)
