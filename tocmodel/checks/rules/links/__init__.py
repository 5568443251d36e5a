"""Checks on links: reasons, assumptions, mechanisms and confidence."""
