"""The new reviews that name a difference among their changes, and so what prompted it."""

from collections.abc import Iterable, Mapping

from tocmodel.differences.model import Difference, Differences
from tocmodel.model import Review


def new_reviews(found: Differences) -> tuple[Review, ...]:
    """Return the reviews that only the new theory has, in the order of the file."""
    if found.old is None or found.new is None:
        return ()
    known = {found.renamed.get(id_, id_) for id_ in found.old.reviews}
    return tuple(review for id_, review in found.new.reviews.items() if id_ not in known)


def reviews_of_changes(reviews: Iterable[Review]) -> Mapping[str, tuple[Review, ...]]:
    """Return the reviews that name each entry or link among their changes.

    >>> review = Review(id="spring", date="2025", changed=["visits", "a  -> b"])
    >>> sorted(reviews_of_changes([review]))
    ['a -> b', 'visits']
    """
    found: dict[str, list[Review]] = {}
    for review in reviews:
        for text in review.changed:
            name = " -> ".join(part.strip() for part in text.split("->"))
            found.setdefault(name, []).append(review)
    return {name: tuple(held) for name, held in found.items()}


def prompting(item: Difference, by_change: Mapping[str, tuple[Review, ...]]) -> tuple[Review, ...]:
    """Return the reviews that prompted a difference; that a review is new is none of them."""
    return () if item.section == "reviews" else by_change.get(item.about, ())
