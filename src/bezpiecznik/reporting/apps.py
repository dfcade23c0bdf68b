from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bezpiecznik.reporting"

    def ready(self) -> None:
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.institutions import panels as of_institutions
        from bezpiecznik.institutions.posts.legacy import teller
        from bezpiecznik.letters import templates
        from bezpiecznik.plans import panels as of_plans
        from bezpiecznik.reporting import (
            card_parts,
            contributions,
            desk,
            documents,
            kept,
            legacy,
            letters,
            merging,
            merging_links,
            notices,
            options,
            panels,
            personal_data,
        )

        for provider in (desk.for_reporter, desk.for_member, desk.for_head, desk.for_office, desk.for_planner):
            house.provider(provider)
        for tell in (legacy.open_packets, legacy.coming_periods, legacy.reports_to_accept):
            teller(tell)
        house.summary(desk.progress)
        of_plans.register(panels.reports)
        of_institutions.register(panels.links)
        joined.register(merging.MOVER)
        joined.register(merging.CONTRIBUTIONS)
        joined.register(merging_links.MOVER)
        templates.register(letters.templates)
        card_parts.register(card_parts.Place.BESIDE, contributions.panels)
        documents.register()
        kept.register_kept()
        personal_data.register()
