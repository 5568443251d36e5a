"""PowerPoint files: shapes that people can edit, on slides of a template or of our own."""
