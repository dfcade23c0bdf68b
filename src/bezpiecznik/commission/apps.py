from django.apps import AppConfig


class CommissionConfig(AppConfig):
    name = "bezpiecznik.commission"

    def ready(self) -> None:
        self._composition()
        self._meetings()

    def _composition(self) -> None:
        """Composition, requests for information, the yearly report."""

    def _meetings(self) -> None:
        """Meetings, opinions, minutes, tasks."""
