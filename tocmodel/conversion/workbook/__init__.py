"""The workbook of a theory: all of it as sheets that people fill in, and back without a loss."""
