"""Motions of institutions to the president: their way, decision and effect, with a clock."""
