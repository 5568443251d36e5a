"""The fields of an entry with their labels: what the file contains, and nothing else.

Labels are the titles of the keys in the schema, so a key has one name everywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any

from attrs import frozen

from tocmodel.fileformat.dumping import stated_data
from tocmodel.graph.wholes import find_whole
from tocmodel.model import (
    REFERENCES,
    SECTIONS,
    Agreement,
    Amount,
    BackOnTrack,
    Confidence,
    Consent,
    Dose,
    Entry,
    Figure,
    IndicatorData,
    Link,
    Monitoring,
    Offer,
    Place,
    Quotation,
    Rating,
    Revision,
    Sign,
    SpacePlan,
    Statistic,
    StoryStep,
    TheoryOfChange,
    Tip,
    TrackerData,
    Translation,
    Voice,
    Waiver,
)
from tocmodel.schema.vocabulary import labels
from tocmodel.wording import (
    amount_words,
    back_on_track_words,
    confidence_words,
    consent_words,
    data_words,
    dose_words,
    figure_words,
    monitoring_words,
    offer_words,
    plan_words,
    quotation_words,
    sign_words,
    tip_words,
    tracker_data_words,
    unit_of,
    voice_text,
    votes_words,
)

HOMES: Mapping[type, str] = {
    **{kind: name for name, kind in SECTIONS.items()},
    Agreement: "agreement",
    Consent: "consent",
    Dose: "dose",
    Figure: "figure",
    IndicatorData: "data of an indicator",
    TrackerData: "data of a tracker",
    Link: "links",
    Place: "place",
    Quotation: "quotation",
    Rating: "rating",
    Revision: "revision",
    StoryStep: "story step",
    Translation: "translation",
    Waiver: "waivers",
}
"""The name of each class in the schema."""

_REFERRING = {(reference.section, reference.field) for reference in REFERENCES} | {
    ("reviews", "prompted_by"),
    ("outcomes", "quotes/said_by"),
}
_ATTRIBUTES = {"from": "from_", "for": "for_", "with": "with_"}


@frozen(kw_only=True)
class Field:
    """One field that a file fills in.

    Attributes:
        key: the key, as it is in the file.
        label: its title in the schema.
        words: its contents, each item of a list separately.
        inside: for an item that has fields of its own, such as a step of a story, these fields;
            as many as there are words.
    """

    key: str
    label: str
    words: tuple[str, ...]
    inside: tuple[tuple["Field", ...], ...] = ()


def fields_of(
    theory: TheoryOfChange,
    value: Any,
    *,
    ids: bool = False,
    titles: bool = False,
    path: tuple[str, ...] = (),
) -> tuple[Field, ...]:
    """Return the fields that a file fills in, in the order of the schema.

    Args:
        theory: the theory that holds it, which knows titles and units.
        value: an entry, a link, the place, or another value with fields.
        ids: name references by id alone, as fits in a table; otherwise by title too.
        titles: name references by title alone, as fits for readers who never see the file.
        path: the section and keys of a value that is part of an entry.

    >>> theory = TheoryOfChange(
    ...     title="T",
    ...     partners={"council": {"title": "The council"}},
    ...     assumptions={"stay": {"title": "Staff stay", "owner": "council", "critical": True}},
    ... )
    >>> [(one.label, one.words) for one in fields_of(theory, theory.assumptions["stay"])][1:]
    [('Critical', ('yes',)), ('Owner', ('The council (council)',))]
    """
    return tuple(_fields(_Namer(theory, ids, titles), value, path or (HOMES[type(value)],)))


@frozen
class _Namer:
    """Names the entries that a field refers to."""

    theory: TheoryOfChange
    ids: bool
    titles: bool = False

    def name(self, reference: str) -> str:
        if self.titles:
            return title_of(self.theory, reference)
        return reference if self.ids else name_of(self.theory, reference)


def name_of(theory: TheoryOfChange, reference: str) -> str:
    """Return the title of an entry with its id, or those of both ends of a link.

    >>> name_of(TheoryOfChange(title="T", groups={"early": {"title": "Early years"}}), "early")
    'Early years (early)'
    """
    titles = title_of(theory, reference)
    return reference if titles == reference else f"{titles} ({reference})"


def title_of(theory: TheoryOfChange, reference: str) -> str:
    """Return the title of an entry, or those of both ends of a link; its id if it has none.

    >>> title_of(TheoryOfChange(title="T", groups={"early": {"title": "Early years"}}), "early")
    'Early years'
    """
    ends = [end.strip() for end in reference.split("->")]
    titles = [title for end in ends if (title := _title_of(theory, end))]
    return " -> ".join(titles) if len(titles) == len(ends) else reference


def _title_of(theory: TheoryOfChange, name: str) -> str:
    """Return the title of an entry, or the heading of a section; empty where there is none."""
    entry = entry_of(theory, name)
    if entry is not None:
        return entry.full_title
    whole = find_whole(theory, name)
    return whole.title if whole else ""


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
        key_path = (*path, key)
        items = held if isinstance(held, tuple) else (held,)
        yield Field(
            key=key,
            label=label,
            words=tuple(_together(namer, item, key_path, value) for item in items),
            inside=tuple(_inside(namer, item, key_path) for item in items),
        )


def _number(namer: _Namer, item: Figure | Amount, path: tuple[str, ...], owner: Any) -> str:
    if isinstance(item, Amount):
        return _amount(namer, item, owner)
    if path == ("links", "votes"):
        return " ".join((votes_words(item), *_remarks(namer, item)))
    return _figure(namer, item, unit_of(owner))


def _inside(namer: _Namer, item: Any, path: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the fields of a step, a quotation, or an entry written in place."""
    if not isinstance(item, StoryStep | Quotation | Entry):
        return ()
    left_out = {"title", "says", "quote", "said_by", "name"}
    return tuple(one for one in _fields(namer, item, path) if one.key not in left_out)


