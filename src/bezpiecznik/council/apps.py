from django.apps import AppConfig


class CouncilConfig(AppConfig):
    name = "bezpiecznik.council"
