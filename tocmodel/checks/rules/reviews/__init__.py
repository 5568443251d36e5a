"""Checks on reviews."""
