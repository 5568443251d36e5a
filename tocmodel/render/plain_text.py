"""Text in short lines, for the labels of formats that have no widths."""

from textwrap import wrap

from tocmodel.characters import one_line


def short_lines(text: str, width: int = 28) -> list[str]:
    """Return the text in lines of about a given width, without breaking words.

    >>> short_lines("Families use services they would otherwise not have reached")
    ['Families use services they', 'would otherwise not have', 'reached']
    """
    return wrap(one_line(text), width, break_long_words=False, break_on_hyphens=False) or [""]
