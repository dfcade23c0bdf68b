from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "bezpiecznik.plans"

    def ready(self) -> None:
        from bezpiecznik.accounts import passwords
        from bezpiecznik.documents import office
        from bezpiecznik.institutions import aliases, panels
        from bezpiecznik.institutions import merging as of_institutions
        from bezpiecznik.institutions.posts import legacy, radar
        from bezpiecznik.plans import (
            division,
            duties,
            finding_views,
            merging,
            options,
            personal_data,
            queries,
            schedule_views,
            ticks,
        )
        from bezpiecznik.plans import panels as of_undertakings
        from bezpiecznik.plans.timetable import marks, own

        panels.FIGURES.extend(duties.FIGURES)
        panels.register(duties.duties_of)
        of_undertakings.register(finding_views.panel)
        of_undertakings.register(schedule_views.panel)
        personal_data.register()
        of_institutions.register(merging.MOVER)
        of_institutions.register(merging.FEEDS)
        aliases.register(merging.wording_with)
        legacy.teller(division.led_by)
        radar.watcher(division.without_working_reporter)
        radar.watcher(division.led_by_nobody)
        passwords.WORDS.append(queries.names_of_units)
        office.UNIT_KINDS.append(queries.kind_of_unit)
        for source in (own.of_undertakings, own.of_milestones, own.of_the_law):
            marks.source(source)
