"""A question of the guide, and how an answer is read."""

import re
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from tocmodel.fileformat.document import Document
from tocmodel.model import Entry

LONGEST_ANSWER = 10_000
"""The most characters of one answer; more is a text pasted by mistake."""

LONGEST_NAME = 300
"""The most characters of a title, of a place or of who changes, as in the schema."""


@frozen
class Option:
    """One of the numbered things that an answer can name: its id, and the words for it."""

    id: str
    words: str


@frozen
class Typed:
    """An answer: new words, or the ids of choices that it names by their numbers."""

    words: str = ""
    chosen: tuple[str, ...] = ()


class TypedError(Exception):
    """An answer that the question cannot use; the message says what was expected."""


PutTyped = Callable[[Document, Typed], Document]
"""Puts an answer into the file."""


@frozen(kw_only=True)
class GuideQuestion:
    """One question, with what the file has as its answer so far.

    Attributes:
        id: unique among the questions on a theory; it stays the same while others come and go.
        words: the question.
        example: an answer, as an example.
        write: puts an answer into the file.
        so_far: the answers in the file.
        choices: what an answer can name by its number.
        takes_words: whether an answer may be new words; if not, it is numbers.
        takes_several: whether further answers may follow.
        longest: the most characters of an answer.
        is_single: whether a new answer replaces the one so far.
    """

    id: str
    words: str
    example: str
    write: PutTyped
    so_far: tuple[str, ...] = ()
    choices: tuple[Option, ...] = ()
    takes_words: bool = True
    takes_several: bool = False
    longest: int = LONGEST_ANSWER
    is_single: bool = False


AskQuestions = Callable[[Document], Iterable[GuideQuestion]]
"""Makes the questions of a step on a theory, with those that follow from earlier answers."""


@frozen(kw_only=True)
class GuideStep:
    """A step of the guide.

    Attributes:
        title: its name.
        about: why it is asked, in a sentence or two.
        ask: its questions on a theory.
    """

    title: str
    about: str
    ask: AskQuestions


def read_typed(question: GuideQuestion, line: str) -> Typed:
    """Return what a line means as an answer to a question.

    Raises:
        TypedError: it has numbers that are not in the list, or words where only numbers help.
    """
    numbers = _numbers(line)
    if numbers and not question.choices:
        raise TypedError("there is no list to choose from here; write it in words")
    if numbers and question.takes_words and not question.takes_several and len(numbers) > 1:
        raise TypedError("choose one number, or write it in words")
    if numbers:
        return Typed(chosen=tuple(_chosen(question, number) for number in numbers))
    if not question.takes_words:
        named = _titled(question, line)
        if named is None:
            last = len(question.choices)
            raise TypedError(
                f"type one or more numbers from 1 to {last}, such as: 1"
                if last > 1
                else "type 1, or nothing to go on"
            )
        return Typed(chosen=(named,))
    return Typed(words=line)


def _numbers(line: str) -> tuple[int, ...]:
    """Return the numbers of a line that has nothing else; none for any other line.

    >>> _numbers("1, 3 and 4"), _numbers("2 clubs"), _numbers("")
    ((1, 3, 4), (), ())
    """
    parts = re.split(r"[\s,;+&]+|\band\b", line.strip())
    found = [part for part in parts if part]
    if not found or not all(re.fullmatch("[0-9]{1,6}", part) for part in found):
        return ()
    return tuple(map(int, found))


def _chosen(question: GuideQuestion, number: int) -> str:
    if not 1 <= number <= len(question.choices):
        raise TypedError(f"there is no number {number} in the list")
    return question.choices[number - 1].id


def _titled(question: GuideQuestion, line: str) -> str | None:
    wanted = line.casefold()
    return next((one.id for one in question.choices if one.words.casefold() == wanted), None)


def choices_from(
    entries: Mapping[str, Entry], *, without: Iterable[str] = ()
) -> tuple[Option, ...]:
    """Return the entries of a section as choices, apart from some."""
    left_out = frozenset(without)
    return tuple(Option(id_, entry.title) for id_, entry in entries.items() if id_ not in left_out)


def titles(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the titles of some entries."""
    return tuple(entry.title for entry in entries)


def quoted(title: str) -> str:
    """Return a title in the quotation marks that questions use.

    >>> quoted("Children read")
    '“Children read”'
    """
    return f"“{title}”"
