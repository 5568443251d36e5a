"""Write a theory's file in its normal form: ids for titles, and one order, spacing and quotes."""

from tocmodel.fileformat.formatting.format_text import formatted_text

__all__ = ["formatted_text"]
