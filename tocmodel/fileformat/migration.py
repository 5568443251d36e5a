"""Convert a theory from one edition of value creation to the other, explicitly and without loss.

The first four cycles are the same in both. *Reframing* has no single successor: in the later work
it is a loop (state the difference that is sought, then review it), and part of it is transformative
or strategic value. Only people who know the value can decide which, so they are asked.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import Pointer, TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.editing import (
    AddItem,
    AddKey,
    FileEdit,
    Remove,
    RenameKey,
    SetList,
    SetWord,
    edited_text,
)
from tocmodel.frameworks import find_framework
from tocmodel.frameworks.addresses import find_category
from tocmodel.model import ELEMENT_SECTIONS, Cycle
from tocmodel.model.editions import EDITIONS, FIRST_EDITION, LATER_EDITION

KEEP = "keep"
"""The decision to leave an item in its present edition; the theory then names both."""

_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reframing": ("transformative", "strategic", KEEP),
        "transformative": ("reframing", KEEP),
        "strategic": ("reframing", KEEP),
        "enabling": (KEEP,),
        "orienting": (KEEP,),
    }
)
"""The options for each cycle that the other edition does not have."""


@frozen(kw_only=True)
class MigrationChoice:
    """A decision that is needed before a theory can be migrated.

    Attributes:
        id: the id of the value, or of the story with the number of its step: ``first-story/3``.
        title: its title or text.
        cycle: its present cycle, which the other edition does not have.
        options: the possible decisions.
        pointer: the address of its cycle in the file.
    """

    id: str
    title: str
    cycle: str
    options: tuple[str, ...]
    pointer: Pointer


@frozen(kw_only=True)
class Migration:
    """A theory's file in another edition.

    Attributes:
        text: the whole text of the file.
        done: the changes made, a sentence each.
        kept: the items that stayed in their edition, a sentence each.
    """

    text: str
    done: tuple[str, ...]
    kept: tuple[str, ...] = ()


def choices(document: Document, to: str) -> tuple[MigrationChoice, ...]:
    """Return the decisions needed before a theory can move to an edition, in file order.

    A story step about a value follows that value.
    """
    data = document.tree.data
    values = data.get("value_creation") or {}
    found = []
    for id_, body in values.items():
        if _is_foreign(body["cycle"], to):
            found.append(
                _choice(id_, body["title"], body["cycle"], ("value_creation", id_, "cycle"))
            )
    for id_, story in (data.get("stories") or {}).items():
        for number, step in enumerate(story.get("steps") or ()):
            if _is_foreign(step["cycle"], to) and not _follows(step, values):
                pointer = ("stories", id_, "steps", number, "cycle")
                words = step.get("says") or story["title"]
                found.append(_choice(f"{id_}/{number + 1}", words, step["cycle"], pointer))
    return tuple(found)


def _is_foreign(cycle: str, to: str) -> bool:
    return Cycle("realized" if cycle == "realised" else cycle) not in EDITIONS[to]


def _follows(step: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Return whether a step has the same cycle as its value, and so follows it."""
    value = values.get(step.get("value") or "")
    return value is not None and value["cycle"] == step["cycle"]


def _choice(id_: str, title: str, cycle: str, pointer: Pointer) -> MigrationChoice:
    return MigrationChoice(
        id=id_, title=title, cycle=cycle, options=_CHOICES[cycle], pointer=pointer
    )


def migrate(document: Document, to: str, decisions: Mapping[str, str]) -> Migration:
    """Return a theory's file in another edition; comments and everything else stay as they are.

    Args:
        document: the file, without problems.
        to: ``value-creation`` or ``value-creation-2011``.
        decisions: one of its options for the id of each of :func:`choices`.

    Raises:
        TocModelError: a decision is missing or would lose something, or the file cannot be
            changed safely.
    """
    asked = choices(document, to)
    _refuse(document, asked, decisions)
    plan = _Plan(document, to, decisions)
    changes = list(plan.changes(asked))
    if not changes:
        raise TocModelError(
            f"'{document.path}' has nothing to convert to '{to}'; it is in that edition already"
        )
    text = edited_text(document.tree, changes)
    return Migration(text=text, done=tuple(plan.done), kept=tuple(plan.kept))


def _refuse(
    document: Document, asked: tuple[MigrationChoice, ...], decisions: Mapping[str, str]
) -> None:
    known = {choice.id: choice for choice in asked}
    for id_, word in decisions.items():
        if id_ not in known:
            raise TocModelError(f"there is nothing to decide about '{id_}'")
        if word not in known[id_].options:
            options = ", ".join(known[id_].options)
            raise TocModelError(f"'{id_}' cannot become '{word}': choose one of {options}")
    left = [choice for choice in asked if choice.id not in decisions]
    if left:
        lines = [f"  {item.id} ({item.cycle}): {' or '.join(item.options)}" for item in left]
        raise TocModelError(
            "these have no single place in the other edition; decide on each with --decide "
            "ID=WORD:\n" + "\n".join(lines)
        )
    values = document.tree.data.get("value_creation") or {}
    for id_, word in decisions.items():
        body = values.get(id_, {})
        goes_on = body.get("cycle") == "reframing" and word != KEEP
        if goes_on and not body.get("space") and not body.get("reframes"):
            raise TocModelError(
                f"value '{id_}' names no space, so the file could no longer show what it reframed; "
                "add its 'space' first, or keep it"
            )


