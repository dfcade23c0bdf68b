from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "bezpiecznik.activities"

    def ready(self) -> None:
        from bezpiecznik.activities import desk, kept, merging, panels, personal_data
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.institutions import panels as of_institutions
        from bezpiecznik.plans import panels as of_plans

        house.provider(desk.unanswered)
        joined.register(merging.MOVER)
        of_institutions.register(panels.of_institution)
        of_plans.register(panels.of_undertaking)
        kept.register_kept()
        personal_data.register()
