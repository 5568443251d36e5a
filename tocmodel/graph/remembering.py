"""Answers that are worked out once for each theory."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from tocmodel.model import TheoryOfChange

T = TypeVar("T")


def remembered(function: Callable[[TheoryOfChange], T]) -> Callable[[TheoryOfChange], T]:
    """Keep the answer for as long as the very same theory lives.

    A theory never changes, and a check asks the same of it many times. Comparing by identity
    spares hashing the whole theory at every call.
    """
    answers: dict[int, tuple[ref[TheoryOfChange], T]] = {}

    @wraps(function)
    def remembering(theory: TheoryOfChange) -> T:
        key = id(theory)
        known = answers.get(key)
        if known is not None and known[0]() is theory:
            return known[1]
        answer = function(theory)
        answers[key] = (ref(theory, lambda _: answers.pop(key, None)), answer)
        return answer

    return remembering
