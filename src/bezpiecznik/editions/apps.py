from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "bezpiecznik.editions"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.editions import desk, documents, kept, merging, panels, personal_data, services
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.plans import followers

        documents.register()
        house.provider(desk.todos)
        panels.register()
        kept.register_kept()
        personal_data.register()
        joined.register(merging.MOVER)
        followers.register(services.follow_programme)
