from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bezpiecznik.reporting"

    def ready(self) -> None:
        from bezpiecznik.activities import following
        from bezpiecznik.activities import panels as of_activities
        from bezpiecznik.core import desk as house
        from bezpiecznik.institutions import merging as joined
        from bezpiecznik.institutions import panels as of_institutions
        from bezpiecznik.institutions.posts.legacy import teller
        from bezpiecznik.letters import templates
        from bezpiecznik.plans import followers
        from bezpiecznik.plans import panels as of_plans
        from bezpiecznik.plans.timetable import marks
        from bezpiecznik.reporting import (
            bundles,
            card_parts,
            desk,
            documents,
            doubt_options,
            feeding_parts,
            kept,
            legacy,
            letters,
            merging,
            merging_links,
            notices,
            notices_of_deadlines,
            options,
            panels,
            period_days,
            personal_data,
            services,
            ticks,
        )
        from bezpiecznik.reporting.ladder import desk as of_ladder
        from bezpiecznik.reporting.ladder import jobs, kinds
        from bezpiecznik.reporting.ladder import ticks as ladder_ticks
        from bezpiecznik.reporting.services import feeding

        house.provider(of_ladder.for_office)
        for provider in (desk.for_reporter, desk.for_head, desk.for_office, desk.for_planner):
            house.provider(provider)
        for tell in (legacy.open_packets, legacy.coming_periods, legacy.reports_to_accept):
            teller(tell)
        house.summary(desk.progress)
        card_parts.register(card_parts.Place.BESIDE, feeding_parts.on_cards)
        following.follow(feeding.follow)
        of_activities.register(feeding_parts.on_activity)
        followers.register(services.follow_programme)
        of_plans.register(panels.reports)
        of_institutions.register(panels.links)
        joined.register(merging.MOVER)
        joined.register(merging_links.MOVER)
        templates.register(letters.templates)
        documents.register()
        kept.register_kept()
        personal_data.register()
        marks.source(period_days.of_periods)
