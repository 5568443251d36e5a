"""The JSON Schemas, which are the contract of the files, and validation against them."""

from tocmodel.schema.schema_files import SCHEMAS, load_schema, schema_text
from tocmodel.schema.validate import as_meant, is_valid, problems

__all__ = ["SCHEMAS", "as_meant", "is_valid", "load_schema", "problems", "schema_text"]
