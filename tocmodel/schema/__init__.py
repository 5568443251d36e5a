"""The schemas, the public contract of the files, and what a file has against them."""

from tocmodel.schema.find import SCHEMAS, load_schema, schema_text
from tocmodel.schema.validate import as_meant, is_valid, problems

__all__ = ["SCHEMAS", "as_meant", "is_valid", "load_schema", "problems", "schema_text"]
