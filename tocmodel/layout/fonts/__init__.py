"""Fonts: the bundled one, the user's own fonts, and the scripts that need shaping."""
