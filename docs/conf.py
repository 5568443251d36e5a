"""Settings of the documentation; the reference and the pictures are made first."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import generate

import tocmodel

generate.main()

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

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "reference/layers.md"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # README and CONTRIBUTING link to files of the repository

autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_class_signature = "separated"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
