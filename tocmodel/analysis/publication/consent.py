"""Whether someone's words may be published: their consent names the web, and still holds."""

from datetime import date

from tocmodel.model import Consent
from tocmodel.model.period import period

PUBLIC = frozenset({"web", "public"})
"""The uses that a consent must name, one of them, before words go out."""


def may_go_out(consent: Consent | None, as_of: date | None) -> bool:
    """Return whether a consent allows publication.

    It must name the web, or the plain word *public*. A consent that ends counts as ended unless the
    day is known, since tocmodel knows no date of today.

    Args:
        consent: the consent; ``None`` where there is none.
        as_of: the day on which the words are published; ``None`` if it is not known.

    >>> board, web = Consent(for_="board"), Consent(for_=["board", "Web"], until="2026-02")
    >>> may_go_out(board, None), may_go_out(web, date(2026, 2, 28)), may_go_out(web, None)
    (False, True, False)
    """
    if consent is None or not names_publication(consent):
        return False
    if as_of is None:
        return not consent.until
    return _has_begun(consent, as_of) and not has_ended(consent, as_of)


def names_publication(consent: Consent) -> bool:
    """Return whether one of the uses of a consent is the web, or the public."""
    return any(use.strip().casefold() in PUBLIC for use in consent.for_)


def has_ended(consent: Consent, as_of: date) -> bool:
    """Return whether a consent has ended by a day; the last day is a day on which it holds.

    What is no date is no promise that it still holds.

    >>> has_ended(Consent(until="2026-02"), date(2026, 2, 28)), has_ended(Consent(), date.max)
    (False, False)
    """
    if not consent.until:
        return False
    last = period(consent.until)
    return last is None or last.end < as_of


def _has_begun(consent: Consent, as_of: date) -> bool:
    first = period(consent.given)
    return first is None or first.start <= as_of
