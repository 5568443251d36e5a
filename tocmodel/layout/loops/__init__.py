"""The layout of loops: each a circle of elements, several on a page."""
