from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "bezpiecznik.plans"

    def ready(self) -> None:
        from bezpiecznik.institutions import aliases, panels
        from bezpiecznik.institutions import merging as of_institutions
        from bezpiecznik.plans import duties, merging

        panels.FIGURES.extend(duties.FIGURES)
        panels.register(duties.duties_of)
        of_institutions.register(merging.MOVER)
        aliases.register(merging.wording_with)
