"""Turn the stories of a form into stories of a theory: look up names, check words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.dates import readings, suggestions
from tocmodel.diagnostics import MOST_PROBLEMS, did_you_mean
from tocmodel.fileformat.ids.new_ids import new_id
from tocmodel.model import Cycle, Entry, Story, StoryStep, TheoryOfChange, ValueStatus
from tocmodel.stories.model import (
    LONGEST_ANSWER,
    LONGEST_TITLE,
    FilledField,
    Form,
    FormProblem,
    FormStory,
)

_CYCLES = f"choose one of {', '.join(cycle.word for cycle in Cycle)}"


@frozen(kw_only=True)
class MergeResult:
    """The stories that can be added to a theory, by new ids, and the problems of the others."""

    stories: Mapping[str, Story]
    problems: tuple[FormProblem, ...] = ()


def merge_into_theory(forms: Iterable[Form], theory: TheoryOfChange) -> MergeResult:
    """Return the stories of some forms as stories of a theory.

    A form names a teller, a space, a value, an indicator or a piece of evidence by id or title;
    those of included theories work too (``harbour/staff``). An unknown name is a problem, reported
    with the nearest name.
    """
    problems: list[FormProblem] = []
    found: dict[str, Story] = {}
    taken = {*theory.elements, *theory.sources, *theory.groups, *theory.reviews}
    names = _Names(theory.whole)
    titles = {_folded(item.title): item.id for item in reversed([*theory.stories.values()])}
    numbers: dict[str, int] = {}
    for form in forms:
        problems += form.problems
        if not form.stories and not form.problems:
            message = "nobody has filled this form in yet"
            problems.append(FormProblem(path=form.path, place="", message=message))
        for form_story in form.stories:
            if len(problems) > MOST_PROBLEMS:
                break
            merger = _StoryMerger(form.path, names, titles)
            story = merger.story(form_story, new_id(_title(form_story), taken, numbers))
            problems += merger.problems
            if not merger.problems:
                found[story.id] = story
                taken.add(story.id)
                titles.setdefault(_folded(story.title), story.id)
    return MergeResult(stories=found, problems=tuple(problems))


def _title(form: FormStory) -> str:
    return form.fields["story"].text if "story" in form.fields else ""


class _Names:
    """The entries that a story can name, by kind: by id, and by title."""

    def __init__(self, theory: TheoryOfChange) -> None:
        self.by_id: Mapping[str, Mapping[str, Entry]] = {
            "partner": theory.partners,
            "space": theory.spaces,
            "value": {**theory.value_creation, **theory.outcomes},
            "indicator": theory.indicators,
            "evidence": theory.evidence,
        }
        self.by_title = {
            noun: {_folded(entry.title): id_ for id_, entry in among.items()}
            for noun, among in self.by_id.items()
        }


class _StoryMerger:
    """Looks up the names in one story, and collects the problems."""

    def __init__(self, path: str, names: _Names, titles: Mapping[str, str]) -> None:
        self.path = path
        self.names = names
        self.titles = titles
        self.problems: list[FormProblem] = []

    def story(self, form: FormStory, id_: str) -> Story:
        fields = form.fields
        title = _title(form)
        if not title:
            place = next((word.place for word in fields.values()), "")
            self._add_problem(place, "the story has no title", "write a few words after 'Story'")
        if len(title) > LONGEST_TITLE:
            message = f"the title is longer than {LONGEST_TITLE} characters"
            self._add_problem(fields["story"].place, message, "a few words will do")
        same = self.titles.get(_folded(title))
        if same:
            self._add_problem(
                fields["story"].place,
                f"there is a story of this title already ({same})",
                "give this one another title, or delete the other first",
            )
        if not form.steps:
            place = fields["story"].place if "story" in fields else ""
            self._add_problem(place, "no question is answered", "write after 'Says'")
        return Story(
            id=id_,
            title=title or "?",
            teller=self._named(fields.get("teller"), "partner"),
            role=self._long(fields.get("role")),
            date=self._date(fields.get("date")),
            space=self._named(fields.get("space"), "space"),
            steps=tuple(self._step(step) for step in form.steps),
        )

    def _step(self, step: Mapping[str, FilledField]) -> StoryStep:
        return StoryStep(
            cycle=self._cycle(step),
            says=self._long(step.get("says")),
            value=self._named(step.get("value"), "value"),
            status=self._status(step.get("status")),
            period=self._period(step.get("period")),
            indicator=self._named(step.get("indicator"), "indicator"),
            evidence=tuple(self._pieces(step.get("evidence"))),
        )

    def _pieces(self, word: FilledField | None) -> Iterator[str]:
        for part in re.split(r"[;,]", word.text if word else ""):
            if word and part.strip():
                yield self._named(FilledField(part.strip(), word.place), "evidence")

    def _named(self, word: FilledField | None, noun: str) -> str:
        if word is None:
            return ""
        among, titles = self.names.by_id[noun], self.names.by_title[noun]
        if word.text in among:
            return word.text
        if _folded(word.text) in titles:
            return titles[_folded(word.text)]
        near = did_you_mean(word.text, [*among, *(entry.title for entry in among.values())])
        kept = ", ".join(list(among)[:8])
        help_ = f"the theory has: {kept}" if kept else f"the theory has no {noun} yet"
        self._add_problem(
            word.place, f"there is no {noun} '{word.text[:80]}' in the theory{near}", help_
        )
        return ""

    def _cycle(self, step: Mapping[str, FilledField]) -> Cycle:
        word = step.get("cycle")
        if word is None:
            place = next(iter(step.values())).place
            self._add_problem(place, "this step has no cycle", _CYCLES)
            return Cycle.IMMEDIATE
        text = "realized" if _folded(word.text) == "realised" else _folded(word.text)
        if text not in [cycle.value for cycle in Cycle]:
            near = did_you_mean(text, [cycle.value for cycle in Cycle])
            message = f"there is no cycle '{word.text[:80]}'{near}"
            self._add_problem(word.place, message, _CYCLES)
            return Cycle.IMMEDIATE
        return Cycle(text)

    def _status(self, word: FilledField | None) -> ValueStatus | None:
        if word is None:
            return None
        text = _folded(word.text).removesuffix(" for")
        if text in [status.value for status in ValueStatus]:
            return ValueStatus(text)
        message = f"the status '{word.text[:80]}' is not known"
        self._add_problem(word.place, message, f"write one of {_listed(ValueStatus)}")
        return None

    def _date(self, word: FilledField | None) -> str:
        found = [item for item in _meant(word) if "/" not in item]
        return self._time(word, found, "date", "write it as 2019-06-14")

    def _period(self, word: FilledField | None) -> str:
        help_ = "write a year, a month or a day, or two of them: 2018/2019"
        return self._time(word, list(_meant(word)), "time", help_)

    def _time(self, word: FilledField | None, found: list[str], noun: str, help_: str) -> str:
        """Return the only reading of a date; if there are several, ask for the right one."""
        if word is None or len(found) == 1:
            return found[0] if found else ""
        if found:
            message = f"'{word.text[:80]}' can be read as {' or as '.join(found)}"
            self._add_problem(word.place, message, "write the one that is meant")
        else:
            fitting = [item for item in suggestions(word.text) if "/" not in item or noun == "time"]
            hint = f"; did you mean {' or '.join(fitting)}?" if fitting else ""
            self._add_problem(word.place, f"'{word.text[:80]}' is no {noun}{hint}", help_)
        return ""

    def _long(self, word: FilledField | None) -> str:
        if word is not None and len(word.text) > LONGEST_ANSWER:
            message = f"the answer is longer than {LONGEST_ANSWER:,} characters"
            self._add_problem(word.place, message, "keep to what happened and what came of it")
            return ""
        return word.text if word else ""

    def _add_problem(self, place: str, message: str, help_: str) -> None:
        self.problems.append(FormProblem(path=self.path, place=place, message=message, help=help_))


def _meant(word: FilledField | None) -> tuple[str, ...]:
    return readings(word.text) if word else ()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _listed(words: Iterable[str]) -> str:
    return ", ".join(str(word) for word in words)
