from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "bezpiecznik.intake"
