"""Build stories from fields, line by line or cell by cell."""

from tocmodel.diagnostics import MOST_PROBLEMS
from tocmodel.stories.model import STORY_FIELDS, FilledField, Form, FormProblem, FormStory


class FormBuilder:
    """Collects the stories of one form: ``story`` begins a story, ``cycle`` begins a step."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._problems: list[FormProblem] = []
        self._stories: list[tuple[dict[str, FilledField], list[dict[str, FilledField]]]] = []
        self._last: tuple[dict[str, FilledField], str] | None = None
        self._more: list[str] = []  # further lines of the last answer

    @property
    def is_full(self) -> bool:
        """Whether there are so many problems that no more are kept."""
        return len(self._problems) > MOST_PROBLEMS

    def add_field(self, name: str, text: str, place: str) -> None:
        """Add one field."""
        self._finish_field()
        if name == "story" or not self._stories:
            self._stories.append(({}, []))
        fields, steps = self._stories[-1]
        if name == "cycle":
            steps.append({})
        if name in STORY_FIELDS:
            holder = fields
        elif steps:
            holder = steps[-1]
        else:
            self.add_problem(
                place,
                f"'{name.capitalize()}' comes before the first step",
                "put it below a 'Cycle'",
            )
            return
        if name in holder and holder[name].text:
            self.add_problem(
                place, f"'{name.capitalize()}' appears again here", "keep one of the two"
            )
            return
        holder[name] = FilledField(" ".join(text.split()), place)
        self._last = (holder, name)

    def continue_field(self, text: str, place: str) -> None:
        """Add another line to the answer above it."""
        if self._last is None:
            self.add_problem(
                place, "this line belongs to no field", "begin a note with #, an answer with a name"
            )
            return
        self._more.append(text)

    def _finish_field(self) -> None:
        if self._last is not None and self._more:
            holder, name = self._last
            before = holder[name]
            text = " ".join(word for part in (before.text, *self._more) for word in part.split())
            holder[name] = FilledField(text, before.place)
        self._more.clear()

    def add_problem(self, place: str, message: str, help_: str = "") -> None:
        """Add a problem, or at the limit a last one that tells that there are more."""
        if self.is_full:
            return
        if len(self._problems) == MOST_PROBLEMS:
            message = f"there are more problems; these are the first {MOST_PROBLEMS}"
            place, help_ = "", ""
        self._problems.append(FormProblem(path=self.path, place=place, message=message, help=help_))

    def form(self) -> Form:
        """Return the form, without empty fields and steps."""
        self._finish_field()
        for _, steps in self._stories:
            for step in steps:
                if not _has_answer(step) and "status" in step and step["status"].text:
                    help_ = "answer after 'Says', or delete the status"
                    self.add_problem(step["status"].place, "a status without an answer", help_)
        stories = tuple(
            FormStory(fields=_filled(fields), steps=tuple(map(_filled, filter(_has_answer, steps))))
            for fields, steps in self._stories
            if _filled(fields) or any(map(_has_answer, steps))
        )
        return Form(path=self.path, stories=stories, problems=tuple(self._problems))


def _filled(fields: dict[str, FilledField]) -> dict[str, FilledField]:
    return {name: word for name, word in fields.items() if word.text}


def _has_answer(step: dict[str, FilledField]) -> bool:
    """Return whether the storyteller filled anything in."""
    return any(word.text for name, word in step.items() if name not in ("cycle", "status"))
