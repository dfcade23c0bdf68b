from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "bezpiecznik.institutions"

    def ready(self) -> None:
        from bezpiecznik.core import desk
        from bezpiecznik.institutions.desk import vacant_places

        desk.provider(vacant_places)
