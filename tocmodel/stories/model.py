"""The content of a story form: texts with their places, and the problems."""

from collections.abc import Mapping

from attrs import field, frozen

from tocmodel.model import TheoryOfChange
from tocmodel.model.convert import FrozenDict
from tocmodel.model.editions import LATER_EDITION

STORY_FIELDS = ("story", "teller", "role", "date", "space")
"""The fields of a story, by their names in the language (``story`` is its title)."""

STEP_FIELDS = ("cycle", "status", "says", "period", "value", "indicator", "evidence")
"""The fields of each step, by their names in the language."""

FIELDS = (*STORY_FIELDS, *STEP_FIELDS)

LARGEST_FORM = 1024 * 1024
"""The largest text form that is read, in bytes."""

MOST_ROWS = 5000
"""The most rows of a sheet that are read; no storyteller fills more."""

LONGEST_TITLE = 300
"""The most characters in a story's title, as in the language."""

LONGEST_ANSWER = 20_000
"""The most characters in one answer, as in the language."""


@frozen(kw_only=True)
class EmptyForm:
    """An empty form to write.

    Attributes:
        edition: ``value-creation`` or ``value-creation-2011``; the form asks about its cycles.
        theory: the theory that the stories are for; the form offers its partners, spaces, values
            and indicators.
    """

    edition: str = LATER_EDITION
    theory: TheoryOfChange | None = None


@frozen
class FilledField:
    """The text of one field and its place: ``line 4`` of a text, ``cell C4`` of a sheet."""

    text: str
    place: str


def _frozen(value: Mapping[str, FilledField]) -> FrozenDict[str, FilledField]:
    return FrozenDict(value)


@frozen(kw_only=True)
class FormStory:
    """One story from a form: fields by name, without empty ones."""

    fields: Mapping[str, FilledField] = field(converter=_frozen)
    steps: tuple[Mapping[str, FilledField], ...] = ()


@frozen(kw_only=True)
class FormProblem:
    """A problem in a form that prevents the use of its story."""

    path: str
    place: str
    message: str
    help: str = ""

    def __str__(self) -> str:
        """Return the place, the problem and the solution."""
        where = f"{self.path}, {self.place}" if self.place else self.path
        help_ = f"\n  help: {self.help}" if self.help else ""
        return f"{where}: {self.message}{help_}"


@frozen(kw_only=True)
class Form:
    """A form that was read: its stories and its problems."""

    path: str
    stories: tuple[FormStory, ...] = ()
    problems: tuple[FormProblem, ...] = ()
