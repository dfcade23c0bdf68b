from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "bezpiecznik.accounts"
    verbose_name = _("Konta")

    def ready(self) -> None:
        from allauth.account.signals import user_logged_in
        from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
        from django.contrib.auth.signals import user_logged_in as session_begun
        from django.contrib.auth.signals import user_login_failed

        from bezpiecznik.accounts import failures, kept, personal_data, signals

        session_begun.connect(signals.begin_session)
        user_logged_in.connect(signals.signed_in)
        user_login_failed.connect(failures.note, dispatch_uid="failed-sign-in-in-the-log")
        authenticator_added.connect(signals.factor_added)
        authenticator_removed.connect(signals.factor_removed)
        authenticator_reset.connect(signals.codes_made)
        kept.register_kept()
        personal_data.register()
