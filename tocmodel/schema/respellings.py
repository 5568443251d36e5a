"""Other spellings of an id, a date or an address, for "did you mean"."""

import re
import unicodedata
from collections.abc import Iterator

from tocmodel.dates import readings, suggestions
from tocmodel.schema.arrows import chain, has_other_arrow

_CODES = {
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "cymru": "GB-WLS",
    "northern ireland": "GB-NIR",
    "uk": "GB",
    "united kingdom": "GB",
    "great britain": "GB",
    "britain": "GB",
    "ireland": "IE",
    "£": "GBP",
    "pounds": "GBP",
    "sterling": "GBP",
    "€": "EUR",
    "euros": "EUR",
    "$": "USD",
    "dollars": "USD",
    "english": "en",
    "welsh": "cy",
}
"""ISO 3166 codes of countries, ISO 4217 of currencies, BCP 47 of languages."""
_PLAIN_ENDING = re.compile(r"(?<!\.framework)(\.ya?ml|\.json)$")
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z][a-z])")
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def respellings(text: str, pattern: str) -> Iterator[str]:
    """Yield what the writer of ``text`` may have meant, likeliest first.

    The caller checks which spelling is valid.

    >>> list(respellings("13/09/2018", "^[0-9]{4}$"))
    ['2018-09-13']
    >>> list(respellings("School Ready", "^[a-z0-9]+(-[a-z0-9]+)*$"))
    ['school-ready']
    """
    if len(text) > 200:  # a text this long is not a misspelt word
        return
    if is_date(pattern):
        yield from suggestions(text)
        return
    if _DOMAIN.fullmatch(text):
        yield f"https://{text}"
    if "A-Z" in pattern:
        yield text.upper()
    if "doi.org/" in text:
        yield text.partition("doi.org/")[2]
    if code := _CODES.get(text.casefold()):
        yield code
    if "_" in text:
        yield text.replace("_", "-")
    yield from _ids_and_chains(text, pattern)


def _ids_and_chains(text: str, pattern: str) -> Iterator[str]:
    if "framework" in pattern:
        yield from _frameworks(text)
    if "->" in pattern:
        yield from _chains(text, _ID in pattern)
    if _ID in pattern:
        yield from _ids(text)


def is_date(pattern: str) -> bool:
    """Return whether a pattern of the schema is the one for a date or a period."""
    return pattern.startswith("^[0-9]{4}")


def date_help(text: str, name: str) -> str:
    """Return advice on a text that is not a date and cannot be read as one.

    >>> date_help("ongoing", "'ends'"), date_help("2016/17", "'agreed_on'")
    ("where there is no date, leave 'ends' out", 'write only one: 2016 or 2017')
    >>> date_help("31/02/2019", "'date'"), date_help("24-Jul", "'date'")
    ('there is no such day in the calendar', 'write the year too, in four digits')
    """
    found = readings(text)
    if found:
        return f"write only one: {' or '.join(found[0].split('/'))}"
    in_words = any(letter.isalpha() for letter in text)
    if in_words and (year := re.search("[12][0-9]{3}$", text)):
        return f"write the year alone, {year[0]}, or the months that are meant"
    if not in_words and len(text) > len("2019"):
        return "there is no such day in the calendar"
    if any(letter.isdigit() for letter in text) or text.casefold()[:3] in _MONTHS:
        return "write the year too, in four digits"
    if name == "'date'":
        return "write at least the year"
    return f"where there is no date, leave {name} out"


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def is_id(pattern: str) -> bool:
    """Return whether a pattern of the schema is the one for the id of an entry."""
    return pattern == f"^{_ID}$"


def _frameworks(text: str) -> Iterator[str]:
    plain = text.casefold().removesuffix(" framework")
    if plain != text.casefold():
        yield as_id(plain)
    yield _PLAIN_ENDING.sub(r".framework\1", text)


def _chains(text: str, of_ids: bool) -> Iterator[str]:
    names = chain(text)
    if len(names) > 1:
        yield " -> ".join(names)
        if of_ids and not has_other_arrow(text):
            yield " -> ".join(map(as_id, names))


def _ids(text: str) -> Iterator[str]:
    if (joined := "".join(text.split())).isupper() and joined != text:
        yield joined
    yield as_id(text)


def as_id(text: str) -> str:
    """Return an id made of the words of a text; empty where it has no usable letters.

    >>> as_id("Home visits"), as_id("HomeVisits"), as_id("Café"), as_id("読書")
    ('home-visits', 'home-visits', 'cafe', '')
    """
    whole = re.sub("['’]", "", _CAMEL.sub("-", text))
    parted = unicodedata.normalize("NFKD", whole)
    letters = parted.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
