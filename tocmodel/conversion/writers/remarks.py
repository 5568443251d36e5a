"""What every file for another program says of a theory: its summary, and whether it is imagined."""

from tocmodel.model import TheoryOfChange
from tocmodel.wording import remark_words


def described(theory: TheoryOfChange) -> str:
    """Return the summary of a theory, after the words that mark an imagined one.

    >>> described(TheoryOfChange(title="T", summary="How it works.", imagined=True))
    'An imagined example. How it works.'
    """
    words = remark_words(theory)
    return f"{words}. {theory.summary}".strip() if words else theory.summary
