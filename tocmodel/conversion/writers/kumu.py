"""Write a theory as a Kumu blueprint (JSON).

Source: https://docs.kumu.io/guides/import/blueprints. Elements and connections may have any keys of
their own beside the label, type, description and tags.
"""

from collections.abc import Iterator
from typing import Any

from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.losses import Holds, every_element, links_between, losses
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.edges import DIRECTIONS
from tocmodel.conversion.writers.remarks import described
from tocmodel.model import Effect, Link, TheoryOfChange
from tocmodel.render.json import json_text

HOLDS = Holds(
    theory=frozenset(("title", "summary", "imagined")),
    sections={**every_element("description", "tags", "fields", "horizon", "cycle", "who")},
    links=frozenset(("effect", "because", "kind", "delay", "strength", "fields")),
)
_SIGNS = {Effect.INCREASES: "+", Effect.DECREASES: "-", Effect.UNKNOWN: "?"}


def write(theory: TheoryOfChange) -> str:
    """Return the theory as a blueprint."""
    data = {
        "name": theory.title,
        "description": described(theory),
        "elements": list(_elements(theory)),
        "connections": [_connection(link) for link in links_between(theory, HOLDS.sections)],
    }
    return json_text(data)


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what a blueprint cannot hold."""
    return losses(theory, HOLDS)


def _elements(theory: TheoryOfChange) -> Iterator[dict[str, Any]]:
    for id_, element in theory.elements.items():
        yield _filled(
            {
                **element.fields,
                "id": id_,
                "label": element.title,
                "type": element_kind_words(theory, id_),
                "description": element.description,
                "tags": list(element.tags),
                "who": getattr(element, "who", ""),
            }
        )


def _connection(link: Link) -> dict[str, Any]:
    sign = _SIGNS.get(link.effect, link.effect.value)
    return _filled(
        {
            **link.fields,
            "from": link.from_,
            "to": link.to,
            "direction": DIRECTIONS[link.kind.value] or "directed",
            "type": sign,
            "description": link.because,
            "delay": link.delay,
            "strength": link.strength.value if link.strength else "",
        }
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], None)}
