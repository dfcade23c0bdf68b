from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdministrationConfig(AppConfig):
    name = "bezpiecznik.administration"
    verbose_name = _("Administracja")

    def ready(self) -> None:
        from bezpiecznik.administration import jobs, kept, ticks

        kept.register_kept()
