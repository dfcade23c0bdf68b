"""Indicators: definition, unit, area, values by period with their state, and honest comparison year on year."""
