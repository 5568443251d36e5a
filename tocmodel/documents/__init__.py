"""Reports: chapters of a theory as text, tables and pictures, and a writer for each format."""
