"""Access to the outside world: files, the project around them, and git."""
