"""A named loop in words: its path, what its links make it, and what is claimed of it."""

from tocmodel.analysis.named_loops import ComparedLoop
from tocmodel.graph.wholes import title_of
from tocmodel.model import TheoryOfChange


def loop_words(theory: TheoryOfChange, found: ComparedLoop) -> str:
    """Return a named loop in one line.

    >>> from tocmodel.analysis.named_loops import named_loops
    >>> theory = TheoryOfChange(
    ...     title="T",
    ...     factors={"a": {"title": "Trust"}, "b": {"title": "Visits"}},
    ...     links=["a -> b -> a"],
    ...     loops={"x": {"title": "Neighbours", "through": ["a", "b"], "claimed": "balancing"}},
    ... )
    >>> loop_words(theory, *named_loops(theory))
    'Neighbours: Trust -> Visits -> Trust (reinforcing, but claimed to be balancing)'
    """
    titles = (title_of(theory, id_) for id_ in (*found.elements, found.elements[0]))
    return f"{found.loop.title}: {' -> '.join(titles)} ({sign_words(found)})"


def sign_words(found: ComparedLoop) -> str:
    """Return what the links make of a named loop, and the claim if it differs."""
    claimed = found.loop.claimed
    sign = str(found.sign) if found.sign else "not closed by its links"
    if claimed is None or claimed.value == sign:
        return sign
    return f"{sign}, but claimed to be {claimed}"
