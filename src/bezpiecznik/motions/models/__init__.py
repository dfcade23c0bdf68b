"""A motion, the log of its way, and what stands beside it."""

from bezpiecznik.motions.models.motions import Motion, MotionQuerySet
from bezpiecznik.motions.models.way import EffectCheck, MotionFile, MotionLetter, Step

__all__ = ["EffectCheck", "Motion", "MotionFile", "MotionLetter", "MotionQuerySet", "Step"]
