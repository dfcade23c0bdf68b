"""Documents of meetings: frozen as plain data with names as text (`freezing`), then built of that data alone."""
