from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bezpiecznik.reporting"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions.posts.legacy import teller
        from bezpiecznik.plans import panels as of_plans
        from bezpiecznik.reporting import desk, legacy, panels

        for provider in (desk.for_reporter, desk.for_head, desk.for_office, desk.for_planner):
            house.provider(provider)
        for tell in (legacy.open_packets, legacy.coming_periods, legacy.reports_to_accept):
            teller(tell)
        house.summary(desk.progress)
        of_plans.register(panels.reports)
