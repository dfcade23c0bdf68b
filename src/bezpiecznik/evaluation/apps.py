from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "bezpiecznik.evaluation"

    def ready(self) -> None:
        from bezpiecznik.evaluation import desk, documents, kept, merging, panels, personal_data
        from bezpiecznik.institutions import merging as joined

        documents.register()
        desk.register()
        panels.register()
        kept.register_kept()
        personal_data.register()
        joined.register(merging.MOVER)
