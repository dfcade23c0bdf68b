from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionsConfig(AppConfig):
    name = "bezpiecznik.institutions"
    verbose_name = _("Podmioty i role")

    def ready(self) -> None:
        from bezpiecznik.accounts import second_factor
        from bezpiecznik.core import desk
        from bezpiecznik.institutions import kept, merging, moving, notices, panels, personal_data, ticks
        from bezpiecznik.institutions.desk import first_account, vacant_places
        from bezpiecznik.institutions.posts import desk as of_posts
        from bezpiecznik.institutions.posts.panels import posts_of
        from bezpiecznik.institutions.second_factor import role_asks_for_it

        desk.provider(first_account)
        desk.provider(vacant_places)
        kept.register_kept()
        personal_data.register()
        for provider in (of_posts.handed_over, of_posts.stands_in, of_posts.phantom_owners):
            desk.provider(provider)
        panels.register(posts_of)
        second_factor.required_by(role_asks_for_it)
        for mover in moving.MOVERS:
            merging.register(mover)
