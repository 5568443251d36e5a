"""Checks on frameworks, and on the views that sort by them."""
