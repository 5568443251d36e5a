"""The wording of findings."""

from attrs import evolve

from tocmodel.diagnostics import Pointer, Problem
from tocmodel.model import SECTIONS, Entry, Figure, HasOrigin, Link
from tocmodel.model.section_names import SECTION_NAMES

_SECTION_OF = {kind: name for name, kind in SECTIONS.items()}
_NO_PUNCTUATION = str.maketrans(dict.fromkeys(".,;:!?()[]\"'‘’“”/-–—", " "))
_LISTED = ("outcome", "output", "goal", "objective", "result", "impact", "theme")
_LARGEST_WRITTEN_OUT = 1e15
_LONGEST_TITLE = 70


def section_of(entry: Entry) -> str:
    """Return the section for entries of this class."""
    return _SECTION_OF[type(entry)]


def entry_label(entry: Entry) -> str:
    """Return the name of an entry in a message.

    >>> from tocmodel.model import Outcome
    >>> entry_label(Outcome(id="fed", title="Children are not hungry"))
    "outcome 'Children are not hungry' (fed)"
    """
    noun = SECTION_NAMES[section_of(entry)].one
    if not entry.title:  # a review or a view may have no title
        return f"{noun} '{entry.id}'"
    title = entry.title
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    known = f" ({entry.id})" if entry.id else ""
    return f"{noun} '{title}'{known}"


def arrow(link: Link) -> str:
    """Return a link as it is written in a file.

    >>> arrow(Link(from_="club", to="fed"))
    'club -> fed'
    """
    return f"{link.from_} -> {link.to}"


def arrow_as_written(link: Link) -> str:
    """Return a link with all the elements at its ends.

    >>> from tocmodel.model.links import links
    >>> arrow_as_written(links([{"from": ["club", "visits"], "to": "fed"}])[1])
    'club, visits -> fed'
    """
    if not link.together:
        return arrow(link)
    return " -> ".join(", ".join(ids) for ids in link.together)


def of_theory(message: str, help_: str, *path: str | int) -> Problem:
    """A problem of the whole theory, or of one of its sections where a path is given."""
    return Problem(message=message, help=help_, pointer=path, key=bool(path))


def of_entry(entry: Entry, message: str, help_: str, *path: str | int) -> Problem:
    """A problem of an entry, or of a field of it where a path is given."""
    return Problem(
        message=f"{entry_label(entry)} {message}",
        help=help_,
        pointer=(section_of(entry), entry.id, *path),
        key=not path,
        about=entry.id,
    )


def of_link(index: int, link: Link, message: str, help_: str, *path: str | int) -> Problem:
    """A problem of a link, or of a field of it where a path is given."""
    return Problem(
        message=f"link {arrow(link)} {message}",
        help=help_,
        pointer=("links", index, *path),
        about=arrow(link),
    )


def of_statement(index: int, link: Link, message: str, help_: str, *path: str | int) -> Problem:
    """A problem of a link as it is written: with a list at an end, of all its links at once."""
    problem = of_link(index, link, message, help_, *path)
    return evolve(problem, message=f"link {arrow_as_written(link)} {message}")


def of_claim(claim: HasOrigin, pointer: Pointer, message: str, help_: str) -> Problem:
    """A problem of anything that has an origin, a link or an entry, at a field of it."""
    if isinstance(claim, Link):
        subject, about = f"link {arrow_as_written(claim)}", arrow(claim)
    else:
        subject, about = (
            (entry_label(claim), claim.id) if isinstance(claim, Entry) else ("this", "")
        )
    return Problem(message=f"{subject} {message}", help=help_, pointer=pointer, about=about)


def at_place(entry: Entry | None, pointer: Pointer, message: str, help_: str) -> Problem:
    """A problem at any place, about an entry; about the place itself where there is none."""
    subject = entry_label(entry) if entry else "the place"
    about = entry.id if entry else ""
    return Problem(message=f"{subject} {message}", help=help_, pointer=pointer, about=about)


def join(words: list[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    >>> join(["a", "b", "c"])
    'a, b and c'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number(value: float) -> str:
    """Return a number as people write it.

    >>> number(16079), number(7.6), number(30.0)
    ('16,079', '7.6', '30')
    """
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_WRITTEN_OUT:
        value = int(value)
    return f"{value:,}"


def amount(figure: Figure) -> str:
    """Return the number of a figure as people write it, or the ends of its range.

    >>> amount(Figure(value=30.0)), amount(Figure(from_=5, to=10)), amount(Figure(to=10))
    ('30', '5 to 10', 'up to 10')
    """
    if figure.value is not None:
        return number(figure.value)
    low, high = (None if end is None else number(end) for end in (figure.from_, figure.to))
    if low and high:
        return f"{low} to {high}"
    return f"from {low}" if low else f"up to {high}" if high else ""


def without_number(title: str) -> str:
    """Return a title without the number or letter that a list gave it.

    >>> without_number("3.1 Influence the council"), without_number("Outcome 2: Children read")
    ('Influence the council', 'Children read')
    >>> without_number("500,000 families are housed"), without_number("A place to meet")
    ('500,000 families are housed', 'A place to meet')
    """
    first, _, rest = title.strip().partition(" ")
    if first.casefold() in _LISTED and rest[:1].isdigit():
        return rest.partition(" ")[2].lstrip("–-: ") or title
    core = first.strip("().:")
    numbered = "." in core and core.replace(".", "").isdigit()
    lettered = first[-1:] in tuple(".):") and (core.isdigit() or len(core) == 1)
    return rest.strip() if rest[:1].isupper() and (numbered or lettered) else title


class Phrases:
    """Words and phrases to look for, as whole words and in any letter case.

    Plain text search: compiling so many patterns would take longer than checking a theory.

    >>> Phrases("led to", "caused").find("The club has LED to better mornings")
    'led to'
    >>> Phrases("hard to reach people").find("hard-to-reach people")
    'hard to reach people'
    >>> Phrases("rate").find("corporate") is None
    True
    """

    def __init__(self, *phrases: str) -> None:
        self._padded = tuple(f" {phrase} " for phrase in sorted(phrases, key=len, reverse=True))

    def find(self, text: str) -> str | None:
        """Return the longest of the phrases in a text."""
        padded = f" {plain_words(text)} "
        for phrase in self._padded:
            if phrase in padded:
                return phrase.strip()
        return None


def plain_words(text: str) -> str:
    """Return the words of a text in small letters, without punctuation.

    >>> plain_words("Hard-to-reach families;  again")
    'hard to reach families again'
    """
    return " ".join(text.casefold().translate(_NO_PUNCTUATION).split())
