"""Find the typing mistake in or near the line where YAML reading stopped.

Each finder looks at a place in a text and returns a :class:`Mistake` or ``None``. No finder relies
on the parser's message, only on the line where it stopped and the start of the part it was reading.
"""

from collections.abc import Callable

from tocmodel.syntax.corrections import Mistake
from tocmodel.syntax.mistakes.brackets import extra_bracket, open_bracket, unquoted_in_brackets
from tocmodel.syntax.mistakes.colons import missing_colon, stray_words, wrong_separator
from tocmodel.syntax.mistakes.indentation import line_above_out_of_line, line_out_of_line, tabs
from tocmodel.syntax.mistakes.lists import (
    field_beside_hyphen,
    fields_below_chain,
    item_after_value,
    other_bullet,
)
from tocmodel.syntax.mistakes.quotes import open_quotes, text_cut_by_comment, unquoted_value
from tocmodel.syntax.mistakes.stop import ReadingStop

FINDERS: tuple[Callable[[ReadingStop], Mistake | None], ...] = (
    tabs,
    open_quotes,
    fields_below_chain,
    field_beside_hyphen,
    other_bullet,
    unquoted_value,
    unquoted_in_brackets,
    text_cut_by_comment,
    wrong_separator,
    missing_colon,
    stray_words,
    extra_bracket,
    open_bracket,
    item_after_value,
    line_above_out_of_line,
    line_out_of_line,
)
"""A finder for each kind of mistake, the most certain first."""


def mistake_at(stop: ReadingStop) -> Mistake | None:
    """Return the mistake where reading stopped, if it is of a known kind."""
    for find in FINDERS:
        found = find(stop)
        if found is not None:
            return found
    return None
