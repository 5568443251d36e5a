"""Templates of a user's own: a Word document, or text with jinja2."""

from tocmodel.documents.own_templates.fill import (
    TEMPLATE_SUFFIXES,
    fill_template,
    format_of_template,
)

__all__ = ["TEMPLATE_SUFFIXES", "fill_template", "format_of_template"]
