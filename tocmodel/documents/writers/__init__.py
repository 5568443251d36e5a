"""Writers of reports, one file a format; each takes a ``WrittenReport``."""
