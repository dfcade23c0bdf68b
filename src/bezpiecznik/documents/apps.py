from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bezpiecznik.documents"

    def ready(self) -> None:
        from bezpiecznik.documents import jobs, kept, office, personal_data

        kept.register_kept()
        office.register()
        personal_data.register()
