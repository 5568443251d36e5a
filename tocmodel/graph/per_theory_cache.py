"""Results that are worked out once for each theory."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from tocmodel.model import TheoryOfChange

T = TypeVar("T")


def cached_per_theory(function: Callable[[TheoryOfChange], T]) -> Callable[[TheoryOfChange], T]:
    """Keep the result for as long as the same theory object lives.

    A theory never changes, and a check asks the same questions many times. Comparing by identity
    avoids hashing the whole theory at every call.
    """
    answers: dict[int, tuple[ref[TheoryOfChange], T]] = {}

    @wraps(function)
    def cached(theory: TheoryOfChange) -> T:
        key = id(theory)
        known = answers.get(key)
        if known is not None and known[0]() is theory:
            return known[1]
        answer = function(theory)
        answers[key] = (ref(theory, lambda _: answers.pop(key, None)), answer)
        return answer

    return cached
