"""Elements of a Word document that python-docx has no methods for."""

from typing import Any

_XML = "{http://www.w3.org/XML/1998/namespace}"


def full_name(tag: str) -> str:
    """Return the name of a tag or an attribute with its namespace, from its prefix."""
    from docx.oxml.ns import qn  # noqa: PLC0415  (an extra)

    name: str = qn(tag) if not tag.startswith("xml:") else f"{_XML}{tag.removeprefix('xml:')}"
    return name


def new_element(tag: str) -> Any:
    """Return a new element."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  (an extra)

    return OxmlElement(tag)


def add_element(parent: Any, tag: str) -> Any:
    """Add a new element at the end of another, and return it."""
    child = new_element(tag)
    parent.append(child)
    return child
