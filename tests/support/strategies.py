"""Hypothesis strategies: theories that use every section and field, valid but odd."""

import typing
from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

from tocmodel.model import (
    ELEMENT_SECTIONS,
    REFERENCES,
    SECTIONS,
    Assumption,
    Choice,
    ColourBy,
    Cycle,
    Entry,
    Evidence,
    LaneBy,
    Level,
    Link,
    Place,
    Revision,
    SpacePlan,
    TheoryOfChange,
    Translation,
    View,
    Waiver,
)
from tocmodel.model.choices import TheoryKind
from tocmodel.model.convert import FrozenDict
from tocmodel.model.links import each_pair

ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=0, max_size=40
) | st.sampled_from(
    [
        "NO",
        "on",
        "12:30",
        "2024-01-01",
        "010",
        "null",
        "~",
        "true",
        "1e3",
        "0x1F",
        ".inf",
        "£5 – ’x’",
        "'",
        '"',
        "# no comment",
        "a: b",
        "- a",
        "a -> b",
        "*x",
        "&x",
        "!t",
        "|",
        "%",
        "@",
        "`",
        " x ",
        "line\nline\n",
        "\n",
        "tab\there",
        "</svg>",
        "=1+1",
        "{",
        "]",
        "é",
        "שלום",
        "😀",
        "\x85",
    ]
)
words = texts.filter(lambda text: text != "")
numbers = st.integers(-(10**15), 10**15) | st.floats(
    allow_nan=False, allow_infinity=False, width=64
)
counts = st.integers(0, 10**9)
years = st.integers(1000, 9999).map(str)
dates = st.one_of(
    years,
    st.builds("{:04}-{:02}".format, st.integers(1000, 9999), st.integers(1, 12)),
    st.builds(
        "{:04}-{:02}-{:02}".format, st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 28)
    ),
)
periods = dates | st.builds("{}/{}".format, dates, dates)

_PATTERNED: Mapping[str, st.SearchStrategy[Any]] = {
    "period": periods,
    "agreed_on": dates,
    "next_review": dates,
    "next_due": dates,
    "date": dates,
    "on": dates,
    "starts": dates,
    "ends": dates,
    "url": st.sampled_from(["https://example.org/a?b=c&d=%20", "http://example.org"]),
    "doi": st.just("10.1234/abc.(5)"),
    "currency": st.sampled_from(["GBP", "EUR"]),
    "country": st.sampled_from(["GB", "NO", "GB-WLS"]),
    "language": st.sampled_from(["en-GB", "cy", "no"]),
    "year": years | texts.filter(bool),
    "check": st.sampled_from(["TOC101", "no-goal"]),
    "title": words,
    "reason": words,
    "name": words,
    "respondents": counts,
    "since": dates,
    "given": dates,
    "until": dates,
    "quote": words,
    "words": st.dictionaries(st.sampled_from(["impact", "outcomes", "leads-to"]), words).map(
        FrozenDict
    ),
    "sd": st.none() | counts,
    "se": st.none() | counts,
    "ci": st.none() | st.tuples(numbers, numbers),
    "ci_level": st.none() | st.integers(0, 100),
    "range": st.none() | st.tuples(numbers, numbers),
    "file": st.just(""),  # an included theory that nobody described
    "count": st.none() | st.integers(1, 99),
    "studied": st.none() | st.integers(0, 99),
    "suppress_below": st.none() | st.integers(0, 1000),
    "upstream": st.integers(0, 9),
    "downstream": st.integers(0, 9),
    "level": texts,
    "number": st.sampled_from(["", "1", "1.2", "1.10", "4.a", "№ 7"]),
    "lanes": st.sampled_from(LaneBy),
    "colour": st.sampled_from(ColourBy),
    "leave_out": st.fixed_dictionaries(
        {}, optional={"level": st.lists(st.sampled_from(Level), max_size=2).map(tuple)}
    ).map(FrozenDict),
    "where": st.fixed_dictionaries(  # a view that asks for what nothing can have is not drawn
        {},
        optional={
            "level": st.lists(st.sampled_from(Level), max_size=2).map(tuple),
            "tags": st.lists(texts, max_size=2).map(tuple),
            "unintended": st.sampled_from([("yes",), ("no",)]),
        },
    ).map(FrozenDict),
}
_PLACED: Mapping[tuple[str, str], st.SearchStrategy[Any]] = {
    ("views", "partner"): st.just(""),  # a view of a partner that delivers nothing is not drawn
    ("views", "public"): st.just(False),  # nor is a public view of what may not be published
    ("indicators", "data/statistic"): st.sampled_from(["count", "share", "sum", "mean", "median"]),
}
_OWN_COLUMNS = st.dictionaries(
    words, texts | st.integers(-(10**15), 10**15) | st.booleans() | numbers, max_size=3
)
_FRAMEWORKS = st.sampled_from(["resilience", "value-creation", "packs/ours.framework.yaml"])
_UNPLANNED = [cycle for cycle in Cycle if cycle not in (Cycle.APPLIED, Cycle.REALIZED)]
"""The cycles that no space has a plan for: all of them are alike, and would take long to draw."""
_LISTED = {(Reference.section, Reference.field): Reference for Reference in REFERENCES}


