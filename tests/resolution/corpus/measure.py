"""Read documents of the corpus and print how far each reading is from its gold.

PYTHONPATH=src:tests python tests/resolution/corpus/measure.py [-v] [dev|heldout|reserve|unseen|fresh] [part of a name]
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from resolution.scoring import Score, score, table

HERE = Path(__file__).parent
HALVES = ("dev", "heldout", "reserve", "unseen", "fresh")


def documents(*halves: str) -> list[Path]:
    """Every document of the halves, the one beside each gold."""
    golds = [gold for half in halves for gold in sorted((HERE / half).glob("*.gold.json"))]
    return [next(path for path in gold.parent.glob(f"{gold.name.split('.')[0]}.*") if path != gold) for gold in golds]


def measured(path: Path) -> Score:
    """The score of one document, read by the reader of this working copy."""
    from bezpiecznik.resolution import read

    gold = json.loads(path.parent.joinpath(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    return score(read(path.read_bytes()).to_json(), gold, path.name)


def _scores(halves: list[str], part: str, *, verbose: bool) -> Iterator[Score]:
    for path in documents(*halves):
        if part in path.name:
            try:
                one = measured(path)
            except Exception as fault:
                one = Score(path.name, expected=1, missing=1, misses=[f"not read: {type(fault).__name__}: {fault}"])
            if verbose or one.read == 0:
                print(f"--- {path.name}", *one.misses, sep="\n    ")
            yield one


def main() -> None:
    """Print the table, and with -v every miss above it."""
    words = [word for word in sys.argv[1:] if word != "-v"]
    halves = [word for word in words if word in HALVES] or ["dev"]
    part = next((word for word in words if word not in halves), "")
    print(table(list(_scores(halves, part, verbose="-v" in sys.argv))))


if __name__ == "__main__":
    main()
