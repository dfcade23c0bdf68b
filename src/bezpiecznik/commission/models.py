"""The Commission: its composition and terms, meetings, opinions, minutes, tasks, requests for information."""
