from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdministrationConfig(AppConfig):
    name = "bezpiecznik.administration"
    verbose_name = _("Administracja")

    def ready(self) -> None:
        from bezpiecznik.administration import desk, jobs, kept, ticks
        from bezpiecznik.core import desk as house

        house.provider(desk.mail_in_trouble)
        house.provider(desk.data_not_holding)
        kept.register_kept()
