from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "bezpiecznik.evaluation"

    def ready(self) -> None:
        from bezpiecznik.evaluation import desk, documents, kept, panels, personal_data

        documents.register()
        desk.register()
        panels.register()
        kept.register_kept()
        personal_data.register()
