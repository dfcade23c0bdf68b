"""How much is tried of what has no end: a fifth with each change, the whole by `make test-thorough` (THOROUGH=1).

Properties stay the same: fewer random examples, and texts a quarter as long that must be read in half of the time.
"""

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
SHARE = 1.0 if THOROUGH else 0.25
"""Of sizes."""
TIME_SHARE = 1.0 if THOROUGH else 0.5
"""Of the time that goes with them: what is done once for any size, and a busy machine, weigh more in a short text."""


def examples(number: int) -> int:
    """How many random examples are tried of so many."""
    return number if THOROUGH else max(number // 5, 5)
