"""How a title fits into a sentence: as a clause, as a noun phrase, or only in quotation marks.

Nothing here knows English. A title is taken apart into words and compared with lists of common
verbs; a wrong guess makes a sentence clumsy, and never changes what it claims.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from tocmodel.narrative.verbs import (
    ALSO_NOUNS,
    ALSO_NOUNS_S,
    AUXILIARIES,
    CLEAR,
    CLEAR_S,
    DETERMINERS,
    INSTRUCTIONS,
    PLURALS,
    gerund,
)


class TitleForm(StrEnum):
    """How a title fits into a sentence.

    - ``clause``: it has a subject and a verb: *children catch up*.
    - ``phrase``: it is a thing: *a breakfast club*.
    - ``label``: it fits only in quotation marks, and then as a thing.
    """

    CLAUSE = "clause"
    PHRASE = "phrase"
    LABEL = "label"


_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[.,;:!?]", re.ASCII)
_RELATIVES = frozenset(
    """
    after although because before how if than that until unless what when where which while who
    whom whose why
    """.split()
)
_CONTINUING = frozenset(("and", "or", *AUXILIARIES))
"""Words before a verb that only continue a clause."""

_ADVERBS = frozenset(
    "also each here longer no often rarely seldom still then there together".split()
)
_QUALITIES = frozenset("better good greater healthy high improved increased more new poor".split())
"""Words before a noun: *better marks*."""

_AFTER_NOUNS = frozenset("for of that where which who".split())
"""Words after a noun, and seldom after a verb that could be one."""

_NEVER_BEFORE = frozenset("about across at between by for from in into of on over to with".split())
"""Words that are never right before the verb of a clause."""

_PRONOUNS = frozenset("i you he she it we they one".split())
_ODD = re.compile(r"[“”\"?!:;/\\<>{}\[\]|*_#=\n]|\.\s|^\W|^\d")
_LONGEST = 24
"""The most words of a title that can be a part of a sentence."""


def form_of(title: str, *, statement: bool = False) -> TitleForm:
    """Return how a title fits into a sentence.

    Args:
        title: the title.
        statement: whether titles of its section are most often clauses, as those of outcomes are.

    >>> [form_of(title).value for title in (
    ...     "Arrears fall in the families worst affected",
    ...     "Help for the families deepest in arrears",
    ...     "Residents who help to run the work",
    ...     "Young people have more to lean on",
    ...     "Improve attendance",
    ...     "What next?",
    ... )]
    ['clause', 'phrase', 'phrase', 'clause', 'phrase', 'label']
    """
    words = title.split()
    if not words or len(words) > _LONGEST or _ODD.search(title):
        return TitleForm.LABEL
    found = _WORD.findall(title.casefold())
    if not found:
        return TitleForm.LABEL
    return TitleForm.CLAUSE if _is_clause(found, statement=statement) else TitleForm.PHRASE


def as_thing(title: str) -> str:
    """Return an instruction as a thing that people do, and any other title as it is.

    >>> as_thing("Improve attendance"), as_thing("Support for pupils"), as_thing("Trust")
    ('Improving attendance', 'Support for pupils', 'Trust')
    """
    first, _, rest = title.partition(" ")
    verb, following = first.casefold(), rest.partition(" ")[0].casefold()
    if (
        verb not in INSTRUCTIONS
        or not rest
        or following in ("for", "of", "from", "to", "by", "and")
    ):
        return title
    is_noun = verb in ALSO_NOUNS and following not in DETERMINERS
    return title if is_noun else f"{gerund(verb).capitalize()} {rest}"


def _is_clause(words: list[str], *, statement: bool) -> bool:
    waiting = int(words[0] == "what")  # relative clauses whose verb has not come yet
    if words[0] in ("there", "it"):
        return len(words) > 1
    for place in range(1, len(words)):
        word, before = words[place], words[place - 1]
        if word in _RELATIVES and not (word == "that" and before in ("is", "so")):
            waiting += 1
        elif before not in _CONTINUING and _is_verb(words, place, statement):
            if waiting:
                waiting -= 1
            elif not _is_zero_relative(words, place):
                return True
    return False


def _is_verb(words: list[str], place: int, statement: bool) -> bool:
    """Whether a word is a verb; ``statement`` is whether the title is more likely to have one."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    earlier = [one for one in words[:place] if one not in _ADVERBS]
    before = earlier[-1] if earlier else ""
    if (
        before.endswith(("'s", "’s"))
        or before in _NEVER_BEFORE
        or (before in DETERMINERS and before not in ("this", "those"))
    ):
        return False
    if word in AUXILIARIES:
        return True
    several = _is_several(before)
    any_several = several or "and" in earlier or any(map(_is_several, earlier))
    is_apart = any(one in _NEVER_BEFORE for one in earlier)
    if word in CLEAR or word in CLEAR_S:
        return any_several if word in CLEAR else not several or is_apart
    is_noun = following in _AFTER_NOUNS or (word in ("open", "close") and following == "to")
    if word in ALSO_NOUNS and not is_noun:
        return any_several if statement else several
    is_noun = is_noun or before in _QUALITIES or before.endswith("er")
    is_noun = is_noun or (several and not is_apart)
    if following == "to":
        return word in ALSO_NOUNS_S and words[0] in DETERMINERS
    takes_more = following in DETERMINERS or following in ("them", "it")
    return word in ALSO_NOUNS_S and not is_noun and (statement or takes_more)


