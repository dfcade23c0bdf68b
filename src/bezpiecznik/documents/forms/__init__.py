"""Forms of the room: only cleaning."""
