import csv
from io import StringIO

from django.core.management import call_command

from bezpiecznik.administration.rights_table import TABLE, VISITORS


def printed() -> list[dict[str, str]]:
    out = StringIO()
    call_command("rights", stdout=out)
    return list(csv.DictReader(StringIO(out.getvalue()), delimiter="\t"))


def test_every_question_of_the_table_is_printed_once() -> None:
    rows = printed()
    questions = {(row["address"], row["method"], row["role"], row["whose"]) for row in rows}

    assert len(questions) == len(rows) == (len(TABLE.read_text().splitlines()) - 1) * len(VISITORS)


def test_own_and_foreign_differ_where_they_must() -> None:
    said = {(row["address"], row["method"], row["role"], row["whose"]): row["expected"] for row in printed()}

    assert said["reporting:packet", "GET", "reporter", "own"] == "ok"
    assert said["reporting:packet", "GET", "reporter", "foreign"] == "404"
    assert said["evaluation:grade", "POST", "coordinator", "foreign"] == "404"
