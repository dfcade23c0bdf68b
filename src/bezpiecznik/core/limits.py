"""How much one person may ask for in a while. Counted in the memory of the server's process: it costs no query."""

from dataclasses import dataclass

from django.core.cache import caches


class TooMany(Exception):
    """More was asked for than one person needs; `seconds` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


@dataclass(frozen=True)
class Limit:
    """At most `times` in any `seconds` that follow a first time."""

    name: str
    times: int
    seconds: int

    def count(self, who: str) -> None:
        """One time more. Raises TooMany above the limit."""
        counter, key = caches["limits"], f"{self.name}:{who}"
        if counter.add(key, 1, self.seconds):
            return
        try:
            times = counter.incr(key)
        except ValueError:  # the while has ended just now
            return
        if times > self.times:
            raise TooMany(self.seconds)
