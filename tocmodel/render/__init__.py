"""Writers of pictures, tables and data, one file a format."""
