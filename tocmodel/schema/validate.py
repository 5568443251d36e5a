"""Say whether data are valid, and only if they are not, why not.

jsonschema-rs answers the first question in about a microsecond an element, the jsonschema library
the second in plain words. Where jsonschema-rs is not installed, jsonschema answers both.
"""

from collections.abc import Iterator
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from tocmodel.diagnostics import Pointer, Problem
from tocmodel.schema.find import load_schema
from tocmodel.schema.foreign import foreign

if TYPE_CHECKING:
    import jsonschema_rs

    from tocmodel.schema.renaming import Meant

MOST = 200
"""How many problems are told at once: nobody works through more before checking again."""


def problems(data: object, name: str = "theory") -> list[Problem]:
    """Return what data have against a schema, in plain words; empty when they are valid.

    >>> for problem in problems({"tocmodel": 1, "titel": "A zone"}):
    ...     print(problem.pointer, problem.message)
    ('titel',) no key 'titel' in a theory of change; did you mean 'title'?

    Args:
        data: mappings, lists, text, numbers, true, false and null.
        name: the name of the schema.
    """
    if _gate(name) is not None and is_valid(data, name):
        return []
    found = list(islice(_found(data, name), MOST + 1))
    if len(found) > MOST:
        rest = Problem(message=f"there are more problems; these are the first {MOST}")
        return [*found[:MOST], rest]
    return found


def as_meant(data: object, name: str = "theory") -> "Meant":
    """Return data with their misspelt keys put right, and the way back."""
    from tocmodel.schema.explain import as_meant as meant  # noqa: PLC0415  # as below
    from tocmodel.schema.renaming import Meant  # noqa: PLC0415  # as below

    if list(islice(foreign(data), 1)):
        return Meant(data, {})
    return meant(data, load_schema(name), partial(_places, name=name))


def is_valid(data: object, name: str = "theory") -> bool:
    """Say whether data are as a schema describes them."""
    gate = _gate(name)
    if gate is None:
        return not problems(data, name)
    try:
        return gate.is_valid(data)
    except ValueError:  # something that JSON cannot hold
        return False


def _found(data: object, name: str) -> Iterator[Problem]:
    alien = list(islice(foreign(data), MOST + 1))
    if alien:
        yield from alien
        return
    from tocmodel.schema.explain import explain  # noqa: PLC0415  # slow, and rarely needed

    explained = explain(data, load_schema(name), partial(_places, name=name))
    yield from explained
    if not explained and (gate := _gate(name)) is not None:
        # The engines are tested to agree; should they not, a broken file must not pass for a
        # good one.
        for error in gate.iter_errors(data):
            yield Problem(message=error.message, pointer=tuple(error.instance_path))


def _places(data: object, name: str) -> list[Pointer] | None:
    """Where the errors are, so that only those parts need explaining; ``None`` for unknown."""
    gate = _gate(name)
    if gate is None:
        return None
    errors = islice(gate.iter_errors(data), 10 * MOST)
    return [tuple(error.instance_path) for error in errors]


@cache
def _gate(name: str) -> "jsonschema_rs.Validator | None":
    try:
        import jsonschema_rs  # noqa: PLC0415  # only where something is validated
    except ImportError:
        return None
    # Patterns that cannot backtrack: no text, however made, keeps the engine busy.
    options = jsonschema_rs.RegexOptions()
    return jsonschema_rs.validator_for(load_schema(name), pattern_options=options)
