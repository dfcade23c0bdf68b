from django.apps import AppConfig


class ObservationsConfig(AppConfig):
    name = "bezpiecznik.observations"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.observations import desk, kept, options, panels, personal_data, ticks
        from bezpiecznik.plans import panels as of_plans

        house.provider(desk.waiting)
        house.provider(desk.letters)
        house.provider(desk.failing)
        of_plans.register(panels.of_undertaking)
        kept.register_kept()
        personal_data.register()
