"""The words of HTML that programs keep in their boxes."""

from html.parser import HTMLParser

_BREAKS = frozenset(("br", "div", "p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr"))
_SILENT = frozenset(("script", "style", "head", "title"))


def html_words(text: str) -> str:
    r"""Return the words of HTML, each block on a line of its own; other text stays as it is.

    >>> html_words("<div>Families <b>ask</b></div><div>early&nbsp;&amp; often</div>")
    'Families ask\nearly & often'
    >>> html_words("3 < 4 &amp; so on")
    '3 < 4 & so on'
    """
    if "<" not in text and "&" not in text:
        return text.strip()
    reader = _Words()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(filter(None, lines))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        if tag in _SILENT and self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)
