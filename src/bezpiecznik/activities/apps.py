from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "bezpiecznik.activities"
