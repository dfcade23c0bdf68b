"""What is said of a signal and of its outcome, as values that services take."""

from dataclasses import dataclass
from datetime import date

from bezpiecznik.observations.models import Observation
from bezpiecznik.observations.states import CorrectionKind, Outcome
from bezpiecznik.plans.models import Amendment


@dataclass(frozen=True)
class Facts:
    """What happened or was written, when, and where it stands."""

    kind: str
    title: str
    happened_on: date
    text: str = ""
    source: str = ""
    link: str = ""

    @classmethod
    def of(cls, observation: Observation) -> "Facts":
        return cls(**{name: getattr(observation, name) for name in cls.__dataclass_fields__})

    def put_into(self, observation: Observation) -> None:
        for name in self.__dataclass_fields__:
            setattr(observation, name, getattr(self, name))


@dataclass(frozen=True)
class Answer:
    """The outcome with its reason; of a correction also what was corrected. `public`: under the number of the case."""

    outcome: str
    answer: str
    correction: str = ""
    amendment: Amendment | None = None
    moved_to: date | None = None
    corrected: str = ""
    public: bool = False

    def put_into(self, observation: Observation) -> None:
        """What does not belong to the outcome is left out."""
        is_correction = self.outcome == Outcome.CORRECTION
        observation.outcome, observation.answer = self.outcome, self.answer.strip()
        observation.answer_public = self.public
        observation.correction = self.correction if is_correction else ""
        observation.corrected = self.corrected.strip() if is_correction else ""
        observation.amendment = self.amendment if observation.correction == CorrectionKind.AMENDMENT else None
        observation.moved_to = self.moved_to if observation.correction == CorrectionKind.DATE else None
