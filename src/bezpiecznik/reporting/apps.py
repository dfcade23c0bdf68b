from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bezpiecznik.reporting"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as of_institutions
        from bezpiecznik.plans import panels as of_plans
        from bezpiecznik.reporting import desk, merging, panels

        for provider in (desk.for_reporter, desk.for_head, desk.for_office, desk.for_planner):
            house.provider(provider)
        house.summary(desk.progress)
        of_plans.register(panels.reports)
        of_institutions.register(merging.MOVER)
