"""Puts fields together into stories as they come, line by line or cell by cell."""

from tocmodel.stories.parts import STORY_FIELDS, Form, FormProblem, FormStory, Word


class Gatherer:
    """Collects the stories of one form: ``story`` begins a story, ``cycle`` begins a step."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._problems: list[FormProblem] = []
        self._stories: list[tuple[dict[str, Word], list[dict[str, Word]]]] = []
        self._last: tuple[dict[str, Word], str] | None = None

    def put(self, name: str, text: str, place: str) -> None:
        """Take one field."""
        if name == "story" or not self._stories:
            self._stories.append(({}, []))
        told, steps = self._stories[-1]
        if name == "cycle":
            steps.append({})
        if name in STORY_FIELDS:
            holder = told
        elif steps:
            holder = steps[-1]
        else:
            self.complain(
                place, f"'{name.capitalize()}' stands before any step", "put it below a 'Cycle'"
            )
            return
        if name in holder and holder[name].text:
            self.complain(place, f"'{name.capitalize()}' stands here again", "keep one of the two")
            return
        holder[name] = Word(" ".join(text.split()), place)
        self._last = (holder, name)

    def more(self, text: str, place: str) -> None:
        """Take a further line of the answer above it."""
        if self._last is None:
            self.complain(
                place, "this line belongs to no field", "begin a note with #, an answer with a name"
            )
            return
        holder, name = self._last
        before = holder[name]
        holder[name] = Word(" ".join([*before.text.split(), *text.split()]), before.place)

    def complain(self, place: str, message: str, help_: str = "") -> None:
        """Keep a problem."""
        self._problems.append(FormProblem(path=self.path, place=place, message=message, help=help_))

    def form(self) -> Form:
        """Return what was gathered; fields and steps that were left empty are left out."""
        for _, steps in self._stories:
            for step in steps:
                if not _is_told(step) and "status" in step and step["status"].text:
                    help_ = "answer after 'Says', or empty the status"
                    self.complain(step["status"].place, "a status without an answer", help_)
        stories = tuple(
            FormStory(told=_filled(told), steps=tuple(map(_filled, filter(_is_told, steps))))
            for told, steps in self._stories
            if _filled(told) or any(map(_is_told, steps))
        )
        return Form(path=self.path, stories=stories, problems=tuple(self._problems))


def _filled(fields: dict[str, Word]) -> dict[str, Word]:
    return {name: word for name, word in fields.items() if word.text}


def _is_told(step: dict[str, Word]) -> bool:
    """Say whether anything was filled in beside what the form itself says."""
    return any(word.text for name, word in step.items() if name not in ("cycle", "status"))
