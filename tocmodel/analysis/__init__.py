"""Analyses of a theory: causes, coverage of frameworks, evidence, loops and pathways."""
