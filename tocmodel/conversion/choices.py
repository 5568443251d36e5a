"""What a person decides about a conversion: the kinds of words, and what to join or keep."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import field, frozen

from tocmodel.characters import terminal_text
from tocmodel.conversion.kinds import NOTHING, ElementKind, kind_of
from tocmodel.diagnostics import ModelFileError, TocModelError, did_you_mean
from tocmodel.model import ELEMENT_SECTIONS
from tocmodel.schema.synonyms import folded

LARGEST_MAPPING = 1024 * 1024
"""The largest mapping file, in bytes."""


@frozen(kw_only=True)
class Choices:
    """The decisions about a conversion.

    Attributes:
        kinds: the kind that each word of the file means, such as ``circle``: ``outcome``.
        merge_titles: whether elements with one title become one element.
        keep_positions: whether positions are kept as fields ``x`` and ``y``.
    """

    kinds: Mapping[str, str] = field(factory=dict)
    merge_titles: bool = False
    keep_positions: bool = False

    def kind(self, word: str) -> ElementKind | None:
        """Return the kind that was chosen for a word, if one was; its section may be ``none``."""
        chosen = self._chosen.get(folded(word))
        return None if chosen is None else decided_kind(chosen)

    @property
    def _chosen(self) -> Mapping[str, str]:
        return {folded(word): kind for word, kind in self.kinds.items()}


LEFT_OUT = ElementKind("none")
"""The kind of elements that are left out."""


def decided_kind(word: str) -> ElementKind:
    """Return the kind that a person names.

    >>> decided_kind("outcome").section, decided_kind("none") == LEFT_OUT
    ('outcomes', True)

    Raises:
        TocModelError: it is not a kind of element.
    """
    if word.strip().casefold() in NOTHING:
        return LEFT_OUT
    kind = kind_of(word)
    if kind is None:
        near = did_you_mean(word, ELEMENT_SECTIONS)
        raise TocModelError(
            f"'{terminal_text(word[:80])}' is not a kind of element{near}; name one like outcome, "
            "activity, factor or assumption, or none to leave elements out"
        )
    return kind


def kinds_from_words(words: Iterable[str]) -> dict[str, str]:
    """Return the kinds in texts such as ``circle=outcome``.

    >>> kinds_from_words(["circle=outcome", "our dream = goal"])
    {'circle': 'outcome', 'our dream': 'goal'}

    Raises:
        TocModelError: a text is not like that, or names no kind.
    """
    found = {}
    for text in words:
        word, sign, kind = text.rpartition("=")
        if not sign or not word.strip() or not kind.strip():
            raise TocModelError(
                f"--map is like circle=outcome, not '{terminal_text(text[:80])}': a word of the "
                "file, and the kind that it means"
            )
        decided_kind(kind)
        found[word.strip()] = kind.strip()
    return found


def kinds_from_file(path: Path) -> dict[str, str]:
    """Return the kinds in a mapping file: YAML with a line ``word: kind`` for each word.

    Raises:
        ModelFileError: the file cannot be read as YAML; it lists all the problems.
        TocModelError: it is not a list of words and kinds, or cannot be opened.
    """
    from tocmodel.syntax import parse  # noqa: PLC0415  # few conversions have one
    from tocmodel.system.files import read_whole  # noqa: PLC0415  # as above

    tree = parse(read_whole(path, LARGEST_MAPPING), str(path))
    if tree.findings:
        raise ModelFileError(tree.findings)
    found = tree.data
    if not isinstance(found, dict) or not all(isinstance(kind, str) for kind in found.values()):
        raise TocModelError(
            f"'{terminal_text(str(path))}' is not a mapping file: write a line for each word, "
            "such as  circle: outcome"
        )
    for kind in found.values():
        decided_kind(kind)
    return dict(found)