@st.composite
def theories(draw: st.DrawFn) -> TheoryOfChange:
    """A theory in which every id that is named is there."""
    taken = draw(st.lists(ids, min_size=2, max_size=14, unique=True))
    names = [*list(ELEMENT_SECTIONS), "sources", "includes", "groups", "loops", "reviews"]
    placed = {id_: draw(st.sampled_from(names)) for id_ in taken}
    elements = [id_ for id_, name in placed.items() if name in ELEMENT_SECTIONS]
    if not elements:  # a loop passes at least one
        placed = {id_: "groups" if name == "loops" else name for id_, name in placed.items()}
    wholes = [
        *(id_ for id_, name in placed.items() if name in ("groups", "includes")),
        "outcomes",
        "value-creation",
    ]
    ends = st.sampled_from(elements or wholes) | st.sampled_from(wholes)
    another = st.lists(st.sampled_from(elements), max_size=1) if elements else st.just([])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=6))
    world = World(placed, pairs)
    sections: dict[str, Any] = {}
    for id_, name in placed.items():
        sections.setdefault(name, []).append(draw(world.entries(name, SECTIONS[name], id_)))
    view_ids = draw(st.lists(ids, max_size=2, unique=True))
    sections["views"] = [draw(world.entries("views", View, id_)) for id_ in view_ids]
    links = [
        link
        for pair in pairs
        for link in each_pair(
            draw(world.links(pair)),
            (pair[0], *draw(another)),
            (pair[1], *draw(another)),
        )
    ]
    return draw(
        st.builds(
            TheoryOfChange,
            title=words,
            kind=st.none() | st.sampled_from(TheoryKind),
            imagined=st.booleans(),
            summary=texts,
            language=_PATTERNED["language"],
            frameworks=st.lists(ids | _FRAMEWORKS, max_size=2).map(tuple),
            place=st.none() | world.values("place", Place),
            revision=st.none() | world.values("revision", Revision),
            links=st.just(tuple(links)),
            ceiling_of_accountability=st.none()
            | st.sampled_from(["short", "medium", "long", "impact"]),
            waivers=st.lists(world.values("waivers", Waiver), max_size=2).map(tuple),
            translations=st.dictionaries(
                st.sampled_from(["cy", "gd"]),
                st.dictionaries(
                    st.sampled_from(taken),
                    st.builds(Translation, title=texts, plain=texts),
                    max_size=2,
                ),
                max_size=1,
            ),
            notes=texts,
            fields=_OWN_COLUMNS,
            **{name: st.just(entries) for name, entries in sections.items()},
        )
    )


