"""Reports filled from activities: what is proposed (`proposing`), read (`queries.feeding`) and written (`services`)."""
