"""Fixed phrases with gaps, in the words of a picture."""

from tocmodel.analysis.titles import Words
from tocmodel.wording import GAP


def phrase(words: Words, english: str, key: str, *values: str) -> str:
    """Return a fixed phrase with its gaps filled; empty if there is nothing to fill in.

    A gap that nobody knows stays as it is, so own words may contain any braces.

    >>> from tocmodel.model import TheoryOfChange
    >>> words = Words(TheoryOfChange(title="A", words={"source": "From {sources} {today}"}))
    >>> phrase(words, "Source: {sources}", "source", "A survey")
    'From A survey {today}'
    """
    if not any(values):
        return ""
    gaps = dict(zip(GAP.findall(english), values, strict=True))
    return GAP.sub(lambda found: gaps.get(found.group(), found.group()), words.fixed(english, key))
