"""Return the normal form of a theory's file, if it is safe to write it."""

from typing import Any

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.editing.replacements import WHITE_SPACE, comments
from tocmodel.fileformat.formatting.json_form import json_form
from tocmodel.fileformat.formatting.key_order import theory_order
from tocmodel.fileformat.formatting.yaml_form import YamlForm
from tocmodel.fileformat.ids import with_ids
from tocmodel.fileformat.loading import as_theory
from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW, TheoryOfChange
from tocmodel.syntax import Tree, parse


def formatted_text(document: Document) -> str:
    r"""Return the text of a theory's file in its normal form.

    Links have ids in place of titles. Keys, quotes and spaces are in one manner; the theory, its
    comments and the lines of its longer texts stay as they are.

    >>> from tocmodel.fileformat.loading import reads
    >>> text = "title:  'Joy'\ntocmodel: 1  # the version\n\n\n"
    >>> print(formatted_text(reads(text)), end="")
    tocmodel: 1  # the version
    title: "Joy"

    Raises:
        ModelFileError: the file does not hold a valid theory.
        TocModelError: the text cannot be changed safely.
    """
    theory = as_theory(document)
    tree = document.tree
    meant = _meant(tree.data, theory)
    order = theory_order()
    if tree.path.lower().endswith(".json"):
        text = json_form(tree, meant, order)
    else:
        text = YamlForm(tree, meant).written(order)
    again = parse(text, tree.path, TEXT_KEYS, TEXT_KEYS_BELOW)
    if again.findings or again.data != meant or _comments(again) != _comments(tree):
        raise TocModelError(
            f"'{tree.path}' cannot be formatted safely, so nothing was written; write each key on "
            "a line of its own, and try again"
        )
    return text


def _meant(data: Any, theory: TheoryOfChange) -> Any:
    """Return the data with ids for titles, without quotes, and spaces beside each arrow."""
    included = {id_: include.theory for id_, include in theory.includes.items() if include.theory}
    meant = with_ids(data, included)
    links = meant.get("links") or ()
    return {**meant, "links": [_link(link) for link in links]} if links else meant


class _Name(str):
    """An id, or a chain of ids, which is written without quotes wherever it can be."""

    __slots__ = ()


def _link(link: Any) -> Any:
    if isinstance(link, str):
        return _Name(" -> ".join(name.strip(WHITE_SPACE) for name in link.split("->")))
    return {**link, **{key: _end(link[key]) for key in ("from", "to")}}


def _end(end: Any) -> Any:
    return [_Name(id_) for id_ in end] if isinstance(end, list) else _Name(end)


def _comments(tree: Tree) -> list[str]:
    return sorted(tree.text[start:end].rstrip(WHITE_SPACE) for start, end in comments(tree))
