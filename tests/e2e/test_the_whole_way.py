"""The whole way once: from the council's resolution to the report to the council and to the residents."""

from collections.abc import Callable
from pathlib import Path

import pytest
from e2e import story_programme as programme
from e2e import story_reporting as reporting
from e2e import story_year as year
from e2e.installation import Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser


def test_from_the_resolution_to_the_residents(empty_site: Site, visit: Callable[..., Visitor], tmp_path: Path) -> None:
    anna = visit(empty_site)
    anna.sign_in("Anna Bezpieczna")
    anna.look("droga-00-pulpit")

    programme.upload_the_resolution(anna)
    programme.correct_one_row_beside_the_source(anna)
    assert programme.mark_every_part_as_seen(anna) > 11
    programme.decide_the_names(anna)
    programme.accept_the_programme(anna)
    programme.see_all_actions(anna)

    empty_site.command("demo", "--only-people")  # the police are in the register now, and so are their people
    reporting.plan_and_open_a_period(anna, year=2021)

    jan = visit(empty_site)
    jan.sign_in("Jan Dzielnicowy")
    jan.look("droga-14-pulpit-sprawozdawcy")
    jan.follow("Otwórz sprawozdanie")
    reporting.type_three_entries(jan)
    reporting.find_them_again_after_reload(jan)
    jan.look("droga-15-moje-sprawozdanie")
    assert reporting.describe_the_rest(jan) > 40
    reporting.hand_over(jan)
    jan.look("droga-16-przekazane")

    maria = visit(empty_site)
    maria.sign_in("Maria Komendancka")
    reporting.sign(maria, picture="droga-17-podpis")

    reporting.return_with_a_remark(anna)
    reporting.correct(jan)
    reporting.hand_over(jan)
    reporting.sign(maria)
    reporting.accept(anna)
    reporting.close_the_period(anna)

    year.start_the_evaluation(anna)
    year.override_one_grade(anna)
    year.confirm_the_rest_and_finish(anna)
    year.make_the_report(anna)
    year.download_and_check_both_files(anna, tmp_path)
    resident = visit(empty_site)
    year.sees_nothing_yet(resident)
    year.publish(anna)
    year.read_as_a_resident(resident)
