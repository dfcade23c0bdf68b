from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "bezpiecznik.letters"
    verbose_name = _("Pisma")

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.documents import panels as of_documents
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.institutions import panels as of_institutions
        from bezpiecznik.letters import desk, documents, jobs, merging, options, panels, personal_data

        documents.register()
        of_documents.of_document.register(panels.case_of)
        of_institutions.register(panels.letters)
        joined.register(merging.MOVER)
        personal_data.register()
        house.provider(desk.to_send)
