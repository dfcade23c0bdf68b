"""Doubts about made-up reports: how many are raised, of what kind, how long an entry takes.

The reports are those of the demonstration's generator for the resolution of Kielce: each body of each action, three
years. They are invented at random, so a number ten times the former one is a doubt raised rightly, and there is nobody
to ask whether a question was worth it: `tests/reporting/planted_doubts.py` measures that on entries judged by hand.

Claim: an entry is looked at in under 5 ms of processor time; fewer than one entry in three is asked about.
"""

import os
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from random import Random
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
RESOLUTION = ROOT / "examples" / "kielce" / "uchwala-XLII-829-2021.txt"
YEARS, SHOWN, MILLISECONDS, SHARE = (2021, 2022, 2023), 3, 5, 1 / 3


def reports(random):
    """Each duty of the resolution with what it says in three years: `(action, body, is_lead, wording, statements)`."""
    from bezpiecznik.demo.words import statement
    from bezpiecznik.resolution import read

    for area in read(RESOLUTION.read_bytes(), RESOLUTION.name).areas:
        for action in area.actions:
            for body in (*action.responsible, *action.partners):
                lead = body in action.responsible
                said = [statement(random, wording=action.text, is_lead=lead) for _year in YEARS]
                yield f"{area.no}.{action.no}", body, lead, action.text, said


def facts(rows):
    from bezpiecznik.reporting.substance.facts import Facts, Neighbour, Number, Said

    def numbers(said, lead):
        given = said.value is not None
        return (Number(said.measure, Decimal(said.value), "own" if lead else "joint"),) if given else ()

    of_body, of_action = defaultdict(list), defaultdict(list)
    for code, body, _lead, _wording, said in rows:
        of_body[body].append((code, said[-1].text))
        of_action[code].append((body, said[-1].text))
    for code, body, lead, wording, said in rows:
        now, past = said[-1], said[:-1]
        yield Facts(
            outcome=now.outcome.value,
            text=now.text,
            numbers=numbers(now, lead),
            wording=wording,
            history=tuple(Said(str(y), s.text, numbers(s, lead)) for y, s in zip(YEARS, past, strict=False)),
            in_packet=tuple(Neighbour(other, text) for other, text in of_body[body] if other != code and text),
            others=tuple(Neighbour(other, text) for other, text in of_action[code] if other != body and text),
            has_partners=len(of_action[code]) > 1,
        )


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bezpiecznik.config.settings")
    import django

    django.setup()
    from bezpiecznik.reporting.substance.checks import doubts_of
    from bezpiecznik.reporting.substance.sentences import sentence

    entries = list(facts(list(reports(Random(829_2021)))))
    begun = process_time()
    found = [doubts_of(entry) for entry in entries]
    milliseconds = (process_time() - begun) * 1000 / len(entries)
    asked = sum(bool(doubts) for doubts in found)
    print(f"{len(entries)} entries, {asked} asked about, {sum(map(len, found))} doubts, {milliseconds:.2f} ms an entry")
    for code, n in Counter(doubt.code for doubts in found for doubt in doubts).most_common():
        print(f"{n:4} {code}")
        examples = [(e, d) for e, doubts in zip(entries, found, strict=True) for d in doubts if d.code == code]
        for entry, doubt in examples[:SHOWN]:
            print(f"       {entry.text[:90]} | {sentence(doubt.code, doubt.about, doubt.detail)}")
    return int(milliseconds > MILLISECONDS or asked > SHARE * len(entries))


if __name__ == "__main__":
    sys.exit(main())
