from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionsConfig(AppConfig):
    name = "bezpiecznik.institutions"
    verbose_name = _("Podmioty i role")

    def ready(self) -> None:
        from bezpiecznik.accounts import second_factor
        from bezpiecznik.core import desk
        from bezpiecznik.institutions.desk import first_account, vacant_places
        from bezpiecznik.institutions.second_factor import role_asks_for_it

        desk.provider(first_account)
        desk.provider(vacant_places)
        second_factor.required_by(role_asks_for_it)