class World:
    """The ids there are, from which references are drawn."""

    def __init__(self, placed: Mapping[str, str], pairs: list[tuple[str, str]]) -> None:
        self.placed = placed
        self.pairs = [f"{cause} -> {effect}" for cause, effect in pairs]

    def entries(self, section: str, kind: type[Entry], id_: str) -> st.SearchStrategy[Any]:
        return self.values(section, kind, id=st.just(id_))

    def links(self, pair: tuple[str, str]) -> st.SearchStrategy[Link]:
        return self.values("links", Link, from_=st.just(pair[0]), to=st.just(pair[1]))

    def values(self, path: str, kind: type, **given: Any) -> st.SearchStrategy[Any]:
        hints = typing.get_type_hints(kind)
        return st.builds(
            kind,
            **{
                attribute.name: given[attribute.name]
                if attribute.name in given
                else self.field(path, attribute.name, hints[attribute.name], attribute.default)
                for attribute in attrs.fields(kind)
                if (attribute.name != "id" or "id" in given) and attribute.eq
            },
        )

    def field(self, path: str, name: str, hint: Any, default: Any) -> st.SearchStrategy[Any]:
        section, _, inner = path.partition("/")
        below = "/".join(filter(None, [inner, name.rstrip("_")]))
        if (section, below) in _PLACED:
            return _PLACED[section, below]
        reference = _LISTED.get((section, below))
        if reference is not None and hint is not Any:
            found = [id_ for id_, where in self.placed.items() if where in reference.targets]
            found += self.pairs if reference.links else []
            found += reference.words
            return self.referring(path, name, hint, found)
        if typing.get_origin(hint) is FrozenDict:
            return _PATTERNED.get(name, _mappings(name))
        if name in _PATTERNED and not (name in ("level", "name") and kind_of(hint) is not str):
            needed = default is attrs.NOTHING or (
                name in ("name", "title") and default == attrs.NOTHING
            )
            drawn = _PATTERNED[name]
            return drawn if needed else st.just(default) | drawn
        if name in ("show", "columns"):
            return st.lists(
                st.sampled_from(
                    ["outcomes", "mechanisms"] if name == "show" else ["short", "impact"]
                ),
                max_size=2,
            ).map(tuple)
        return self.typed(f"{section}/{below}" if below else section, hint)

    def referring(
        self, path: str, name: str, hint: Any, found: list[str]
    ) -> st.SearchStrategy[Any]:
        if typing.get_origin(hint) is FrozenDict:
            keys = st.sampled_from(found) if found else st.nothing()
            values = self.typed(path, typing.get_args(hint)[1])
            drawn = st.dictionaries(keys, values, max_size=2) if found else st.just({})
            return drawn.map(FrozenDict)
        if typing.get_origin(hint) is not tuple:
            return st.just("") | st.sampled_from(found) if found else st.just("")
        items: st.SearchStrategy[Any] = st.sampled_from(found) if found else st.nothing()
        if name == "needs" and found:
            items = self.listed(items, least=1)
        if name == "assumes":
            items |= self.values("links/assumes", Assumption)
        if name == "evidence" and path == "links":
            items |= self.values("links/evidence", Evidence)
        return st.just(()) if items.is_empty else self.listed(items, least=name == "through")

    @staticmethod
    def listed(items: st.SearchStrategy[Any], *, least: int) -> st.SearchStrategy[Any]:
        return st.lists(items, min_size=least, max_size=2).map(tuple)

    def typed(self, path: str, hint: Any) -> st.SearchStrategy[Any]:
        options = [item for item in typing.get_args(hint) if item is not type(None)]
        if typing.get_origin(hint) is tuple:
            return st.lists(self.typed(path, options[0]), max_size=2).map(tuple)
        if type(None) in typing.get_args(hint):
            return st.none() | st.one_of([self.typed(path, item) for item in options])
        if options:
            return st.one_of([self.typed(path, item) for item in options])
        if hint in _SIMPLE:
            return _SIMPLE[hint]
        if issubclass(hint, Choice):
            return st.sampled_from(list(hint))
        rest = {cycle.value: st.none() for cycle in _UNPLANNED} if hint is SpacePlan else {}
        return self.values(path, hint, **rest)


def kind_of(hint: Any) -> Any:
    """The type itself, or the only type of an optional one."""
    options = [item for item in typing.get_args(hint) if item is not type(None)]
    return options[0] if len(options) == 1 else hint


def _mappings(name: str) -> st.SearchStrategy[Any]:
    if name == "fields":
        return _OWN_COLUMNS
    return st.dictionaries(ids, st.lists(ids, min_size=1, max_size=2), max_size=2)


_SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: counts,
    float: st.floats(0, 100),
}
__all__ = ["dates", "ids", "numbers", "periods", "texts", "theories", "words"]
