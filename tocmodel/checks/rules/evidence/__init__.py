"""Checks on evidence and sources."""
