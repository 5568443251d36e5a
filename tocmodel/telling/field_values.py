"""The fields of an entry with their labels: what the file says of it, and nothing else.

Labels are the titles of the keys in the schema, so that a key has one name everywhere.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from tocmodel.dumping import stated_data
from tocmodel.model import (
    REFERENCES,
    SECTIONS,
    Agreement,
    Confidence,
    Entry,
    Figure,
    Link,
    Monitoring,
    Place,
    Rating,
    Revision,
    Statistic,
    StoryStep,
    TheoryOfChange,
    Translation,
    Waiver,
)
from tocmodel.schema.vocabulary import labels
from tocmodel.values import frozen
from tocmodel.wording import confidence_words, figure_words, monitoring_words

HOMES: Mapping[type, str] = {
    **{kind: name for name, kind in SECTIONS.items()},
    Agreement: "agreement",
    Figure: "figure",
    Link: "links",
    Place: "place",
    Rating: "rating",
    Revision: "revision",
    StoryStep: "story step",
    Translation: "translation",
    Waiver: "waivers",
}
"""What the schema's vocabulary calls the fields of each class."""

_REFERRING = {(reference.section, reference.field) for reference in REFERENCES} | {
    ("reviews", "prompted_by")
}
_ATTRIBUTES = {"from": "from_", "for": "for_", "with": "with_"}


@frozen(kw_only=True)
class Field:
    """One field that a file fills in.

    Attributes:
        key: the key, as it is in the file.
        label: its title in the schema.
        words: what it holds, each item of a list by itself.
        inside: for an item that has fields of its own, such as a step of a story, these fields;
            as many as there are words.
    """

    key: str
    label: str
    words: tuple[str, ...]
    inside: tuple[tuple["Field", ...], ...] = ()


def fields_of(
    theory: TheoryOfChange, value: Any, *, ids: bool = False, path: tuple[str, ...] = ()
) -> tuple[Field, ...]:
    """Return the fields that a file fills in, in the order of the schema.

    Args:
        theory: the theory that holds it, which knows titles and units.
        value: an entry, a link, the place, or another value with fields.
        ids: name what is referred to by its id alone, as fits in a table; else by its title too.
        path: where the value is, where it is a part of an entry: section and keys.

    >>> theory = TheoryOfChange(
    ...     title="T",
    ...     partners={"council": {"title": "The council"}},
    ...     assumptions={"stay": {"title": "Staff stay", "owner": "council", "critical": True}},
    ... )
    >>> [(one.label, one.words) for one in fields_of(theory, theory.assumptions["stay"])][1:]
    [('Critical', ('yes',)), ('Owner', ('The council (council)',))]
    """
    return tuple(_fields(_Namer(theory, ids), value, path or (HOMES[type(value)],)))


@frozen
class _Namer:
    """Names what a field refers to."""

    theory: TheoryOfChange
    ids: bool

    def name(self, reference: str) -> str:
        return reference if self.ids else name_of(self.theory, reference)


def name_of(theory: TheoryOfChange, reference: str) -> str:
    """Return the title of an entry with its id, or those of both ends of a link.

    >>> name_of(TheoryOfChange(title="T", groups={"early": {"title": "Early years"}}), "early")
    'Early years (early)'
    """
    ends = [end.strip() for end in reference.split("->")]
    titles = [entry.title for end in ends if (entry := entry_of(theory, end))]
    return f"{' -> '.join(titles)} ({reference})" if len(titles) == len(ends) else reference


def entry_of(theory: TheoryOfChange, id_: str) -> Entry | None:
    """Return the entry with an id, of any section; ``None`` where there is none."""
    for section in SECTIONS:
        entries = getattr(theory, section)
        if id_ in entries:
            found: Entry = entries[id_]
            return found
    return None


def _fields(namer: _Namer, value: Any, path: tuple[str, ...]) -> Iterator[Field]:
    stated = stated_data(value)
    for key, label in labels(HOMES[type(value)]).items():
        if key not in stated:
            continue
        held = getattr(value, _ATTRIBUTES.get(key, key))
        here = (*path, key)
        items = held if isinstance(held, tuple) else (held,)
        yield Field(
            key=key,
            label=label,
            words=tuple(_words(namer, item, here, value) for item in items),
            inside=tuple(_inside(namer, item, here) for item in items),
        )


def _inside(namer: _Namer, item: Any, path: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the fields of a step, or of an assumption or a piece of evidence written in place."""
    if not isinstance(item, StoryStep | Entry):
        return ()
    left_out = {"title", "says"}
    return tuple(one for one in _fields(namer, item, path) if one.key not in left_out)


def _words(namer: _Namer, item: Any, path: tuple[str, ...], owner: Any) -> str:
    if isinstance(item, Confidence) or path == ("links", "confidence"):
        return confidence_words(item)
    if isinstance(item, Enum):
        return str(item.value).replace("-", " ")
    if isinstance(item, str) and (path[0], "/".join(path[1:])) in _REFERRING:
        return namer.name(item)
    if isinstance(item, Figure):
        return _figure(namer, item, owner)
    if isinstance(item, Mapping):
        return "; ".join(f"{key}: {_plainly(held)}" for key, held in item.items())
    return _of_a_class(namer, item)


def _of_a_class(namer: _Namer, item: Any) -> str:
    if isinstance(item, Monitoring):
        return monitored_words(item)
    if isinstance(item, Agreement):
        on = f" ({item.on})" if item.on else ""
        return f"with {', '.join(map(namer.name, item.with_))}{on}"
    if isinstance(item, Rating):
        return f"{item.scale} {item.level}"
    if isinstance(item, StoryStep):
        return item.says or "no details of this step"
    return item.title if isinstance(item, Entry) else _plainly(item)


def monitored_words(item: Monitoring) -> str:
    """Say a record of monitoring in full: before the programme, and since when.

    >>> monitored_words(Monitoring(before=False, since="2016"))
    'routinely monitored since 2016; not before the programme'
    """
    if not item.since or item.before is None:
        return monitoring_words(item)
    then = "before the programme too" if item.before else "not before the programme"
    return f"{monitoring_words(item)}; {then}"


def figure_in_full(
    theory: TheoryOfChange, figure: Figure, owner: object, *, ids: bool = False
) -> str:
    """Say a figure with all that is said of it: its number, remarks on it, and its source.

    Args:
        theory: the theory.
        figure: the figure.
        owner: what it is a figure of, which knows the unit.
        ids: name the source by its id alone.
    """
    return _figure(_Namer(theory, ids), figure, owner)


def _figure(namer: _Namer, figure: Figure, owner: object) -> str:
    unit = getattr(owner, "unit", "") or getattr(owner, "currency", "")
    return " ".join((figure_words(figure, unit), *_remarks(namer, figure)))


def _remarks(namer: _Namer, figure: Figure) -> Iterator[str]:
    """Give what a figure says beside its number: what sort it is, remarks, and its source."""
    if figure.redacted:
        return
    if figure.statistic in (Statistic.COUNT, Statistic.SHARE):
        yield f"(a {figure.statistic})"
    if figure.comment and figure.has_number:
        yield f"– {figure.comment}"
    if figure.note and (figure.has_number or figure.comment):
        yield f"– {figure.note}"
    source = namer.name(figure.source) if figure.source else ""
    if cited := ", ".join(filter(None, (source, figure.at))):
        yield f"[{cited}]"


def _plainly(held: Any) -> str:
    if isinstance(held, tuple):
        return ", ".join(map(str, held))
    if isinstance(held, bool):
        return "yes" if held else "no"
    return str(held)
