from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "bezpiecznik.plans"

    def ready(self) -> None:
        from bezpiecznik.institutions import panels
        from bezpiecznik.plans import duties

        panels.FIGURES.extend(duties.FIGURES)
        panels.register(duties.duties_of)
