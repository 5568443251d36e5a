"""Figures from data: a question in the model, one syntax tree, and the engine that answers it.

``tocmodel.data.collect`` reads the data. Only the modules below it import sqlglot and DuckDB, which
come with an extra.
"""
