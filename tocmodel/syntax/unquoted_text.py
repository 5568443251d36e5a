"""Find texts that need quotes, because YAML would not read them as text."""

import re

from attrs import frozen


@frozen
class Unquoted:
    """Why a text needs quotes: the place, the problem and the intended text."""

    column: int
    message: str
    meant: str = ""


_FIRST = {
    "@": "@",
    "`": "a backtick",
    "%": "a percent sign",
    "*": "an asterisk",
    "&": "an ampersand",
    "!": "an exclamation mark",
}
_SIGNS = {
    "-": "a hyphen alone is not a text unless it is in quotes",
    "?": "a question mark alone is not a text unless it is in quotes",
    "- ": "a text cannot begin with a hyphen and a space unless it is in quotes, and a list begins "
    "on the next line",
    "? ": "a text cannot begin with a question mark and a space unless it is in quotes",
}
_HEADER = re.compile(r"[|>][0-9+-]{0,2}\s*(?:#.*)?")
_CURLY = re.compile("[“„”‘’]")
_NO_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?![0abt\tnvfre \"/\\N_LPxuU])")
_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"\s+#.*$")


def without_comment(value: str) -> str:
    """Return a value without the comment after it."""
    return _COMMENT.sub("", value).rstrip()


def unquoted(value: str) -> Unquoted | None:
    """Return why YAML cannot read a value as text; ``None`` if it can.

    >>> unquoted("Aim: read better").message
    'a colon with a space after it cannot be in a text without quotes'
    >>> unquoted("'Ann's group'").meant
    "Ann's group"
    >>> unquoted("Read better")
    """
    first = value[:1]
    if first in ("'", '"'):
        return _quoted(value)
    if first in ("[", "{"):
        return _bracketed(value)
    if first and first in _FIRST:
        return Unquoted(0, f"a text cannot begin with {_FIRST[first]} unless it is in quotes")
    if value[:2] in _SIGNS:
        return Unquoted(0, _SIGNS[value[:2]])
    if first in ("|", ">") and first and not _HEADER.fullmatch(value):
        return Unquoted(0, f"a text cannot begin with {first} unless it is in quotes")
    return _with_colon(value)


def _with_colon(value: str) -> Unquoted | None:
    found = _COLON.search(value)
    if found is None:
        return None
    if _CURLY.match(value):
        message = "curly quotes are part of the text; only straight ones let it hold a colon"
        return Unquoted(0, message, re.sub("^[“„‘]|[”“’]$", "", value))
    message = "a colon with a space after it cannot be in a text without quotes"
    return Unquoted(found.start(), message)


def _quoted(value: str) -> Unquoted | None:
    quote = value[0]
    pattern = r'"(?:\\.|[^"\\])*"' if quote == '"' else r"'(?:''|[^'])*'"
    found = re.match(pattern, value)
    if found is None:
        return None
    rest = value[found.end() :].lstrip()
    if not rest or rest.startswith("#"):
        escape = _NO_ESCAPE.search(found[0]) if quote == '"' else None
        message = "a backslash in double quotes has a meaning of its own"
        return Unquoted(escape.start(), message, found[0][1:-1]) if escape else None
    if rest.startswith("->"):  # each id of a link in quotes
        return Unquoted(
            found.end(),
            "the names in a chain are written without quotes of their own",
            re.sub("['\"]", "", value),
        )
    opens_inside = value[found.end() - 2].isspace()  # "Children are "ready" to read"
    both = value.endswith(quote) and (quote == "'" or opens_inside)
    column = found.end() + len(value[found.end() :]) - len(rest)
    return Unquoted(column, "the quotes close before the text ends", value[1:-1] if both else value)


def _bracketed(value: str) -> Unquoted | None:
    """Find a text that begins with a bracket, which YAML reads as a list or mapping."""
    depth = 0
    for at, letter in enumerate(value):
        depth += (letter in "[{") - (letter in "]}")
        if depth == 0:
            rest = value[at + 1 :].strip()
            if not rest or rest[0] in "#,]}":
                return None
            kind = "[" if value[0] == "[" else "{"
            return Unquoted(0, f"a text cannot begin with {kind} unless it is in quotes")
    return None
