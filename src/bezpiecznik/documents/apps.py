from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bezpiecznik.documents"

    def ready(self) -> None:
        from bezpiecznik.documents import jobs  # noqa: F401, PLC0415 (registers its work; models are ready only now)
