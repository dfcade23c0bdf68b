"""How tests enter a figure: `enter(2023, 1, 120)`, final unless said otherwise, over what was there."""

from collections.abc import Callable

from bezpiecznik.indicators.models import Value

Enter = Callable[..., Value]
