"""Check whether data are valid, and explain only data that are not.

jsonschema-rs answers the first question in about a microsecond an element, the jsonschema library
the second in plain words. Where jsonschema-rs is not installed, jsonschema answers both.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from attrs import evolve

from tocmodel.diagnostics import MOST_PROBLEMS, Pointer, Problem, first_problems
from tocmodel.schema.not_json import not_json
from tocmodel.schema.pieces import DataPiece, pieces
from tocmodel.schema.schema_files import key_names, load_schema

if TYPE_CHECKING:
    import jsonschema_rs

    from tocmodel.schema.corrected_keys import CorrectedData


def problems(data: object, name: str = "theory") -> list[Problem]:
    """Return the problems of data by a schema, in plain words; empty when they are valid.

    >>> for problem in problems({"tocmodel": 1, "titel": "A zone"}):
    ...     print(problem.pointer, problem.message)
    ('titel',) no key 'titel' in a theory of change; did you mean 'title'?

    Args:
        data: mappings, lists, text, numbers, true, false and null.
        name: the name of the schema.
    """
    if _gate(name) is not None and is_valid(data, name):
        return []
    return list(first_problems(_found(data, name)))


def as_meant(data: object, name: str = "theory") -> "CorrectedData":
    """Return data with their misspelt keys corrected, and the way back."""
    from tocmodel.schema.corrected_keys import CorrectedData, correct_keys  # noqa: PLC0415  # as below
    from tocmodel.schema.explain import problems_and_renames  # noqa: PLC0415  # as below

    if list(islice(not_json(data), 1)):
        return CorrectedData(data, {})
    renames: dict[Pointer, Mapping[str, str]] = {}
    known = 0
    for piece in _invalid_pieces(data, name):
        found, meant = problems_and_renames(
            piece.data, load_schema(name), partial(_places, name=name)
        )
        renames |= {piece.restore(place): names for place, names in meant.items()}
        known += len(found)
        if known > MOST_PROBLEMS:
            break
    return correct_keys(data, renames)


def is_valid(data: object, name: str = "theory") -> bool:
    """Return whether data are valid by a schema."""
    gate = _gate(name)
    if gate is None:
        return not problems(data, name)
    try:
        return gate.is_valid(data)
    except ValueError:  # something that JSON cannot hold
        return False


def _found(data: object, name: str) -> Iterator[Problem]:
    alien = list(islice(not_json(data), MOST_PROBLEMS + 1))
    if alien:
        yield from alien
        return
    explained = _explained(data, name)
    yield from explained
    if not explained and (gate := _gate(name)) is not None:
        # The engines are tested to agree; if they ever differ, a broken file must not pass
        # as valid.
        for error in gate.iter_errors(data):
            yield Problem(message=error.message, pointer=tuple(error.instance_path))


def _explained(data: object, name: str) -> list[Problem]:
    """Explain the mistakes in data piece by piece, until there are enough."""
    from tocmodel.schema.explain import explain, file_order  # noqa: PLC0415  # slow, and rarely needed

    found: dict[tuple[Pointer, bool, str], Problem] = {}
    for piece in _invalid_pieces(data, name):
        for problem in explain(
            piece.data, load_schema(name), partial(_places, name=name), piece.restore
        ):
            moved = evolve(problem, pointer=piece.restore(problem.pointer))
            found.setdefault((moved.pointer, moved.key, moved.message), moved)
        if len(found) > MOST_PROBLEMS:
            break
    order = file_order(data)
    return sorted(found.values(), key=lambda problem: order(problem.pointer))


def _invalid_pieces(data: object, name: str) -> Iterator[DataPiece]:
    return (
        piece
        for piece in pieces(data, key_names(name))
        if piece.data is data or not is_valid(piece.data, name)
    )


def _places(data: object, name: str) -> list[Pointer] | None:
    """Where the errors are, so that only those parts need explaining; ``None`` for unknown."""
    gate = _gate(name)
    if gate is None:
        return None
    return [tuple(error.instance_path) for error in gate.iter_errors(data)]


_ROOM = 40 * 1024 * 1024
"""More bytes than the library needs for our schemas; asking for them costs no time."""


@cache
def _gate(name: str) -> "jsonschema_rs.Validator | None":
    try:
        import jsonschema_rs  # noqa: PLC0415  # only where something is validated
    except ImportError:
        return None
    bytes(_ROOM)  # without memory, the library panics or hangs; this raises MemoryError
    # Patterns that cannot backtrack: no text, however made, keeps the engine busy.
    options = jsonschema_rs.RegexOptions()
    return jsonschema_rs.validator_for(load_schema(name), pattern_options=options)
