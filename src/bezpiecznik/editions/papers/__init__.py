"""Documents of the room: pure builders of frozen text, one a module."""
