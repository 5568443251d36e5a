"""Tables and heat maps: their rows, columns, cells and threads."""
