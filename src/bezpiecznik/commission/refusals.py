"""Why a write about the Commission was not done."""


class Refused(Exception):
    """The act cannot be done now; the message is a sentence for the person, with what to do instead."""
