from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "bezpiecznik.plans"

    def ready(self) -> None:
        from bezpiecznik.accounts import passwords
        from bezpiecznik.institutions import panels
        from bezpiecznik.plans import duties, queries

        panels.FIGURES.extend(duties.FIGURES)
        panels.register(duties.duties_of)
        passwords.WORDS.append(queries.names_of_units)
