from django.apps import AppConfig


class CouncilConfig(AppConfig):
    name = "bezpiecznik.council"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.council import president_desk

        house.home(president_desk.home)
        house.provider(president_desk.todos)
