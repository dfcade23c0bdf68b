from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "bezpiecznik.portal"

    def ready(self) -> None:
        from bezpiecznik.portal import options
