r"""Characters that nobody sees, but a terminal, a browser or a reader acts on.

There is one list, and a function for each kind of output. A writer calls it once, where it puts
words into its format. Joiners stay between letters of scripts and signs that need them.
"""

import re

_CONTROLS = "\x00-\x1f\x7f-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SEPARATORS = "\u2028\u2029"
_INVISIBLE = "\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_NO_CHARACTERS = "\ud800-\udfff\ufffe\uffff"
_HIDDEN = f"{_DIRECTIONS}{_SEPARATORS}{_INVISIBLE}"
_LONE_JOINER = "(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"

UNSAFE = re.compile(f"[{_CONTROLS}{_HIDDEN}{_NO_CHARACTERS}]|{_LONE_JOINER}")
"""The list: what no output has as it is, but for the tabs and line breaks of tocmodel's own."""

_NOT_IN_XML = re.compile(f"[{_CONTROLS}{_NO_CHARACTERS}]")
_HIDDEN_IN_XML = re.compile(f"[{_HIDDEN}]|{_LONE_JOINER}")
_SPACES = re.compile(f"[{_CONTROLS}{_SEPARATORS}\ufeff]+")
_COMMAND = re.compile(r"(?<!\S)::(?=[a-z])|##(?=[a-z]*\[)")
"""What a build server takes for a command if it is in its log: ``::error::``, ``##[error]``."""

_OUTSIDE_LINES = re.compile(f"(?!\n)(?:{UNSAFE.pattern})")

MARK = "\ufffd"
"""What is shown in place of a character that is not."""


def terminal_text(text: str) -> str:
    r"""Return words in which nothing acts on a terminal or hides from its reader.

    >>> terminal_text("tab\there, bell\a, right-to-left \u202e")
    'tab here, bell�, right-to-left �'
    >>> terminal_text("red \x9b31m") == "red \ufffd31m"
    True

    Many terminals are the log of a build server, which reads commands from it.

    >>> terminal_text("::error::no"), terminal_text("##[error]no"), terminal_text("std::sort")
    (': :error::no', '# #[error]no', 'std::sort')
    """
    shown = text
    if not text.isprintable():
        shown = UNSAFE.sub(MARK, text.replace("\t", " ").replace("\u00ad", ""))
    if "::" in shown or "##" in shown:
        shown = _COMMAND.sub(lambda found: " ".join(found[0]), shown)
    return shown


def terminal_lines(text: str) -> str:
    r"""Return the same for several lines.

    >>> terminal_lines("two\nlines\x1b")
    'two\nlines�'
    """
    return "\n".join(map(terminal_text, text.split("\n")))


def one_line(text: str) -> str:
    r"""Return words on one line of a file of plain text, such as DOT, Mermaid or CSV.

    >>> one_line("Two\n  lines\tand\x00 a half \ud800")
    'Two lines and a half �'
    >>> one_line("a \u202eword") == "a \ufffdword"
    True
    """
    return " ".join(UNSAFE.sub(MARK, _SPACES.sub(" ", text)).split())


def xml_text(text: str) -> str:
    r"""Return words for XML or HTML, between tags or in an attribute.

    What XML cannot hold becomes U+FFFD; what is hidden is written as a number.

    >>> xml_text('a < b & "c"')
    'a &lt; b &amp; &quot;c&quot;'
    >>> xml_text("\u202ea\u200bb"), xml_text("\x9b") == MARK
    ('&#x202e;a&#x200b;b', True)
    """
    marked = re.sub("[\t\n\r]", lambda found: f"&#{ord(found[0])};", text.translate(_MARKUP))
    shown = _NOT_IN_XML.sub(MARK, marked)
    return hidden_as_numbers(shown)


def hidden_as_numbers(xml: str) -> str:
    r"""Return XML in which what is hidden is written as a number.

    >>> hidden_as_numbers("<b>\u202ea</b>")
    '<b>&#x202e;a</b>'
    """
    return _HIDDEN_IN_XML.sub(lambda found: f"&#x{ord(found[0]):x};", xml)


def without_hidden(xml: str) -> str:
    """Return XML without what ``hidden_as_numbers`` wrote as numbers.

    >>> without_hidden("<b>&#x202e;a</b>")
    '<b>a</b>'
    """
    return re.sub("&#x[0-9a-f]+;", "", xml)


_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def json_escaped(text: str) -> str:
    r"""Return a text in JSON with what is hidden in its strings as an escape.

    >>> json_escaped('{"a": "\u202e \U000e0041"}')
    '{"a": "\\u202e \\udb40\\udc41"}'
    """
    return _OUTSIDE_LINES.sub(_json_escape, text)


def _json_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
