"""Put one answer into a theory's file, and leave the rest of its text as it is.

Each function returns the file as it is with the answer, which it has read again.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tocmodel.diagnostics import Pointer, TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.dumping import yaml_text
from tocmodel.fileformat.editing import (
    AddItem,
    AddKey,
    SetWord,
    edited_text,
    with_entries,
    with_items,
)
from tocmodel.fileformat.editing.replacements import (
    Replacement,
    apply_replacements,
    full_end,
    line_end,
)
from tocmodel.fileformat.ids.known_ids import KnownIds, folded
from tocmodel.fileformat.loading import reads
from tocmodel.guide.question import LONGEST_NAME
from tocmodel.model import Link, TheoryOfChange
from tocmodel.schema.respellings import as_id

LONGEST_ID = 30
"""An id is made of the first words of a title that fit this many letters."""


def theory_of(document: Document) -> TheoryOfChange:
    """Return the theory of a document that is known to hold one."""
    if document.theory is None:
        raise ValueError(f"{document.path} holds no theory")
    return document.theory


def add_entry(document: Document, section: str, body: Mapping[str, Any]) -> tuple[Document, str]:
    """Add an entry, and return its new id; an entry of the same title is used again.

    Where the title is too long for one, the entry has its first words as a title, and all of it as
    a description.
    """
    whole = str(body["title"])
    title = whole if len(whole) <= LONGEST_NAME else shorten(whole, _WORDS_OF_A_LONG_ONE, "…")
    found = entry_titled(document, section, title)
    if found:
        return document, found
    id_ = new_id(document, title, section)
    entry = {**body, "title": title, **({"description": whole} if title != whole else {})}
    return _read_again(document, with_entries(document.tree, section, {id_: entry})), id_


_WORDS_OF_A_LONG_ONE = 120


def shorten(text: str, most: int, mark: str) -> str:
    """Return the first words of a text, and a mark in place of the others.

    >>> shorten("Families ask for help", 14, "…"), shorten("Llanfairpwllgwyngyll", 5, "…")
    ('Families ask…', 'Llanf…')
    """
    start = text[: most + 1].rpartition(" ")[0] or text[:most]
    return f"{start}{mark}"


def entry_titled(document: Document, section: str, title: str) -> str:
    """Return the id of the entry with this title; empty if there is none."""
    entries: Mapping[str, Any] = getattr(theory_of(document), section)
    wanted = folded(title)
    return next((id_ for id_, entry in entries.items() if folded(entry.title) == wanted), "")


def new_id(document: Document, title: str, section: str) -> str:
    """Return an id that the file does not have yet, made of the first words of a title."""
    base = shortened_id(title) or section.rstrip("s").replace("_", "-")
    taken = KnownIds(document.tree.data, {}).sections
    tried, number = base, 1
    while tried in taken:
        number += 1
        tried = f"{base}-{number}"
    return tried


def shortened_id(title: str) -> str:
    """Return an id made of the first words of a title; empty where it has no usable letters.

    >>> shortened_id("Children start school behind their peers")
    'children-start-school-behind'
    """
    words = as_id(title).split("-")
    while len(words) > 1 and len("-".join(words)) > LONGEST_ID:
        words.pop()
    return "-".join(words)[:LONGEST_ID].strip("-")


def add_link(document: Document, cause: str, effect: str) -> Document:
    """Add a link, unless the file has it."""
    ends = (cause, effect)
    if any((link.from_, link.to) == ends for link in theory_of(document).links):
        return document
    return _read_again(
        document, with_items(document.tree, "links", [{"from": cause, "to": effect}])
    )


def set_text(document: Document, at: Pointer, key: str, words: str) -> Document:
    """Set a text of an entry, a link or the file, in place of an older one."""
    holder = _held(document, at)
    if key in holder:
        return _edited(document, [SetWord((*at, key), words)])
    return _edited(document, [AddKey((*at, next(reversed(holder))), key, words)])


def add_to_list(document: Document, at: Pointer, key: str, ids: Iterable[str]) -> Document:
    """Add ids to a list of an entry or a link, apart from those that it has."""
    holder = _held(document, at)
    old = holder.get(key)
    held = [old] if isinstance(old, str) else list(old or ())
    new = [id_ for id_ in ids if id_ not in held]
    if not new:
        return document
    if not held:
        kept = [name for name in holder if name != key]
        return _edited(document, [AddKey((*at, kept[-1]), key, tuple(new))])
    for id_ in new:
        last = (*at, key, len(held) - 1)
        document = _edited(document, [AddItem(last, id_)])
        held.append(id_)
    return document


def set_place(document: Document, name: str) -> Document:
    """Set the name of the place, below the title if the file has no place yet."""
    if isinstance(document.tree.data.get("place"), dict):
        return set_text(document, ("place",), "name", name)
    return _add_below_title(document, {"place": {"name": name}})


def set_summary(document: Document, words: str) -> Document:
    """Set the summary, below the title if the file has none yet."""
    if "summary" in document.tree.data:
        return set_text(document, (), "summary", words)
    return _add_below_title(document, {"summary": words})


def _add_below_title(document: Document, added: Mapping[str, Any]) -> Document:
    tree = document.tree
    end = line_end(tree.text, full_end(tree, ("title",)))
    lines = yaml_text(added).rstrip("\n")
    return _read_again(
        document, apply_replacements(tree.text, [Replacement(end, end, f"\n{lines}")])
    )


def set_ceiling(document: Document, horizon: str) -> Document:
    """Set the ceiling of accountability, below the outcomes."""
    if "ceiling_of_accountability" in document.tree.data:
        return _edited(document, [SetWord(("ceiling_of_accountability",), horizon)])
    after = "outcomes" if document.tree.data.get("outcomes") else "title"
    return _edited(document, [AddKey((after,), "ceiling_of_accountability", horizon)])


def links_with_addresses(document: Document) -> Iterator[tuple[Link, Pointer]]:
    """Yield the links that can have keys of their own, with their addresses in the file.

    A link that is part of a chain, or of a statement with several ends, cannot.
    """
    for place, link in enumerate(theory_of(document).links):
        at = document.in_file(("links", place))[:2]
        item = _held(document, at)
        if isinstance(item, dict) and all(isinstance(item[end], str) for end in ("from", "to")):
            yield link, at


def _held(document: Document, at: Pointer) -> Any:
    value = document.tree.data
    for step in at:
        value = value[step]
    return value


def _edited(document: Document, changes: Iterable[Any]) -> Document:
    return _read_again(document, edited_text(document.tree, changes))


def _read_again(document: Document, text: str) -> Document:
    changed = reads(text, document.path)
    if changed.theory is None:
        raise TocModelError(
            f"the answer cannot be put into '{document.path}' safely; write it there with an editor"
        )
    return changed
