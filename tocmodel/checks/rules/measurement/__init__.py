"""Checks on indicators and figures."""
