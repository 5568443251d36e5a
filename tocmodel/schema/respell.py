"""Other ways to write an id, a date or an address, for "did you mean"."""

import re
import unicodedata
from collections.abc import Iterator

_ARROWS = re.compile(r"\s*(?:→|⟶|➔|=+>|-{2,}>)\s*")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_SCHOOL_YEAR = re.compile(r"([0-9]{4})[/-]([0-9]{2})")
_PLAIN_ENDING = re.compile(r"(?<!\.framework)(\.ya?ml|\.json)$")
_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def respellings(text: str, pattern: str) -> Iterator[str]:
    """Yield what somebody may have meant who wrote ``text``, likeliest first.

    Whether a spelling is right is for the caller to see.

    >>> list(respellings("01/09/2018", ""))
    ['2018-09-01']
    >>> list(respellings("School Ready", "^[a-z0-9]+(-[a-z0-9]+)*$"))
    ['school-ready']
    """
    if len(text) > 200:  # nobody misspells at such a length
        return
    if day := _DAY_FIRST.fullmatch(text):
        yield f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if (years := _SCHOOL_YEAR.fullmatch(text)) and (int(years[1]) + 1) % 100 == int(years[2]):
        yield f"{years[1]}/{int(years[1]) + 1}"
    if text.startswith("www."):
        yield f"https://{text}"
    if "doi.org/" in text:
        yield text.partition("doi.org/")[2]
    if "_" in text:
        yield text.replace("_", "-")
    if "framework" in pattern:
        yield _PLAIN_ENDING.sub(r".framework\1", text)
    if _ID in pattern:
        yield from _ids(text)


def _ids(text: str) -> Iterator[str]:
    if _ARROWS.search(text):
        yield _ARROWS.sub(" -> ", text)
    if (joined := "".join(text.split())).isupper() and joined != text:
        yield joined
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    yield re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
