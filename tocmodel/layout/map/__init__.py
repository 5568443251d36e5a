"""The layout of a map: regions of boxes that belong together, and arrows that lead any way."""
