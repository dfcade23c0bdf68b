from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "bezpiecznik.plans"

    def ready(self) -> None:
        from bezpiecznik.institutions import panels  # noqa: PLC0415 (models are ready only now)
        from bezpiecznik.plans import duties  # noqa: PLC0415

        panels.FIGURES.extend(duties.FIGURES)
        panels.register(duties.duties_of)
