from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "bezpiecznik.intake"

    def ready(self) -> None:
        from bezpiecznik.intake import reading, todos  # noqa: F401, PLC0415 (they register what the room offers)
