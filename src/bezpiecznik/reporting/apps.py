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
            contributions,
            desk,
            desk_deadlines,
            documents,
            doubt_options,
            feeding_parts,
            figure_fields,
            kept,
            legacy,
            letters,
            merging,
            merging_links,
            notices,
            notices_of_agreements,
            notices_of_deadlines,
            opening_job,
            options,
            panels,
            period_days,
            personal_data,
            reconciling_parts,
            review_parts,
            services,
            ticks,
        )
        from bezpiecznik.reporting.ladder import desk as of_ladder
        from bezpiecznik.reporting.ladder import jobs, kinds
        from bezpiecznik.reporting.ladder import ticks as ladder_ticks
        from bezpiecznik.reporting.services import feeding

        house.provider(of_ladder.for_office)
        for provider in (
            desk.for_reporter,
            desk.for_member,
            desk.for_head,
            desk.for_office,
            desk.for_planner,
            desk_deadlines.for_planner,
        ):
            house.provider(provider)
        for tell in (legacy.open_packets, legacy.coming_periods, legacy.reports_to_accept):
            teller(tell)
        house.summary(desk.progress)
        card_parts.register(card_parts.Place.BESIDE, feeding_parts.on_cards)
        following.follow(feeding.follow)
        of_activities.register(feeding_parts.on_activity)
        followers.register(services.follow_programme)
        card_parts.ask(figure_fields.questions)
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
        marks.source(period_days.of_periods)
        card_parts.register(card_parts.Place.BELOW, reconciling_parts.partners)
        card_parts.register(card_parts.Place.BELOW, reconciling_parts.leads)
        review_parts.register(reconciling_parts.doubts_under_review)
        review_parts.register(reconciling_parts.partners_under_review)
