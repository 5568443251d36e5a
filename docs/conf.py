"""Settings of the documentation; ``generate.py`` makes the reference and the pictures."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import tocmodel

project = "tocmodel"
copyright = "the tocmodel authors"  # noqa: A001  # Sphinx's own name
version = release = tocmodel.__version__
html_title = f"tocmodel {release}"
html_theme = "furo"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_js_files = ["access.js"]
language = "en-GB"

extensions = ["myst_parser", "gallery"]  # gallery.py makes the pages of the examples
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # README and CONTRIBUTING link to files of the repository
