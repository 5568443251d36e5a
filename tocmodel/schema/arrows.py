"""The arrows of a chain: ``->``, and what people type for it."""

import re

_SIGNS = r"\s*(?:[→⟶➔⇒►]|[=-]+\s*>+|[–—]\s*>|>)\s*"  # => --> - > – > → >
_BACKWARDS = r"\s*(?:←|⟵|⇐|<\s*[=-]+)\s*"
_DASHES = r"\s+(?:[=–—-]+|à)\s+"  # Word's arrow is "à" where its font is lost
_WORDS = r"\s+(?:leads\s+to|to|then)\s+"
_LONGEST = 2000
_TIDY = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-/")


def chain(text: str) -> list[str]:
    """Return the names in a chain, whatever its arrows look like.

    >>> chain("a -> b -> c"), chain("a => b"), chain("Home club → children read better")
    (['a', 'b', 'c'], ['a', 'b'], ['Home club', 'children read better'])
    >>> chain("Ready to learn -> Children read better")
    ['Ready to learn', 'Children read better']
    >>> chain("a <- b"), chain("a --- b"), chain("a leads to b")
    (['b', 'a'], ['a', 'b'], ['a', 'b'])
    """
    names = [name.strip() for name in text.split("->")]
    if len(names) > 1 and all(map(_TIDY.issuperset, names)):  # as nearly always
        return names
    if len(text) > _LONGEST:  # nobody types such a chain, and looking for arrows would take long
        return names
    flat = " ".join(text.split())  # so that no run of spaces is looked at again and again
    signs = re.findall(_SIGNS, flat)
    if all(sign.strip() == "->" for sign in signs) and signs:
        return names
    if not signs and len(backwards := re.split(_BACKWARDS, flat)) > 1:
        return [name.strip() for name in reversed(backwards)]
    # Where there is a sign, a word such as "to" belongs to a name.
    splitter = _SIGNS if signs else _WORDS if not re.search(_DASHES, flat) else _DASHES
    found = [name.strip() for name in re.split(splitter, flat)]
    return found if len(found) > 1 else names


def has_other_arrow(text: str) -> bool:
    """Return whether a chain is not written with ``->`` throughout.

    >>> has_other_arrow("a -> b"), has_other_arrow("a --> b")
    (False, True)
    """
    return [name.strip() for name in text.split("->")] != chain(text)
