from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "bezpiecznik.activities"

    def ready(self) -> None:
        from bezpiecznik.activities import kept, merging, personal_data
        from bezpiecznik.institutions import merging as joined

        joined.register(merging.MOVER)
        kept.register_kept()
        personal_data.register()
