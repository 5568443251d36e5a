"""Theories of change."""
