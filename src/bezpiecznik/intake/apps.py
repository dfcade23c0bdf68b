from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "bezpiecznik.intake"

    def ready(self) -> None:
        from bezpiecznik.intake import reading, todos
