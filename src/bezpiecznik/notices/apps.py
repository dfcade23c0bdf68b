from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "bezpiecznik.notices"
    verbose_name = _("Wiadomości")

    def ready(self) -> None:
        from bezpiecznik.notices import bounces, digest, kept, options, personal_data, ticks

        kept.register_kept()
        personal_data.register()
