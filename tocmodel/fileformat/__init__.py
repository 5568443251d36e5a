"""The file format: read a ``.toc.yaml`` file into a theory, and write it back."""
