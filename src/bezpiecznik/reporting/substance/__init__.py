"""Whether an entry says anything, and what in it looks doubtful. Pure: functions on frozen dataclasses, no database.

`phrases` decides which texts are no fact at all; `checks.doubts_of` asks about the rest. A doubt is a question to the
person who wrote, never an accusation: it blocks nothing, and what is answered stays with the report.
"""
