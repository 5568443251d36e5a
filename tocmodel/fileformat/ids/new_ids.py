"""Make ids for new entries from their titles."""

import re
import unicodedata

_MOST_WORDS = 6


def new_id(
    title: str, taken: set[str], numbers: dict[str, int] | None = None, *, kind: str = "story"
) -> str:
    """Return a new, unused id made of the first words of a title.

    ``numbers`` has the last number after each beginning of an id, so that none is tried twice.
    ``kind`` begins the id if the title has no letters for it.

    >>> new_id("From the Café to a Reading Morning!", {"cafe"})
    'from-the-cafe-to-a-reading'
    >>> new_id("Café", {"cafe"}), new_id("2019", set(), kind="outcome")
    ('cafe-2', 'outcome-2019')
    """
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", plain)[:_MOST_WORDS]
    stem = "-".join(words)[:60].strip("-") or kind
    stem = stem if stem[0].isalpha() else f"{kind}-{stem}"
    numbers = {} if numbers is None else numbers
    number = numbers.get(stem, 1)
    found = stem if number == 1 else f"{stem}-{number}"
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    numbers[stem] = number
    return found
