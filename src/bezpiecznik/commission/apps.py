from django.apps import AppConfig


class CommissionConfig(AppConfig):
    name = "bezpiecznik.commission"

    def ready(self) -> None:
        self._composition()
        self._meetings()

    def _composition(self) -> None:
        """Composition, requests for information, the yearly report."""
        from bezpiecznik.commission import (
            days,
            desk,
            documents,
            fixed_texts,
            kept,
            merging,
            notices,
            personal_data,
            ticks,
        )
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.plans.timetable import marks

        fixed_texts.declare()
        documents.register()
        house.provider(desk.of_composition)
        marks.source(days.of_commission)
        joined.register(merging.MOVER)
        kept.register_kept()
        personal_data.register()

    def _meetings(self) -> None:
        """Meetings, opinions, minutes, tasks."""
        from bezpiecznik.commission import (
            meeting_days,
            meeting_desk,
            meeting_documents,
            meeting_merging,
            meeting_notices,
            meeting_options,
            meeting_personal_data,
            meeting_sentences,
            proposal_sources,
        )
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.plans.timetable import marks

        del meeting_notices, meeting_options, meeting_sentences  # to import them is to register what they declare
        meeting_documents.register()
        proposal_sources.register()
        house.provider(meeting_desk.for_office)
        house.provider(meeting_desk.for_members)
        marks.source(meeting_days.of_meetings)
        joined.register(meeting_merging.MOVER)
        meeting_personal_data.register()
