"""Cards and canvases to print for a workshop: what goes on them, and a scene for each sheet."""
