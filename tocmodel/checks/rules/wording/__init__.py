"""Checks on titles and summaries."""
