from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "bezpiecznik.activities"

    def ready(self) -> None:
        from bezpiecznik.activities import days, desk, kept, merging, notices, panels, personal_data
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.institutions import panels as of_institutions
        from bezpiecznik.plans import panels as of_plans
        from bezpiecznik.plans.timetable import marks

        house.provider(desk.unanswered)
        house.provider(desk.alike)
        joined.register(merging.MOVER)
        of_institutions.register(panels.of_institution)
        of_plans.register(panels.of_undertaking)
        marks.source(days.of_activities)
        kept.register_kept()
        personal_data.register()
