"""What a simulation remembers from one look to the next, so that a later look can be held against it."""

from dataclasses import dataclass, field


@dataclass
class Memory:
    """Keys and hashes seen so far."""

    obligations: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Each obligation ever seen: period and responsibility."""
    withdrawn_in_closed: dict[int, bool] = field(default_factory=dict)
    """Obligations of closed periods: whether withdrawn, as it stood at the closing."""
    snapshots: dict[int, str] = field(default_factory=dict)
    """Hash of each frozen period, by the period."""
    versions: dict[int, str] = field(default_factory=dict)
    """Hash of each submitted version."""
    counted: set[int] = field(default_factory=set)
    """Closed periods whose frozen copy was counted; `frozen_stay` sees that it does not change after that."""
    transitions: int = 0
