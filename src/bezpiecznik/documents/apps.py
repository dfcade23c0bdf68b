from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bezpiecznik.documents"

    def ready(self) -> None:
        from bezpiecznik.documents import jobs, personal_data

        personal_data.register()
