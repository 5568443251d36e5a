"""Checks on what a theory contains, and how it fits together."""