def _together(namer: _Namer, item: Any, path: tuple[str, ...], owner: Any) -> str:
    """Put an item of a list into words; one that is a list has what belongs together."""
    several = item if isinstance(item, tuple) else (item,)
    return " with ".join(_words(namer, one, path, owner) for one in several)


def _words(namer: _Namer, item: Any, path: tuple[str, ...], owner: Any) -> str:
    if isinstance(item, Confidence) or path == ("links", "confidence"):
        return confidence_words(item)
    if isinstance(item, Enum):
        return str(item.value).replace("-", " ")
    if isinstance(item, str) and (path[0], "/".join(path[1:])) in _REFERRING:
        return namer.name(item)
    if isinstance(item, Figure | Amount):
        return _number(namer, item, path, owner)
    if isinstance(item, Mapping):
        is_named = (path[0], "/".join(path[1:])) in _REFERRING
        names = ((namer.name(key) if is_named else key, held) for key, held in item.items())
        return "; ".join(
            f"{name}: {_WORDS_OF.get(type(held), _plainly)(held)}" for name, held in names
        )
    return _of_a_class(namer, item)


def _of_a_class(namer: _Namer, item: Any) -> str:
    if words := _WORDS_OF.get(type(item)):
        return words(item)
    return _of_named(namer, item)


def _of_named(namer: _Namer, item: Any) -> str:
    """Put a value that names other entries into words."""
    if isinstance(item, SpacePlan):
        return plan_words(item, namer.name)
    if isinstance(item, Agreement):
        on = f" ({item.on})" if item.on else ""
        return f"with {', '.join(map(namer.name, item.with_))}{on}"
    if isinstance(item, Quotation):
        known = entry_of(namer.theory, item.said_by) if item.said_by else None
        return quotation_words(item, known.full_title if known else "")
    if isinstance(item, Voice):
        return voice_text(namer.theory, item)
    if isinstance(item, StoryStep):
        return item.says or "no details of this step"
    return item.full_title if isinstance(item, Entry) else _plainly(item)


def monitored_words(item: Monitoring) -> str:
    """Put a record of monitoring into words: before the programme, and since when.

    >>> monitored_words(Monitoring(before=False, since="2016"))
    'routinely monitored since 2016; not before the programme'
    """
    if not item.since or item.before is None:
        return monitoring_words(item)
    then = "before the programme too" if item.before else "not before the programme"
    return f"{monitoring_words(item)}; {then}"


_WORDS_OF: Mapping[type, Callable[[Any], str]] = {
    Consent: consent_words,
    Dose: dose_words,
    IndicatorData: data_words,
    TrackerData: tracker_data_words,
    Sign: sign_words,
    Tip: tip_words,
    Offer: offer_words,
    BackOnTrack: back_on_track_words,
    Monitoring: monitored_words,
    Rating: lambda rating: f"{rating.scale} {rating.level}",
}


def figure_in_full(
    theory: TheoryOfChange, figure: Figure, unit: str = "", *, ids: bool = False
) -> str:
    """Put a figure into words with everything about it: its number, remarks and source.

    Args:
        theory: the theory.
        figure: the figure.
        unit: what it is counted in.
        ids: name the source by its id alone.
    """
    return _figure(_Namer(theory, ids), figure, unit)


def _figure(namer: _Namer, figure: Figure, unit: str) -> str:
    return " ".join((figure_words(figure, unit), *_remarks(namer, figure)))


def _amount(namer: _Namer, part: Amount, owner: object) -> str:
    """Put a part of an input into words: how much, from whom, and its source."""
    giver = f"from {namer.name(part.funder)}" if part.funder else ""
    words = filter(None, (amount_words(part, unit_of(owner)), giver, *_remarks(namer, part.amount)))
    return " ".join(words)


def _remarks(namer: _Namer, figure: Figure) -> Iterator[str]:
    """Yield everything about a figure except its number: its kind, remarks and source."""
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
