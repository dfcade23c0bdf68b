from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "bezpiecznik.indicators"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.indicators import desk, documents, kept, merging, personal_data, sentences
        from bezpiecznik.institutions import merging as joined

        house.provider(desk.to_enter)
        joined.register(merging.MOVER)
        documents.register()
        kept.register_kept()
        personal_data.register()
