"""The layout of a table: headings, cells, shades and threads on a page."""
