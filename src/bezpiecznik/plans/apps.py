from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "bezpiecznik.plans"

    def ready(self) -> None:
        from bezpiecznik.institutions import panels
        from bezpiecznik.institutions.posts import legacy, radar
        from bezpiecznik.plans import division, duties

        panels.FIGURES.extend(duties.FIGURES)
        panels.register(duties.duties_of)
        legacy.teller(division.led_by)
        radar.watcher(division.without_working_reporter)
        radar.watcher(division.led_by_nobody)
