from django.apps import AppConfig


class CouncilConfig(AppConfig):
    name = "bezpiecznik.council"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.council import desk, documents, kept, personal_data, president_desk

        house.home(president_desk.home)
        house.provider(president_desk.todos)
        house.provider(desk.pressed)
        documents.register()
        kept.register_kept()
        personal_data.register()
