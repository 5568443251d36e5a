"""Diagrams: the contents of a picture of a theory, before layout."""

from tocmodel.diagram.build import (
    chosen_view,
    default_view,
    find_view,
    theory_for,
    to_diagram,
    views,
)

__all__ = ["chosen_view", "default_view", "find_view", "theory_for", "to_diagram", "views"]
