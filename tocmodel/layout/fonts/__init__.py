"""Liberation Sans, the one typeface of every picture, and the widths of its characters."""
