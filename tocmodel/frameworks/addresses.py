"""Addresses of categories (``category`` or ``parent/category``) and of dimensions."""

from collections.abc import Iterable, Iterator

from tocmodel.diagnostics import did_you_mean
from tocmodel.frameworks.model import Category, Framework


def find_category(framework: Framework, address: str) -> Category | None:
    """Return the category at an address; ``None`` if there is none.

    The part before a slash is a category around it, or its dimension.
    """
    *before, last = address.split("/")
    category = framework.categories.get(last)
    if category is None or not set(before) <= _around(framework, last):
        return None
    return category


def address_fault(framework: Framework, address: str) -> str:
    """Return why an address has no category, with a suggestion; empty if it has one."""
    *before, last = address.split("/")
    if last not in framework.categories:
        near = did_you_mean(address if before else last, _addresses(framework, full=bool(before)))
        near = near or did_you_mean(last, framework.categories)
        return f"no category '{address}' in the framework '{framework.id}'{near}"
    wrong = next((step for step in before if step not in _around(framework, last)), "")
    if not wrong:
        return ""
    right = full_address(framework, last)
    return (
        f"in the framework '{framework.id}' '{last}' is not a part of '{wrong}'; "
        f"did you mean '{right}'?"
    )


def full_address(framework: Framework, category: str) -> str:
    """Return the full address of a category: ``belonging/healthy-relationships``."""
    dimension = framework.dimension_of(category)
    return "/".join(reversed(list(dimension.ancestors(category))))


def dimension_fault(framework: Framework, dimension: str) -> str:
    """Return why a framework lacks a dimension, with a suggestion; empty if it has it."""
    if dimension in framework.dimensions:
        return ""
    near = did_you_mean(dimension, framework.dimensions)
    known = f"; there are: {', '.join(framework.dimensions)}"
    return f"the framework '{framework.id}' has no dimension '{dimension}'{near or known}"


def not_named(framework: str, words: Iterable[str], named: Iterable[str]) -> str:
    """Return the message for a name that is neither a known word nor a framework in use."""
    known = tuple(words)
    near = did_you_mean(framework, (*known, *named))
    return f"it is neither one of {', '.join(known)} nor a framework that the theory names{near}"


def _around(framework: Framework, category: str) -> set[str]:
    dimension = framework.dimension_of(category)
    return {dimension.id, *dimension.ancestors(category)} - {category}


def _addresses(framework: Framework, *, full: bool) -> Iterator[str]:
    for id_ in framework.categories:
        yield full_address(framework, id_) if full else id_
