"""Papers for the council: the draft resolution, the letter that goes with it, and the state-of-the-city chapter."""
