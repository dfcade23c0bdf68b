"""Pages of the room, by who works on them."""
