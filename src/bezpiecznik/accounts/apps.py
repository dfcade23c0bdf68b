from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "bezpiecznik.accounts"
    verbose_name = _("Konta")

    def ready(self) -> None:
        from bezpiecznik.accounts import kept, personal_data

        kept.register_kept()
        personal_data.register()
