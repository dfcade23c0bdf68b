from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "bezpiecznik.institutions"

    def ready(self) -> None:
        from bezpiecznik.core import desk  # noqa: PLC0415 (models are ready only now)
        from bezpiecznik.institutions.desk import vacant_places  # noqa: PLC0415

        desk.provider(vacant_places)
