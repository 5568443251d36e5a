"""Change a file's text so that it holds another version of its theory, and touch nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from attrs import evolve

from tocmodel.diagnostics import ModelFileError, Pointer, TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.editing.changes import comment_texts, without
from tocmodel.fileformat.editing.replacements import Replacement, apply_replacements, is_in_braces
from tocmodel.fileformat.editing.values import (
    add_items,
    add_keys,
    set_items,
    set_value,
)
from tocmodel.fileformat.ids.known_ids import KnownIds
from tocmodel.fileformat.loading import reads
from tocmodel.model import TheoryOfChange
from tocmodel.model.links import links as links_of
from tocmodel.syntax import Tree


def updated_text(
    document: Document, theory: TheoryOfChange, places: Sequence[int | None] = ()
) -> str:
    """Return the text of a file with the changes that make it hold a theory.

    Only what differs is edited; comments, order and layout stay. The order of entries and links is
    left as it is; new ones come last.

    Args:
        document: the file with its theory.
        theory: the theory that it should hold.
        places: for each statement of its links, the place in the file's own theory of the statement
            that it was; ``None`` for a new one. Without them, the ends of links decide.

    Raises:
        TocModelError: the layout of the file does not allow the changes safely.
    """
    if document.theory is None:
        raise ModelFileError(document.findings)
    tree = document.tree
    old, new = to_data(document.theory), to_data(theory)
    before, after = (list(map(_statement, data.get("links", ()))) for data in (old, new))
    pairs, added = _matched(before, after, places)
    meant = evolve(theory, links=links_of([*(pairs[place] for place in sorted(pairs)), *added]))
    if meant == document.theory:
        return tree.text
    editor = _Editor(tree, meant)
    edits = [*editor.theory(old, new), *editor.links(before, pairs, added)]
    text = apply_replacements(tree.text, _in_order(edits))
    found = reads(text, tree.path)
    if found.theory != meant or comment_texts(found.tree) != comment_texts(tree):
        raise TocModelError(
            f"'{tree.path}' cannot be changed safely, so nothing was written; write each key that "
            "is to change on a line of its own, and try again"
        )
    return text


class _Editor:
    """Finds the replacements for one file."""

    def __init__(self, tree: Tree, theory: TheoryOfChange) -> None:
        self.tree = tree
        included = {
            id_: entry.theory for id_, entry in theory.includes.items() if entry.theory is not None
        }
        self.old = KnownIds(tree.data, included)
        self.new = KnownIds(to_data(theory), included)
        self.has_links = False

    def theory(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Replacement]:
        """Yield the replacements for everything but the links."""
        raw = self.tree.data
        before, after = (
            {key: value for key, value in data.items() if key != "links"} for data in (old, new)
        )
        is_mixed = bool(before.keys() - after.keys()) and bool(after.keys() - before.keys())
        is_whole = is_mixed and is_in_braces(self.tree, ())
        if is_whole or (not raw.get("links") and "links" in new):
            after = {key: value for key, value in new.items() if key in after or key == "links"}
            self.has_links = "links" in new
        if raw.get("links") and "links" not in new:
            before["links"] = []
        yield from self._mapping((), raw, before, after)

    def _mapping(
        self, at: Pointer, raw: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> Iterator[Replacement]:
        gone = [key for key in raw if key in old and key not in new]
        is_new = any(key not in raw for key in new)
        if len(gone) == len(raw) or (gone and is_new and is_in_braces(self.tree, at)):
            kept = {key: new.get(key, value) for key, value in raw.items() if key not in gone}
            yield from set_value(self.tree, at, {**kept, **new})
            return
        for key, value in new.items():
            if key in raw and not _same(old.get(key), value, raw[key], was_there=key in old):
                yield from self._value((*at, key), raw[key], old.get(key), value)
        yield from self._added(at, raw, new, gone)
        for first, last in _ranges(list(raw), gone):
            yield from without(self.tree, at, first, last)

    def _added(
        self, at: Pointer, raw: Mapping[str, Any], new: Mapping[str, Any], gone: Sequence[str]
    ) -> Iterator[Replacement]:
        """Yield the replacements that add keys, each after its neighbour in the usual order."""
        kept = [key for key in raw if key not in gone]
        places: dict[str, dict[str, Any]] = {}
        before = ""
        for key, value in new.items():
            if key in raw:
                before = key if key in kept else before
            else:
                places.setdefault(before if len(at) != 1 else kept[-1], {})[key] = value
        for after, values in places.items():
            yield from add_keys(self.tree, at, after or kept[0], values)

    def _value(self, at: Pointer, raw: Any, old: Any, new: Any) -> Iterator[Replacement]:
        if isinstance(raw, dict) and raw and not isinstance(new, dict):
            single = {"value": new} if isinstance(new, int | float) else None
            listed = new[0] if isinstance(new, list) and len(new) == 1 else single
            if isinstance(listed, dict) and not isinstance(new, bool):
                before = old[0] if isinstance(old, list) and old else _as_mapping(old)
                yield from self._mapping(at, raw, before, listed)
                return
        if isinstance(raw, dict) and raw and isinstance(new, dict):
            yield from self._mapping(at, raw, _as_mapping(old), new)
        elif isinstance(raw, list) and raw and isinstance(new, list) and _aligned(raw, old):
            yield from self._list(at, raw, old, new)
        elif isinstance(new, list) and len(new) == 1 and _is_single(raw) and _is_single(new[0]):
            yield from set_value(self.tree, at, new[0])
        else:
            yield from set_value(self.tree, at, new)

    def _list(
        self, at: Pointer, raw: Sequence[Any], old: Sequence[Any], new: Sequence[Any]
    ) -> Iterator[Replacement]:
        before, after = ([_hashable(item) for item in items] for items in (old, new))
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
        removed = [place for _, i, j, k, m in codes for place in range(i + min(j - i, m - k), j)]
        is_new = any(m - k > j - i for _, i, j, k, m in codes)
        is_crowded = removed and is_new and is_in_braces(self.tree, at)
        if len(removed) == len(raw) or not codes or is_crowded:
            yield from set_value(self.tree, at, list(new))
            return
        for _, i, j, k, m in codes:
            both = min(j - i, m - k)
            for place in range(both):
                yield from self._value(
                    (*at, i + place), raw[i + place], old[i + place], new[k + place]
                )
            if m - k > both:
                yield from self._inserted(at, i + both, new[k + both : m], removed)
        for first, last in _ranges(list(range(len(raw))), removed):
            yield from without(self.tree, at, first, last)

    def _inserted(
        self, at: Pointer, place: int, items: Sequence[Any], removed: Sequence[int]
    ) -> Iterator[Replacement]:
        near = place - 1
        while near in removed:
            near -= 1
        if near >= 0:
            yield from add_items(self.tree, at, near, items)
        else:  # before the first item
            first = 0
            current = _at(self.tree.data, (*at, first))
            yield from set_items(self.tree, at, first, [*items, current])

    def links(
        self,
        before: Sequence[Mapping[str, Any]],
        pairs: Mapping[int, Mapping[str, Any]],
        added: Sequence[Mapping[str, Any]],
    ) -> Iterator[Replacement]:
        """Yield the replacements in the links; a chain is one item, and several statements."""
        raw = self.tree.data.get("links") or ()
        if not raw or not (pairs or added) or self.has_links:
            return  # the whole section is new, or gone
        removed: list[int] = []
        start = 0
        for place, item in enumerate(raw):
            count = item.count("->") if isinstance(item, str) else 1
            held = range(start, start + count)
            after = [pairs[at] for at in held if at in pairs]
            start += count
            if after:
                yield from self._link(("links", place), item, [before[at] for at in held], after)
            else:
                removed.append(place)
        if len(removed) == len(raw):
            yield from set_value(self.tree, ("links",), [_short(link) for link in added])
            return
        if added:
            last = max(place for place in range(len(raw)) if place not in removed)
            yield from add_items(self.tree, ("links",), last, [_short(link) for link in added])
        for first, end in _ranges(list(range(len(raw))), removed):
            yield from without(self.tree, ("links",), first, end)

    def _link(
        self,
        at: Pointer,
        raw: Any,
        before: Sequence[Mapping[str, Any]],
        after: Sequence[Mapping[str, Any]],
    ) -> Iterator[Replacement]:
        if isinstance(raw, Mapping):
            (old,), (new,) = before, after
            stale = {key for key in ("from", "to") if self._is_stale(raw[key])}
            known = {key: value for key, value in old.items() if key not in stale}
            if known != new:
                yield from self._mapping(at, raw, known, new)
            return
        is_stale = any(self._is_stale(name.strip()) for name in raw.split("->"))
        if list(before) == list(after) and not is_stale:
            return
        chained = list(before) == list(after)
        items: list[Any] = [_short(link) for link in after]
        if chained:
            items = [" -> ".join([after[0]["from"], *(link["to"] for link in after)])]
        yield from set_items(self.tree, at[:-1], int(at[-1]), items)

    def _is_stale(self, name: Any) -> bool:
        """Return whether an end of a link would no longer mean what it meant."""
        names = name if isinstance(name, list) else [name]
        return any(self.old.end_meant(one) != self.new.end_meant(one) for one in names)


def _in_order(edits: Iterable[Replacement]) -> Iterator[Replacement]:
    """Join what is added at one place, the inner parts first."""
    added: dict[int, str] = {}
    for edit in edits:
        if edit.start == edit.end:
            added[edit.start] = added.get(edit.start, "") + edit.text
        else:
            yield edit
    yield from (Replacement(start, start, text) for start, text in added.items())


def _same(old: Any, new: Any, raw: Any, *, was_there: bool) -> bool:
    """Return whether the file already has a value; one at its default is written only at times."""
    if was_there:
        return bool(_hashable(old) == _hashable(new))
    return bool(raw == new and type(raw) is type(new))


def _is_single(value: Any) -> bool:
    return isinstance(value, str | int | float)


def _as_mapping(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"value": value} if is_number else {}


def _aligned(raw: Sequence[Any], old: Any) -> bool:
    return isinstance(old, list) and len(raw) == len(old)


def _hashable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return ("mapping", *sorted((key, _hashable(item)) for key, item in value.items()))
    if isinstance(value, list | tuple):
        return ("list", *map(_hashable, value))
    return (type(value).__name__, value) if isinstance(value, bool | str) else ("number", value)


def _ranges(every: Sequence[Any], some: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the first and last of each run of neighbours."""
    chosen = set(some)
    for is_chosen, run in groupby(every, key=chosen.__contains__):
        if is_chosen:
            held = list(run)
            yield held[0], held[-1]


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _statement(link: Any) -> Mapping[str, Any]:
    if isinstance(link, Mapping):
        return link
    cause, effect = link.split(" -> ")
    return {"from": cause, "to": effect}


def _short(link: Mapping[str, Any]) -> Any:
    is_plain = set(link) == {"from", "to"} and isinstance(link["from"], str)
    is_plain = is_plain and isinstance(link["to"], str)
    return f"{link['from']} -> {link['to']}" if is_plain else dict(link)


def _matched(
    old: Sequence[Mapping[str, Any]],
    new: Sequence[Mapping[str, Any]],
    places: Sequence[int | None],
) -> tuple[dict[int, Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return the new version of each statement by its place, and the statements that are new."""
    pairs: dict[int, Mapping[str, Any]] = {}
    left = []
    free: dict[Any, list[int]] = {}
    for at, link in enumerate(old):
        free.setdefault(_ends(link), []).append(at)
    for number, link in enumerate(new):
        place: int | None = places[number] if number < len(places) else None
        if place is not None and 0 <= place < len(old) and place not in pairs:
            pairs[place] = link
        else:
            left.append(link)
    added = []
    for link in left:
        same = next((one for one in free.get(_ends(link), ()) if one not in pairs), None)
        if same is None:
            added.append(link)
        else:
            pairs[same] = link
    return pairs, added


def _ends(link: Mapping[str, Any]) -> Any:
    return _hashable((link["from"], link["to"]))
