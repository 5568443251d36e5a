"""What to draw: a theory and a view become a diagram."""

from tocmodel.diagram.making import default_view, find_view, to_diagram, views

__all__ = ["default_view", "find_view", "to_diagram", "views"]
