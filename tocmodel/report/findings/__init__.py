"""Findings in each format for people and programs, one file a format."""

from tocmodel.report.findings.report import CheckedFile, Report

__all__ = ["CheckedFile", "Report"]
