class Refused(Exception):
    """The change is not allowed now; the message is a sentence for the person who asked. Nothing was written."""


class ChangedMeanwhile(Refused):
    """Somebody else saved the draft since the page was opened; the new version is in `version`."""

    def __init__(self, sentence: str, *, version: int) -> None:
        super().__init__(sentence)
        self.version = version
