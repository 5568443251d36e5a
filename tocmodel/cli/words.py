"""Words of the command line."""

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Return words as a list that is read aloud.

    >>> listed([".toc.yaml", ".toc.yml", ".toc.json"])
    '.toc.yaml, .toc.yml or .toc.json'
    """
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last
