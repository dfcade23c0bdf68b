"""Editions of the programme: consolidated text, the next programme and its consultation."""

from bezpiecznik.editions.models.consultation import Comment, Consultation
from bezpiecznik.editions.models.edition import DraftArea, DraftDuty, DraftItem, Edition
from bezpiecznik.editions.models.fates import Fate, FateQuerySet

__all__ = ["Comment", "Consultation", "DraftArea", "DraftDuty", "DraftItem", "Edition", "Fate", "FateQuerySet"]
