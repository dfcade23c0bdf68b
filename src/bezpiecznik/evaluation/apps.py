from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "bezpiecznik.evaluation"

    def ready(self) -> None:
        from bezpiecznik.evaluation import desk, documents, panels

        documents.register()
        desk.register()
        panels.register()
