"""Find the faults of a framework file that its schema cannot express."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import Pointer, Problem, did_you_mean
from tocmodel.frameworks.fields import field_fault, word_fault

Data = Mapping[str, Any]


@frozen
class Faults:
    """The problems of a framework file by kind: repeated ids, unknown ids, the rest."""

    doubled: tuple[Problem, ...]
    unknown: tuple[Problem, ...]
    other: tuple[Problem, ...]


def find_faults(data: Data) -> Faults:
    """Return the problems of a framework whose data passed the schema."""
    dimensions: Data = data["dimensions"]
    return Faults(
        doubled=tuple(_doubled(dimensions)),
        unknown=(*_unknown_sources(data), *_unknown_parents(dimensions), *_unknown_in_checks(data)),
        other=(*_circles(dimensions), *_fields(dimensions), *_check_parameters(data)),
    )


def _categories(dimensions: Data) -> Iterator[tuple[Pointer, str, Data]]:
    for name, dimension in dimensions.items():
        for id_, body in dimension["categories"].items():
            yield _at(name, id_), id_, body


def _at(dimension: str, category: str) -> Pointer:
    return ("dimensions", dimension, "categories", category)


def _doubled(dimensions: Data) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for pointer, id_, _ in _categories(dimensions):
        name = str(pointer[1])
        if id_ in first:
            yield Problem(
                message=f"the category '{id_}' is taken: it is in '{first[id_]}' too",
                pointer=pointer,
                help="ids of categories are unique in a framework; give one of the two another",
                key=True,
            )
        first.setdefault(id_, name)


def _unknown(what: str, word: str, known: Iterable[str], pointer: Pointer) -> Problem:
    return Problem(message=f"no {what} '{word}'{did_you_mean(word, known)}", pointer=pointer)


def _unknown_sources(data: Data) -> Iterator[Problem]:
    known = data.get("sources") or {}
    places = [(pointer, body) for pointer, _, body in _categories(data["dimensions"])]
    places += [(("checks", id_), body) for id_, body in (data.get("checks") or {}).items()]
    for pointer, body in places:
        source = body.get("source")
        if source is not None and source not in known:
            yield _unknown("source", source, known, (*pointer, "source"))


def _parents(dimensions: Data) -> Iterator[tuple[Pointer, str, dict[str, str]]]:
    """Yield each category with the parents in its dimension: child to parent."""
    for name, dimension in dimensions.items():
        categories = dimension["categories"]
        parents = {id_: body["part_of"] for id_, body in categories.items() if "part_of" in body}
        for id_ in parents:
            yield (*_at(name, id_), "part_of"), id_, parents


def _unknown_parents(dimensions: Data) -> Iterator[Problem]:
    for pointer, id_, parents in _parents(dimensions):
        known = dimensions[str(pointer[1])]["categories"]
        if parents[id_] not in known:
            yield _unknown("category", parents[id_], known, pointer)


def _circles(dimensions: Data) -> Iterator[Problem]:
    for pointer, id_, parents in _parents(dimensions):
        way = [id_]
        while way[-1] in parents and parents[way[-1]] not in way:
            way.append(parents[way[-1]])
        if parents.get(way[-1]) == id_:
            yield Problem(
                message=f"the category '{id_}' is a part of itself: {' → '.join([*way, id_])}",
                pointer=pointer,
                help="remove one of these 'part_of'",
            )


def _fields(dimensions: Data) -> Iterator[Problem]:
    for name, dimension in dimensions.items():
        sections = dimension["classifies"]
        written = dimension.get("field") or ()
        for field in (written,) if isinstance(written, str) else written:
            fault = field_fault(sections, field)
            if fault:
                yield Problem(message=fault, pointer=("dimensions", name, "field"))
        for id_, body in dimension["categories"].items():
            for field, value in (body.get("where") or {}).items():
                pointer = ("dimensions", name, "categories", id_, "where", field)
                fault = field_fault(sections, field) or word_fault(sections, field, value)
                if fault:
                    yield Problem(message=fault, pointer=pointer)


def _checks(data: Data) -> Iterator[tuple[Pointer, Data, Data | None]]:
    for id_, body in (data.get("checks") or {}).items():
        yield ("checks", id_), body, data["dimensions"].get(body["dimension"])


def _unknown_in_checks(data: Data) -> Iterator[Problem]:
    for pointer, body, dimension in _checks(data):
        if dimension is None:
            word = body["dimension"]
            yield _unknown("dimension", word, data["dimensions"], (*pointer, "dimension"))
            continue
        for place, id_ in enumerate(body.get("categories", ())):
            if id_ not in dimension["categories"]:
                at = (*pointer, "categories", place)
                yield _unknown("category", id_, dimension["categories"], at)


def _check_parameters(data: Data) -> Iterator[Problem]:
    for pointer, body, dimension in _checks(data):
        for place, section in enumerate(body.get("sections", ())):
            if dimension is not None and section not in dimension["classifies"]:
                yield Problem(
                    message=f"the dimension '{body['dimension']}' does not classify {section}",
                    pointer=(*pointer, "sections", place),
                )
        for is_wrong, message, key in _WRONG_PARAMETERS:
            if is_wrong(body, dimension):
                yield Problem(message=message, pointer=(*pointer, key) if key else pointer)


_WRONG_PARAMETERS: tuple[tuple[Callable[[Data, Data | None], bool], str, str], ...] = (
    (
        lambda body, _: body["check"] == "not-only" and "categories" not in body,
        "the check 'not-only' needs 'categories': those that may not be all there is",
        "",
    ),
    (
        lambda body, dimension: (
            body["check"] == "in-order" and dimension is not None and not dimension.get("ordered")
        ),
        "the check 'in-order' needs a dimension that is 'ordered'",
        "dimension",
    ),
    (
        lambda body, _: "at_least" in body and body["check"] != "coverage",
        "'at_least' belongs to the check 'coverage'",
        "at_least",
    ),
    (
        lambda body, _: "may_leap" in body and body["check"] != "in-order",
        "'may_leap' belongs to the check 'in-order'",
        "may_leap",
    ),
)
"""For each wrong combination in a check, the message and the key."""
