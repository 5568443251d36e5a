"""List the ids, titles and links in a theory."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise, product
from typing import Any
from unicodedata import normalize

from attrs import frozen

from tocmodel.model import REFERENCES, SECTIONS, Reference, TheoryOfChange
from tocmodel.model.joining import included_ids
from tocmodel.schema.arrows import chain

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")

SHARED_IDS = tuple(name for name in SECTIONS if name != "views")
"""Views have separate ids: a picture may have the id of an element that it shows."""

_LINK_END = next(
    reference
    for reference in REFERENCES
    if (reference.section, reference.field) == ("links", "from")
)
"""What can be at an end of a link."""


@frozen(eq=False)
class KnownIds:
    """The ids, titles and links in a file and in the theories that it includes."""

    data: Mapping[str, Any]
    included: Mapping[str, TheoryOfChange]

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The section of each id; those of included theories have a slash."""
        own = {
            id_: name for name in ("views", *SHARED_IDS) for id_ in as_mapping(self.data.get(name))
        }
        for include, theory in self.included.items():
            whole = theory.whole
            for name in SHARED_IDS:
                own.update((f"{include}/{id_}", name) for id_ in getattr(whole, name))
            own.update((f"{include}/{id_}", "includes") for id_ in included_ids(theory))
        return own

    @cached_property
    def titles(self) -> Mapping[str, Sequence[str]]:
        """The ids of all entries with a title, by the ``folded`` title."""
        found: dict[str, list[str]] = {}
        for id_, title in self._titled():
            if isinstance(title, str) and (words := folded(title)):
                found.setdefault(words, []).append(id_)
        return found

    @cached_property
    def titles_with_arrows(self) -> Mapping[str, str]:
        """The titles that contain an arrow, by the title as a chain of names."""
        return {
            _arrows_alike(title): title
            for _, title in self._titled()
            if isinstance(title, str) and "->" in title
        }

    def title_in_chain(self, text: str) -> str | None:
        """Return a title with an arrow that seems to be part of a chain; ``None`` without one."""
        names = _arrows_alike(text)
        return next(
            (self.titles_with_arrows[key] for key in self.titles_with_arrows if key in names), None
        )

    def _titled(self) -> Iterator[tuple[str, Any]]:
        for name in SHARED_IDS:
            for id_, body in as_mapping(self.data.get(name)).items():
                yield id_, body if isinstance(body, str) else as_mapping(body).get("title")
            for include, theory in self.included.items():
                for id_, entry in getattr(theory.whole, name).items():
                    yield f"{include}/{id_}", entry.title

    def meant(self, name: str, targets: Collection[str]) -> str | None:
        """Return the id for a name: an id, or a title that only one entry has.

        An id wins over a title. ``None`` means that the name is neither, or that several entries
        have this title.
        """
        section = self.sections.get(name)
        if section is not None:
            return name if section in targets else None
        alike = self.titles.get(folded(name), ())
        ids = list(islice((id_ for id_ in alike if self.sections[id_] in targets), 2))
        return ids[0] if len(ids) == 1 else None

    def end_meant(self, name: str) -> str | None:
        """Return the id for the name at an end of a link; the name of a whole section stays."""
        if name not in self.sections and self.is_word(name, _LINK_END):
            return name
        return self.meant(name, _LINK_END.targets)

    def is_chain(self, text: str) -> bool:
        """Return whether a text has known names between arrows, ``->``, and nothing else."""
        names = text.split("->")
        return len(names) > 1 and all(self.end_meant(name.strip()) for name in names)

    def chain(self, text: str) -> list[str]:
        """Return the names in a chain; what else may be an arrow counts if that helps."""
        if self.is_chain(text):
            return [name.strip() for name in text.split("->")]
        return chain(text)

    @cached_property
    def links(self) -> frozenset[tuple[str, str]]:
        """The two ends of each link, as ids where they are known."""
        own = set(self._pairs())
        for include, theory in self.included.items():
            own.update((f"{include}/{x.from_}", f"{include}/{x.to}") for x in theory.whole.links)
        return frozenset(own)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for item in _listed(self.data.get("links")):
            if isinstance(item, str):
                yield from pairwise(map(self._id_or_name, self.chain(item)))
            elif isinstance(item, Mapping):
                causes, effects = _names(item.get("from")), _names(item.get("to"))
                yield from product(map(self._id_or_name, causes), map(self._id_or_name, effects))

    def _id_or_name(self, name: str) -> str:
        return self.end_meant(name) or name

    @cached_property
    def respelt(self) -> Mapping[str, str]:
        """The section of each malformed id, by its correct spelling.

        This includes the ids in a list that should be a mapping: that problem is reported at
        the list itself.
        """
        misspelt = {as_written(id_): name for id_, name in self.sections.items()}
        listed = {
            id_: name
            for name in SHARED_IDS
            for item in _listed(self.data.get(name))
            if isinstance(id_ := as_mapping(item).get("id"), str)
        }
        return {**misspelt, **listed}

    def cannot_tell(self, id_: str) -> bool:
        """Return whether an id is in an unreadable theory, which is reported elsewhere."""
        outer, slash, _ = id_.partition("/")
        include = as_mapping(as_mapping(self.data.get("includes")).get(outer))
        return bool(slash) and "file" in include and outer not in self.included

    def is_word(self, name: str, reference: Reference) -> bool:
        """Return whether a name is a word that a field takes, such as the name of a section.

        An included theory has these words too: *harbour/outcomes*.
        """
        scope, _, word = name.rpartition("/")
        return word in reference.words and (
            not scope or (scope in self.sections and self.sections[scope] == "includes")
        )


def as_written(id_: str) -> str:
    """Return the correct spelling of an id; ids of included theories are always correct."""
    if "/" in id_ or _ID.fullmatch(id_):
        return id_
    from tocmodel.schema.respellings import as_id  # noqa: PLC0415  # rarely needed

    return as_id(id_)


def as_mapping(value: Any) -> Mapping[str, Any]:
    """Return a mapping unchanged, and an empty mapping for any other value."""
    return value if isinstance(value, Mapping) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def folded(text: str) -> str:
    """Return a title without the marks, case and spacing that people change when they copy it.

    >>> folded(" “Children read  better.” ") == folded("children read better")
    True
    """
    return " ".join(normalize("NFC", text).casefold().split()).strip(" .'\"‘’“”")


def _arrows_alike(text: str) -> str:
    return "->".join(folded(name) for name in text.split("->"))


def _names(value: Any) -> list[str]:
    return [str(name) for name in (value if isinstance(value, list) else [value])]
