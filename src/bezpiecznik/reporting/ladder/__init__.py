"""The ladder of reminders: who is asked again, when, by which way, and when it stops."""
