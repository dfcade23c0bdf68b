"""What goes to the council: reports, draft resolutions, letters, and the president's page."""
