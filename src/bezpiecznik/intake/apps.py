from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "bezpiecznik.intake"

    def ready(self) -> None:
        from bezpiecznik.intake import kept, personal_data, reading, rereading_job, todos

        kept.register_kept()
        personal_data.register()
