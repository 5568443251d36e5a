"""The heading of each column: it names every kind of thing below it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve

from tocmodel.analysis.titles import Words
from tocmodel.diagram.model import Box, Column
from tocmodel.diagram.stages import CYCLES, STAGES
from tocmodel.graph.relations import NODE_KINDS
from tocmodel.model import Horizon
from tocmodel.model.section_names import SECTION_NAMES

BETWEEN = " · "
"""Between the names in a heading."""

_MOST = 3
"""A heading names what is in collapsed groups if that is of no more kinds than these."""

_OUTCOMES = (*(str(horizon) for horizon in Horizon), "outcomes", "untimed")

_HELD: Mapping[str, tuple[str, ...]] = {
    "context": ("conditions",),
    "assets": ("assets", "inputs"),
    **dict.fromkeys(("value", *CYCLES), ("value_creation",)),
    **dict.fromkeys(_OUTCOMES, ("outcomes",)),
}
"""The sections that a column is for, where it is not only the one of its own name."""

_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "assets-and-inputs": ("assets", "inputs"),
    "context": ("conditions",),
    "outcomes-step": ("outcomes",),
}
"""The words whose own forms may be used for another."""

HEADINGS: Mapping[str, str] = {
    **{
        section: SECTION_NAMES[section].heading
        for section in NODE_KINDS
        if section != "value_creation"
    },
    "context": STAGES["context"],
    "assets-and-inputs": STAGES["assets"],
    "value": STAGES["value"],
    "untimed": STAGES["untimed-before-short"],
    "outcomes-step": "Outcomes, step {number}",
    **{id_: STAGES[id_] for id_ in (*CYCLES, *(str(horizon) for horizon in Horizon))},
    **{f"back-{steps}": STAGES[f"back-{steps}"] for steps in range(10)},
    "groups": SECTION_NAMES["groups"].heading,
    "includes": SECTION_NAMES["includes"].several.capitalize(),
}
"""The words that headings are made of, by their keys."""


def with_headings(
    columns: Iterable[Column],
    boxes: Collection[Box],
    sections: Mapping[str, Collection[str]],
    words: Words,
) -> tuple[Column, ...]:
    """Return columns with headings that name every kind of box.

    Args:
        columns: the columns.
        boxes: the boxes in them.
        sections: to the sections of what each box shows; several for a collapsed group.
        words: the words of the picture.
    """
    return tuple(_headed(column, boxes, sections, words) for column in columns)


def _headed(
    column: Column,
    boxes: Iterable[Box],
    sections: Mapping[str, Collection[str]],
    words: Words,
) -> Column:
    inside = [box for box in boxes if box.column == column.id]
    whole = {"includes" if _is_include(box, words) else "groups" for box in inside if _holds(box)}
    named = {section for box in inside for section in sections[box.id]}
    alone = {section for box in inside if not _holds(box) for section in sections[box.id]}
    if len(named) > _MOST or any(box.kind == "undescribed" for box in inside):
        named = alone | whole
    keys = tuple(heading_keys(column.id, named))
    return evolve(
        column, title=BETWEEN.join(_word(column.id, key, words) for key in keys), keys=keys
    )


def _holds(box: Box) -> bool:
    return box.kind in ("group", "undescribed")


def _is_include(box: Box, words: Words) -> bool:
    """Return whether a box is a whole included theory."""
    inside = f"{box.id}/"
    return box.kind == "undescribed" or any(id_.startswith(inside) for id_ in words.theory.elements)


def heading_keys(stage: str, named: Collection[str]) -> Iterator[str]:
    """Yield the keys of the words in the heading of a column with elements of some sections.

    >>> list(heading_keys("interventions", {"interventions", "risks"}))
    ['interventions', 'risks']
    >>> list(heading_keys("assets", {"assets", "inputs"})), list(heading_keys("assets", {"inputs"}))
    (['assets-and-inputs'], ['inputs'])
    """
    name, _, number = stage.partition("-")
    if name == "back":
        yield stage
        return
    own = [section for section in _HELD.get(name, (name,)) if section in named]
    if name == "assets" and own:
        yield "assets-and-inputs" if len(own) > 1 else own[0]
    elif own:
        yield "outcomes-step" if name == "outcomes" and number else name
    for section in (*NODE_KINDS, "groups", "includes"):
        if section in named and section not in own:
            yield "value" if section == "value_creation" else section


def _word(stage: str, key: str, words: Words) -> str:
    if key == "outcomes-step":
        return step_word(stage.partition("-")[2], words)
    return words.fixed(HEADINGS[key], *alternatives(key))


def alternatives(key: str) -> tuple[str, ...]:
    """Return the key of a word, and those whose own words may be used for it."""
    return (key, *_INSTEAD.get(key, ()))


def step_word(number: str, words: Words) -> str:
    """Return the heading of one step of outcomes, after the own word for outcomes if there is one.

    >>> from tocmodel.model import TheoryOfChange
    >>> step_word("2", Words(TheoryOfChange(title="A", words={"outcomes": "Changes"})))
    'Changes 2'
    """
    own = words.own("outcomes")
    if own and not words.own("outcomes-step"):
        return f"{own} {number}"
    return words.fixed(HEADINGS["outcomes-step"], "outcomes-step").replace("{number}", number)
