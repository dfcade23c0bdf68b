from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "bezpiecznik.accounts"
    verbose_name = _("Konta")

    def ready(self) -> None:
        from django.contrib.auth.signals import user_login_failed

        from bezpiecznik.accounts import failures, kept, personal_data

        user_login_failed.connect(failures.note, dispatch_uid="failed-sign-in-in-the-log")
        kept.register_kept()
        personal_data.register()
