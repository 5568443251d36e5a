"""Checks on value creation and stories."""
