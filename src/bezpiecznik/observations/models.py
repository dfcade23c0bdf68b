"""Observations: circumstances, media and voices of residents, tied to the programme; each is answered."""
