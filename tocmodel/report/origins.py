"""The origin of a claim, and who agreed to it, in sentences."""

from collections.abc import Iterator

from tocmodel.model import HasOrigin, Link, Origin, Standing, TheoryOfChange


def origin_words(theory: TheoryOfChange, claim: object) -> str:
    """Return the origin of a claim in words; nothing where the file does not state it.

    >>> theory = TheoryOfChange(title="T", sources={"plan": {"title": "The plan"}})
    >>> origin_words(theory, Link(from_="a", to="b", source="plan", at="p. 3"))
    'The link is stated in: The plan, p. 3.'
    >>> origin_words(theory, Link(from_="a", to="b", origin="inferred"))
    "The link is our reading, not a source's."
    """
    if not isinstance(claim, HasOrigin):
        return ""
    subject = "The link" if isinstance(claim, Link) else "It"
    return " ".join(f"{subject} {phrase}." for phrase in _phrases(theory, claim))


def _phrases(theory: TheoryOfChange, claim: HasOrigin) -> Iterator[str]:
    standing = claim.standing
    if standing is Standing.STATED:
        yield f"is stated {_where(theory, claim)}"
    elif standing is Standing.LISTED:
        yield f"is read from a list or a figure {_where(theory, claim)}"
    elif standing is Standing.INFERRED:
        yield "is our reading, not a source's"
    elif claim.origin is Origin.INFERRED:
        yield "was inferred"
    if claim.drafted_by or claim.origin is Origin.DRAFTED:
        by = claim.drafted_by or "a program"
        yield f"was drafted by {by}" + (
            "" if claim.is_confirmed else ", and nobody has confirmed it"
        )
    if claim.agreed and claim.is_agreed:
        titles = (
            theory.partners[id_].full_title for id_ in claim.agreed.with_ if id_ in theory.partners
        )
        on = f" ({claim.agreed.on})" if claim.agreed.on else ""
        yield f"is agreed with {', '.join(titles)}{on}"


def _where(theory: TheoryOfChange, claim: HasOrigin) -> str:
    if claim.source not in theory.sources:
        return "by a source that is not named"
    place = f", {claim.at}" if claim.at else ""
    return f"in: {theory.sources[claim.source].title}{place}"
