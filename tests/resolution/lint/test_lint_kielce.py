"""The real resolution: every finding judged by a person, and every fault that a person found by reading."""

import csv
import time
from functools import cache
from pathlib import Path

from resolution.samples import KIELCE

from bezpiecznik.resolution import Reading, read
from bezpiecznik.resolution.formats import open_document
from bezpiecznik.resolution.lint import lint
from bezpiecznik.resolution.mend import mend

HERE = Path(__file__).parent
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.8


@cache
def kielce() -> Reading:
    return read(KIELCE.read_bytes())


def table(name: str) -> list[dict[str, str]]:
    text = (HERE / name).read_text()
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def texts_by_place(reading: Reading) -> dict[str, str]:
    """What the reading itself holds at each place: repairs are made there."""
    texts = {
        f"A{area.no}.{row.no}": f"{row.text} {row.responsible_raw} {row.partners_raw}"
        for area in reading.areas
        for row in area.actions
    }
    for row in reading.initiatives:
        texts[f"P{row.no}"] = f"{row.name} {row.goal} {row.audience} {row.method}"
    return texts | {f"E{no}": f"{row.abbr} {row.name}" for no, row in enumerate(reading.institutions, start=1)}


def test_every_finding_was_judged_and_none_that_was_judged_is_lost() -> None:
    judged = {(row["code"], row["subject"], row["places"]) for row in table("kielce.tsv")}
    found = {(fault.code, fault.subject, " ".join(fault.places)) for fault in kielce().findings}
    assert found - judged == set()
    assert judged - found == set()


def test_at_least_nineteen_findings_of_twenty_are_right() -> None:
    verdicts = [row["judged"] for row in table("kielce.tsv")]
    assert set(verdicts) <= {"right", "wrong"}
    assert verdicts.count("right") / len(verdicts) >= LEAST_PRECISION


def test_faults_found_by_reading_are_found_by_the_rules_as_far_as_noted() -> None:
    hand = table("kielce_by_hand.tsv")
    found = {(fault.code, fault.subject) for fault in kielce().findings}
    codes = {code for code, _ in found}
    for row in hand:
        code, _, subject = row["found"].partition(":")
        assert not code or (code, subject) in found or (subject == "*" and code in codes), row
    assert sum(bool(row["found"]) for row in hand) / len(hand) >= LEAST_RECALL


def test_proposed_repairs_change_what_is_there() -> None:
    written = texts_by_place(kielce())
    lines = KIELCE.read_text().split("\n")
    for fault in kielce().findings:
        for repair in fault.repairs:
            place = repair.place
            assert repair.was != repair.now
            assert place in fault.places
            assert repair.was in (lines[int(place[2:]) - 1] if place[:2] == "l." else written[place]), repair


def test_sentences_are_whole_and_keep_one_letter_words_with_the_next() -> None:
    for fault in kielce().findings:
        assert fault.message[0].isupper() or fault.message[0] in "„"
        assert fault.message.endswith((".", "?"))
        assert " w " not in fault.message.replace("\u00a0", "_")
        assert "  " not in fault.message


def test_whole_lint_takes_less_than_half_a_second() -> None:
    opened = open_document(KIELCE.read_bytes())
    document, reading = mend(opened.document), kielce()
    lint(reading, document, opened.text)
    started = time.process_time()
    lint(reading, document, opened.text)
    assert time.process_time() - started < 0.5