def _is_several(word: str) -> bool:
    if word in PLURALS or word in ("i", "no", "longer", "more", "less"):
        return True
    return word.endswith("s") and not word.endswith(("'s", "’s", "ss", "us", "is"))


def _is_zero_relative(words: list[str], place: int) -> bool:
    """Whether the verb belongs to a relative clause without a word for it: *people one trusts*."""
    is_pronoun = words[place - 1] in _PRONOUNS
    return is_pronoun and place > 1 and words[place - 2] not in (",", "and", "so", "but")


class ProperNames:
    """Which words of a theory are names, and so keep their capital in a sentence.

    A word with a capital in the middle of a sentence is a name; a word that also occurs without one
    is not, unless another name follows it.
    """

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        self._plain: set[str] = set()
        self._names: set[str] = {word for name in names for word in _CAPITALS.findall(name)}
        for text in texts:
            self._plain.update(_LOWER.findall(text))
            self._names.update(_INSIDE.findall(text))

    def lowered(self, text: str, *, name: bool = False) -> str:
        """Return a text for the middle of a sentence.

        Args:
            text: the text.
            name: whether words of which nothing is known are rather a name.

        >>> names = ProperNames(["People in Pembury and the schools"], ["Porth Dychymyg"])
        >>> names.lowered("Schools open"), names.lowered("Pembury thrives"), names.lowered("NHS")
        ('schools open', 'Pembury thrives', 'NHS')
        """
        first, _, rest = text.partition(" ")
        word = first.rstrip(",")
        bare = re.sub(r"[’']s?$", "", word)
        if not word[:1].isupper() or word[1:] != word[1:].lower() or bare in ("I", "I’m", "I’ve"):
            return text
        following = rest.partition(" ")[0]
        if following[:1].isupper() and not self._is_before_a_name(bare, following):
            return text
        is_activity = bare.endswith("ing") and bool(rest) and not name
        is_plain = is_activity or bare.casefold() in self._plain | DETERMINERS | _SMALL | PLURALS
        is_name = bare in self._names or (name and (not rest or rest != rest.lower()))
        if is_plain or not is_name:
            return text[:1].lower() + text[1:]
        return text

    def _is_before_a_name(self, word: str, following: str) -> bool:
        """Whether a word with a capital is only the first of a title, and a name comes after it.

        *Young Roma* is of this kind, and *Young People's Group* is a name itself.
        """
        if word.casefold() in DETERMINERS:
            return True
        bare = re.sub(r"[’']s?$", "", following)
        return word.casefold() in PLURALS and bare.casefold() not in self._plain


_CAPITALS = re.compile(r"\b[A-Z][a-z]+")
_LOWER = re.compile(r"(?<![\w./@-])[a-z]{2,}(?![\w/@]|\.\w)")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_SMALL = frozenset(
    """
    about after and as at before better by early everyone everything fewer for from good help how in
    into less local many more most new nobody nothing of on one other out over so someone something
    than then there through to two three under until what when where which who why with without work
    """.split()
)
"""Small words, which are never names."""
