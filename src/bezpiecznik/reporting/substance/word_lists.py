"""Lists of words on which the checks rest, read from `words.tsv` beside this module."""

from functools import cache
from importlib.resources import files


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """Words of one kind (`turn`, `hollow`, `measure`, `whole`), folded, in the order of the file."""
    lines = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(word for of, word in rows if of == kind)
