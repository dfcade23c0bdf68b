from django.apps import AppConfig


class MotionsConfig(AppConfig):
    name = "bezpiecznik.motions"

    def ready(self) -> None:
        from bezpiecznik.commission import proposals
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.institutions import panels as of_institutions
        from bezpiecznik.motions import agenda, desk, kept, merging, notices, options, panels, personal_data, ticks
        from bezpiecznik.plans import panels as of_plans

        house.provider(desk.todos)
        joined.register(merging.MOVER)
        kept.register_kept()
        of_institutions.register(panels.of_institution)
        of_plans.register(panels.of_undertaking)
        personal_data.register()
        proposals.register(agenda.waiting)
