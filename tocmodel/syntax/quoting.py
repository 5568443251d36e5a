"""Put text in quotes, for messages that suggest a correction."""

_LONGEST = 60


def in_quotes(text: str) -> str:
    r"""Return a text in quotes for YAML: double quotes if that needs no escapes.

    >>> print(in_quotes("Aim: read better"), in_quotes('"Big" dreams'), in_quotes("a \\ 'b'"))
    "Aim: read better" '"Big" dreams' 'a \ ''b'''
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown_quoted(key: str, text: str) -> str:
    """Return ``key: "text"`` on one line, shortening a long text in the middle.

    >>> shown_quoted("title", "# of learners")
    'title: "# of learners"'
    >>> shown_quoted("", "More practical, local learning")
    '"More practical, local learning"'
    """
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        half = _LONGEST // 2
        line = f"{line[:half].rstrip()} ... {line[-half:].lstrip()}"
    return f"{key}: {in_quotes(line)}" if key else in_quotes(line)