class _Plan:
    """Works out the changes and describes them."""

    def __init__(self, document: Document, to: str, decisions: Mapping[str, str]) -> None:
        self.data = document.tree.data
        self.to = to
        self.old = FIRST_EDITION if to == LATER_EDITION else LATER_EDITION
        self.decisions = decisions
        self.done: list[str] = []
        self.kept: list[str] = []

    def changes(self, asked: tuple[MigrationChoice, ...]) -> Iterator[FileEdit]:
        for choice in asked:
            yield from self._decided(choice)
        yield from self._following()
        yield from self._classified()
        yield from self._views()
        yield from self._frameworks()

    def _decided(self, choice: MigrationChoice) -> Iterator[FileEdit]:
        word = self.decisions[choice.id]
        if word == KEEP:
            self.kept.append(f"{choice.id} stays {choice.cycle}")
            return
        self.done.append(f"{choice.id}: {choice.cycle} is now {word}")
        yield SetWord(choice.pointer, word)
        if choice.pointer[0] != "value_creation":
            return
        body = self.data["value_creation"][choice.id]
        at = choice.pointer[:-1]
        if choice.cycle == "reframing" and not body.get("reframes"):
            yield AddKey(choice.pointer, "reframes", body["space"])
        elif word == "reframing" and body.get("reframes", "") == body.get("space"):
            yield Remove((*at, "reframes"))  # the cycle implies it

    def _following(self) -> Iterator[FileEdit]:
        """Move the steps about a value to the new cycle of that value."""
        values = self.data.get("value_creation") or {}
        for id_, story in (self.data.get("stories") or {}).items():
            for number, step in enumerate(story.get("steps") or ()):
                word = self.decisions.get(step.get("value") or "", KEEP)
                if word != KEEP and _follows(step, values):
                    self.done.append(f"{id_}/{number + 1}: follows its value, {word}")
                    yield SetWord(("stories", id_, "steps", number, "cycle"), word)

    def _classified(self) -> Iterator[FileEdit]:
        for section in ELEMENT_SECTIONS:
            for id_, body in (self.data.get(section) or {}).items():
                held = body.get("classified_as") or {}
                if self.old in held:
                    at = (section, id_, "classified_as")
                    yield from self._moved(id_, at, held)

    def _views(self) -> Iterator[FileEdit]:
        for id_, body in (self.data.get("views") or {}).items():
            held = body.get("where") or {}
            if self.old in held:
                yield from self._moved(id_, ("views", id_, "where"), held)
            yield from self._columns(id_, body.get("columns"))

    def _columns(self, id_: str, held: Any) -> Iterator[FileEdit]:
        """Give a view with a column for an old cycle columns for its new cycles."""
        columns = [held] if isinstance(held, str) else list(held or ())
        for cycle, words in self._became().items():
            if not isinstance(held, list) or cycle not in columns:
                continue
            at: Pointer = ("views", id_, "columns", columns.index(cycle))
            new = [word for word in words if word not in (*columns, KEEP)]
            self.done.append(f"{id_}: columns for {', '.join(words)}")
            if KEEP not in words and new:
                yield SetWord(at, new.pop(0))
            for word in reversed(new):
                yield AddItem(at, word)

    def _became(self) -> dict[str, list[str]]:
        """Return the new cycles for each old one, in the order of the decisions."""
        found: dict[str, list[str]] = {}
        for id_, word in self.decisions.items():
            body = (self.data.get("value_creation") or {}).get(id_)
            if body and word not in found.setdefault(body["cycle"], []):
                found[body["cycle"]].append(word)
        return found

    def _moved(self, id_: str, at: Pointer, held: Mapping[str, Any]) -> Iterator[FileEdit]:
        """Move the categories that both editions have; the others stay in the old edition."""
        words = held[self.old]
        addresses = [words] if isinstance(words, str) else list(words)
        framework = find_framework(self.to)
        moved = [item for item in addresses if find_category(framework, item)]
        stays = [item for item in addresses if item not in moved]
        if self.to in held or not moved:
            self.kept.append(f"{id_} stays classified by '{self.old}': {', '.join(addresses)}")
            return
        self.done.append(f"{id_}: classified by '{self.to}' now: {', '.join(moved)}")
        if not stays:
            yield RenameKey((*at, self.old), self.to)
            return
        self.kept.append(f"{id_} stays classified by '{self.old}': {', '.join(stays)}")
        yield SetList((*at, self.old), tuple(stays))
        yield AddKey((*at, self.old), self.to, tuple(moved))

    def _frameworks(self) -> Iterator[FileEdit]:
        named = self.data.get("frameworks")
        if named == self.old:
            yield self._scalar()
        elif isinstance(named, list) and self.old in named:
            place = named.index(self.old)
            if self.to not in named and not self.kept:
                self.done.append(f"frameworks: '{self.to}' for '{self.old}'")
                yield SetWord(("frameworks", place), self.to)
            elif self.to not in named:
                self.done.append(f"frameworks: '{self.to}' beside '{self.old}'")
                yield AddItem(("frameworks", place), self.to)
            elif not self.kept:
                self.done.append(f"frameworks: '{self.old}' is no longer needed")
                yield Remove(("frameworks", place))

    def _scalar(self) -> FileEdit:
        if self.kept:
            self.done.append(f"frameworks: '{self.to}' beside '{self.old}'")
            return SetList(("frameworks",), (self.old, self.to))
        self.done.append(f"frameworks: '{self.to}' for '{self.old}'")
        return SetWord(("frameworks",), self.to)
