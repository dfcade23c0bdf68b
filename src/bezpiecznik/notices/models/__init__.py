"""What left the house, in which words, and what each person wishes to get."""

from bezpiecznik.notices.models.choices import Choice, Declined, Rhythm
from bezpiecznik.notices.models.messages import BounceKind, Message, MessageQuerySet, MessageState
from bezpiecznik.notices.models.wordings import Wording

__all__ = [
    "BounceKind",
    "Choice",
    "Declined",
    "Message",
    "MessageQuerySet",
    "MessageState",
    "Rhythm",
    "Wording",
]
