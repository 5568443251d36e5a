"""The questions of a story form, one for each step, in our own words.

The steps follow the order of the story template by E. Wenger, B. Trayner and M. de Laat
(*Promoting and assessing value creation in communities and networks*, 2011): the activity, the
learning, its use, the results for the person and for the organisation, and any new view of success.
The later edition adds questions about the context.
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from tocmodel.model import Cycle
from tocmodel.model.editions import FIRST_EDITION, LATER_EDITION


@frozen
class Question:
    """A step of the form: its cycle and the question for the storyteller."""

    cycle: Cycle
    text: str


_MAIN = (
    Question(Cycle.IMMEDIATE, "What did you take part in, and what was it like?"),
    Question(Cycle.POTENTIAL, "What did you take away from it, and why might it be useful?"),
    Question(Cycle.APPLIED, "Where did you use it, and what did that make possible?"),
    Question(Cycle.REALIZED, "What difference did it make to you, and to how well you do?"),
    Question(Cycle.REALIZED, "What difference did it make to what your organisation looks for?"),
)

QUESTIONS: Mapping[str, tuple[Question, ...]] = MappingProxyType(
    {
        FIRST_EDITION: (
            *_MAIN,
            Question(Cycle.REFRAMING, "Has it changed what you call a success? For whom?"),
        ),
        LATER_EDITION: (
            *_MAIN,
            Question(Cycle.TRANSFORMATIVE, "What became different beyond what you aimed for?"),
            Question(Cycle.ENABLING, "Who or what made it possible to learn this?"),
            Question(Cycle.STRATEGIC, "Whose backing mattered, and how did you talk with them?"),
            Question(Cycle.ORIENTING, "What in the wider picture should one know to follow this?"),
        ),
    }
)
"""The steps of the form of each edition, in order."""
