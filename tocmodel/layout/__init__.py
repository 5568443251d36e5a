"""From a diagram or a table to a scene: measured text, and a position for everything."""

from tocmodel.layout.place import MOST_ARROWS, MOST_BOXES, layout
from tocmodel.layout.scene import Bounds, Path, Scene, SceneGroup, Text

__all__ = ["MOST_ARROWS", "MOST_BOXES", "Bounds", "Path", "Scene", "SceneGroup", "Text", "layout"]
