"""What a story form holds: words, each with its place, and what is wrong with them."""

from collections.abc import Mapping

from tocmodel.model.convert import FrozenDict
from tocmodel.values import field, frozen

STORY_FIELDS = ("story", "teller", "role", "date", "space")
"""What is told once for a story, by the names of the language (``story`` is its title)."""

STEP_FIELDS = ("cycle", "status", "says", "period", "value", "indicator", "evidence")
"""What is told of each step, by the names of the language."""

FIELDS = (*STORY_FIELDS, *STEP_FIELDS)

LARGEST_FORM = 1024 * 1024
"""Bytes of a text form that are read."""

MOST_ROWS = 5000
"""Rows of a sheet that are read; no teller fills more."""

LONGEST_TITLE = 300
"""Characters of a story's title, as the language has it."""

LONGEST_ANSWER = 20_000
"""Characters of one answer, as the language has it."""


@frozen
class Word:
    """What stands in one field, and where: ``line 4`` of a text, ``cell C4`` of a sheet."""

    text: str
    place: str


@frozen(kw_only=True)
class FormStory:
    """One story as it was filled in: fields by name, empty ones left out."""

    told: Mapping[str, Word] = field(converter=FrozenDict)
    steps: tuple[Mapping[str, Word], ...] = ()


@frozen(kw_only=True)
class FormProblem:
    """Something in a form that keeps its story from being used."""

    path: str
    place: str
    message: str
    help: str = ""

    def __str__(self) -> str:
        """Say where, what, and what to do."""
        where = f"{self.path}, {self.place}" if self.place else self.path
        help_ = f"\n  help: {self.help}" if self.help else ""
        return f"{where}: {self.message}{help_}"


@frozen(kw_only=True)
class Form:
    """A form that was read: its stories, and what is wrong with it."""

    path: str
    stories: tuple[FormStory, ...] = ()
    problems: tuple[FormProblem, ...] = ()
