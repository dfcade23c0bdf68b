"""The register from a file of as many institutions as is taken: processor time of the preview and of the confirmation.

Claim: each under 10 s, also where every row changes and every row points to another.
"""

import sys
from time import process_time

from town import people, programme, scratch_installation

ROWS, LIMIT_SECONDS = 500, 10
TITLES = "Skrót;Nazwa;Rodzaj;Podległość;Jednostka nadrzędna;Sprawozdaje przez;Inne pisownie;Telefon;E-mail"


def table(word):
    """Rows of a file; another word makes each of them a change."""
    lines = [TITLES, f"WE;Wydział Edukacji;urząd lub jego wydział;własna;;;;41 000 00 00;we@{word}.example"]
    for number in range(1, ROWS):
        lines.append(
            f"SP{number};Szkoła Podstawowa nr {number};szkoła lub placówka oświatowa;własna;Wydział Edukacji;"
            f"Wydział Edukacji;Szkoła nr {number} {word};41 000 {number:04d};sp{number}@{word}.example"
        )
    return "\r\n".join(lines).encode()


def main():
    with scratch_installation():
        from bezpiecznik.institutions.importing import services
        from bezpiecznik.institutions.models import Institution

        programme()
        by = people()[0]
        slow = []
        for what, word in (("new rows", "szkoly"), ("changed rows", "miasto"), ("unchanged rows", "miasto")):
            for step in ("preview", "confirm"):
                begun = process_time()
                if step == "preview":
                    brought = services.bring(table(word), name="wykaz.csv", by=by)
                else:
                    services.apply(brought, by=by)
                took = process_time() - begun
                print(f"{took:6.2f} s  {step} of {ROWS:,} {what}")
                slow += [f"{step} of {what}"] if took > LIMIT_SECONDS else []
            statuses = sorted({row.status for row in services.outcomes_of(brought)})
            print(f"          {statuses}, {Institution.objects.count()} institutions")
        print(f"over {LIMIT_SECONDS} s: {slow or 'none'}")
        return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
