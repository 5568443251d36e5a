"""Turns the stories of a form into stories of a theory: names looked up, words checked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from tocmodel.dates import readings, suggestions
from tocmodel.diagnostics import did_you_mean
from tocmodel.model import Cycle, Entry, Story, StoryStep, TheoryOfChange, ValueStatus
from tocmodel.stories.parts import LONGEST_ANSWER, LONGEST_TITLE, Form, FormProblem, FormStory, Word
from tocmodel.values import frozen

_CYCLES = f"choose one of {', '.join(cycle.word for cycle in Cycle)}"
_MOST_WORDS = 6


@frozen(kw_only=True)
class Adopted:
    """The stories that a theory can take, by new ids, and what is wrong with the others."""

    stories: Mapping[str, Story]
    problems: tuple[FormProblem, ...] = ()


def adopt(forms: Iterable[Form], theory: TheoryOfChange) -> Adopted:
    """Return the stories of some forms as stories of a theory.

    A teller, a space, a value, an indicator or a piece of evidence is named by its id or by its
    title, those of included theories too (``harbour/staff``). What nothing in the theory has is a
    problem, with the nearest name.
    """
    problems: list[FormProblem] = []
    found: dict[str, Story] = {}
    taken = {*theory.elements, *theory.sources, *theory.groups, *theory.reviews}
    for form in forms:
        problems += form.problems
        if not form.stories and not form.problems:
            message = "nobody has filled this form in yet"
            problems.append(FormProblem(path=form.path, place="", message=message))
        for told in form.stories:
            adopter = _Adopter(form.path, theory.whole, [*theory.stories.values(), *found.values()])
            story = adopter.story(told, taken)
            problems += adopter.problems
            if not adopter.problems:
                found[story.id] = story
                taken.add(story.id)
    return Adopted(stories=found, problems=tuple(problems))


class _Adopter:
    """Looks up what one story names, and keeps what is wrong."""

    def __init__(self, path: str, theory: TheoryOfChange, known: list[Story]) -> None:
        self.path = path
        self.theory = theory
        self.known = known
        self.problems: list[FormProblem] = []

    def story(self, form: FormStory, taken: set[str]) -> Story:
        told = form.told
        title = told["story"].text if "story" in told else ""
        if not title:
            place = next((word.place for word in told.values()), "")
            self._complain(place, "the story has no title", "write a few words after 'Story'")
        if len(title) > LONGEST_TITLE:
            message = f"the title is longer than {LONGEST_TITLE} characters"
            self._complain(told["story"].place, message, "a few words will do")
        same = [item.id for item in self.known if _folded(item.title) == _folded(title)]
        if same:
            self._complain(
                told["story"].place,
                f"there is a story of this title already ({same[0]})",
                "give this one another title, or delete the other first",
            )
        if not form.steps:
            place = told["story"].place if "story" in told else ""
            self._complain(place, "no question is answered", "write after 'Says'")
        theory = self.theory
        return Story(
            id=new_id(title, taken),
            title=title or "?",
            teller=self._named(told.get("teller"), theory.partners, "partner"),
            role=self._long(told.get("role")),
            date=self._date(told.get("date")),
            space=self._named(told.get("space"), theory.spaces, "space"),
            steps=tuple(self._step(step) for step in form.steps),
        )

    def _step(self, step: Mapping[str, Word]) -> StoryStep:
        theory = self.theory
        return StoryStep(
            cycle=self._cycle(step),
            says=self._long(step.get("says")),
            value=self._named(
                step.get("value"), {**theory.value_creation, **theory.outcomes}, "value"
            ),
            status=self._status(step.get("status")),
            period=self._period(step.get("period")),
            indicator=self._named(step.get("indicator"), theory.indicators, "indicator"),
            evidence=tuple(self._pieces(step.get("evidence"))),
        )

    def _pieces(self, word: Word | None) -> Iterator[str]:
        for part in re.split(r"[;,]", word.text if word else ""):
            if word and part.strip():
                yield self._named(Word(part.strip(), word.place), self.theory.evidence, "evidence")

    def _named(self, word: Word | None, among: Mapping[str, Entry], noun: str) -> str:
        if word is None:
            return ""
        if word.text in among:
            return word.text
        titles = {_folded(entry.title): id_ for id_, entry in among.items()}
        if _folded(word.text) in titles:
            return titles[_folded(word.text)]
        near = did_you_mean(word.text, [*among, *(entry.title for entry in among.values())])
        kept = ", ".join(list(among)[:8])
        help_ = f"the theory has: {kept}" if kept else f"the theory has no {noun} yet"
        self._complain(
            word.place, f"there is no {noun} '{word.text[:80]}' in the theory{near}", help_
        )
        return ""

    def _cycle(self, step: Mapping[str, Word]) -> Cycle:
        word = step.get("cycle")
        if word is None:
            place = next(iter(step.values())).place
            self._complain(place, "this step says no cycle", _CYCLES)
            return Cycle.IMMEDIATE
        text = "realized" if _folded(word.text) == "realised" else _folded(word.text)
        if text not in [cycle.value for cycle in Cycle]:
            near = did_you_mean(text, [cycle.value for cycle in Cycle])
            message = f"there is no cycle '{word.text[:80]}'{near}"
            self._complain(word.place, message, _CYCLES)
            return Cycle.IMMEDIATE
        return Cycle(text)

    def _status(self, word: Word | None) -> ValueStatus | None:
        if word is None:
            return None
        text = _folded(word.text).removesuffix(" for")
        if text in [status.value for status in ValueStatus]:
            return ValueStatus(text)
        message = f"the status '{word.text[:80]}' is not known"
        self._complain(word.place, message, f"write one of {_listed(ValueStatus)}")
        return None

    def _date(self, word: Word | None) -> str:
        found = [item for item in _meant(word) if "/" not in item]
        return self._time(word, found, "date", "write it as 2019-06-14")

    def _period(self, word: Word | None) -> str:
        help_ = "write a year, a month or a day, or two of them: 2018/2019"
        return self._time(word, list(_meant(word)), "time", help_)

    def _time(self, word: Word | None, found: list[str], noun: str, help_: str) -> str:
        """Return the one reading of a date; of several, ask which is meant."""
        if word is None or len(found) == 1:
            return found[0] if found else ""
        if found:
            message = f"'{word.text[:80]}' can be read as {' or as '.join(found)}"
            self._complain(word.place, message, "write the one that is meant")
        else:
            fitting = [item for item in suggestions(word.text) if "/" not in item or noun == "time"]
            hint = f"; did you mean {' or '.join(fitting)}?" if fitting else ""
            self._complain(word.place, f"'{word.text[:80]}' is no {noun}{hint}", help_)
        return ""

    def _long(self, word: Word | None) -> str:
        if word is not None and len(word.text) > LONGEST_ANSWER:
            message = f"the answer is longer than {LONGEST_ANSWER:,} characters"
            self._complain(word.place, message, "keep to what happened and what came of it")
            return ""
        return word.text if word else ""

    def _complain(self, place: str, message: str, help_: str) -> None:
        self.problems.append(FormProblem(path=self.path, place=place, message=message, help=help_))


def new_id(title: str, taken: set[str]) -> str:
    """Return an id made of the first words of a title, which nothing has yet.

    >>> new_id("From the Café to a Reading Morning!", {"cafe"})
    'from-the-cafe-to-a-reading'
    >>> new_id("Café", {"cafe"})
    'cafe-2'
    """
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", plain)[:_MOST_WORDS]
    stem = "-".join(words)[:60].strip("-") or "story"
    stem = stem if stem[0].isalpha() else f"story-{stem}"
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def _meant(word: Word | None) -> tuple[str, ...]:
    return readings(word.text) if word else ()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _listed(words: Iterable[str]) -> str:
    return ", ".join(str(word) for word in words)
