"""From a diagram to a scene: measured words, a place for everything, ways for the arrows."""

from tocmodel.layout.place import MOST_ARROWS, MOST_BOXES, layout
from tocmodel.layout.scene import Bounds, Group, Path, Scene, Text

__all__ = ["MOST_ARROWS", "MOST_BOXES", "Bounds", "Group", "Path", "Scene", "Text", "layout"]
