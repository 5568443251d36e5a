"""The layout of a diagram: boxes in columns, and arrows between them."""
