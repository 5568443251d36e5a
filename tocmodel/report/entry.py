"""One entry with everything in the file about it: its fields, its links, and where it is named."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import fields

from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.diagram.sentences import sentence
from tocmodel.graph.wholes import find_whole
from tocmodel.model import (
    REFERENCES,
    SECTIONS,
    Include,
    Link,
    Reference,
    TheoryOfChange,
    Translation,
    Waiver,
)
from tocmodel.model.reviews import THEORY
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.evidence import evidence_lines
from tocmodel.report.field_values import Field, fields_of, name_of
from tocmodel.report.outline import Line
from tocmodel.report.theory_kind import kind_line
from tocmodel.report.title_lines import title_lines
from tocmodel.schema.vocabulary import labels
from tocmodel.wording import GUESS_WORDS, guess_of, kind_word, link_verb


def entry_outline(theory: TheoryOfChange, id_: str) -> tuple[Line, ...]:
    """Return one entry of any section with everything about it, line by line.

    Raises:
        UnknownIdError: no section has it; the message names the nearest id.
    """
    return tuple(_entry(theory, id_))


def link_outline(theory: TheoryOfChange, found: Iterable[Link]) -> tuple[Line, ...]:
    """Return links with everything about each, line by line."""
    return tuple(line for link in found for line in _link(theory, link))


def theory_outline(theory: TheoryOfChange) -> tuple[Line, ...]:
    """Return the top of a file: summary, place, revision, waivers and the rest."""
    return tuple(_theory(theory))


def _entry(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    section = theory.section_of(id_)
    entry = getattr(theory, section)[id_]
    yield from title_lines(entry.full_title or id_, theory)
    kind = kind_word(entry, section)
    yield Line(0, f"{kind.capitalize()}, with the id {id_}.")
    if isinstance(entry, Include) and not entry.file:
        yield Line(0, "Nobody described it: it has no file.", "alarm")
    yield from field_lines(theory, entry, leave_out=("title",))
    yield from _guess(entry)
    yield from _translations(theory, id_)
    yield from _waived(theory, id_)
    yield from _links(theory, id_)
    yield from _figures(theory, id_)
    yield from _evidence(theory, id_)
    yield from named_lines(theory, id_, leave_out=_IN_FIGURES_AND_EVIDENCE)


def field_lines(
    theory: TheoryOfChange, value: Any, depth: int = 0, leave_out: Iterable[str] = ()
) -> Iterator[Line]:
    """Yield a line for each field that a file fills in, except the keys left out."""
    found = fields_of(theory, value)
    left_out = frozenset(leave_out)
    yield from _lines((one for one in found if one.key not in left_out), depth)


def _lines(found: Iterable[Field], depth: int) -> Iterator[Line]:
    for one in found:
        if len(one.words) == 1 and not any(one.inside):
            yield Line(depth, f"{one.label}: {one.words[0]}")
            continue
        yield Line(depth, f"{one.label}:")
        for words, inside in zip(one.words, one.inside, strict=True):
            yield Line(depth + 1, words, "point")
            yield from _lines(inside, depth + 2)


def _guess(value: object) -> Iterator[Line]:
    """Note that nobody confirmed a draft; anything inferred has that as its origin."""
    if guess_of(value) == "drafted":
        yield Line(0, sentence(GUESS_WORDS["drafted"]), "alarm")


def _translations(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    for language, entries in theory.translations.items():
        found: Translation | None = entries.get(id_)
        if found is not None:
            for one in fields_of(theory, found):
                yield Line(0, f"{one.label} ({language}): {'; '.join(one.words)}")


def _waived(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    for waiver in theory.waivers:
        if id_ in waiver.at:
            yield Line(0, f"Waived finding: {waiver.check} – {waiver.reason}")


def _links(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    into, out = theory.links_to(id_), theory.links_from(id_)
    for heading, ends in (
        ("Links that lead here", [(link, link.from_) for link in into]),
        ("Links from here", [(link, link.to) for link in out]),
    ):
        if ends:
            yield Line(0, heading, "heading")
        for link, other in ends:
            yield Line(0, _end(theory, other), "item")
            yield from field_lines(theory, link, 1, leave_out=("from", "to"))


def _link(theory: TheoryOfChange, link: Link) -> Iterator[Line]:
    yield from title_lines(_sentence(theory, link), theory)
    yield from field_lines(theory, link, leave_out=("from", "to"))
    yield from _guess(link)
    weight = weights_of_evidence(theory).get((link.from_, link.to), NO_EVIDENCE)
    yield from evidence_lines(theory, weight, 0, link=True)


def _figures(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """Yield the figures of the indicators that measure an element."""
    found = [item for item in theory.indicators.values() if id_ in item.measures]
    if found:
        yield Line(0, "How it is measured", "heading")
    for indicator in found:
        yield Line(0, name_of(theory, indicator.id), "item")
        others = labels("indicators").keys() - _OF_A_MEASURE
        yield from field_lines(theory, indicator, 1, leave_out=others)


_OF_A_MEASURE = {"better", "baseline", "target", "observations", "tipping_point", "undercount"}


def _evidence(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    lines = list(evidence_lines(theory, weights_of_evidence(theory).get(id_, NO_EVIDENCE), 0))
    if lines:
        yield Line(0, "Evidence", "heading")
    yield from lines


_IN_FIGURES_AND_EVIDENCE = frozenset(
    {("indicators", "measures")}
    | {("evidence", key) for key in ("supports", "contradicts", "about")}
)
"""The references to an element that its figures and its evidence cover."""


def _sentence(theory: TheoryOfChange, link: Link) -> str:
    cause, effect = _end(theory, link.from_), _end(theory, link.to)
    if find_whole(theory, link.from_):
        cause = cause[:1].upper() + cause[1:]
    return f"{cause} {link_verb(theory, link)} {effect}"


def _end(theory: TheoryOfChange, name: str) -> str:
    """Name an end of a link: an element, or something in a whole."""
    return f"{'something in ' if find_whole(theory, name) else ''}{name_of(theory, name)}"


def named_lines(
    theory: TheoryOfChange, id_: str, leave_out: Collection[tuple[str, str]] = ()
) -> Iterator[Line]:
    """List the fields of other entries, and of links, that name an entry.

    Args:
        theory: the theory.
        id_: id of the entry.
        leave_out: sections and fields whose references to the entry itself are left out; references
            to one of its links are still listed.
    """
    found = list(dict.fromkeys(_naming(theory, id_, leave_out)))
    if found:
        yield Line(0, "Where it is named", "heading")
    for field, holder in found:
        yield Line(0, f"{field}: {holder}", "point")


def _naming(
    theory: TheoryOfChange, id_: str, leave_out: Collection[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    for reference in REFERENCES:
        if reference.section == "links" and reference.field in ("from", "to"):
            continue  # its links are listed
        for holder, value in _holders(theory, reference.section):
            is_left_out = (reference.section, reference.field) in leave_out
            if any(
                _names(held, id_, reference) and not (is_left_out and held == id_)
                for held in _held(value, reference)
            ):
                key = reference.field.partition("/")[0]
                yield labels(reference.section)[key], holder


def _holders(theory: TheoryOfChange, section: str) -> Iterator[tuple[str, Any]]:
    if section in SECTIONS:
        noun = SECTION_NAMES[section].one
        for id_, entry in getattr(theory, section).items():
            yield f"{entry.full_title or id_} ({noun} {id_})", entry
    elif section == "links":
        for link in theory.links:
            yield f"{_sentence(theory, link)} (link)", link
    elif section in ("revision", "place"):
        value = getattr(theory, section)
        if value is not None:
            yield labels()[section].casefold(), value


def _held(value: Any, reference: Reference) -> Iterator[str]:
    """Yield the references in a field, wherever it is below an entry."""
    values = [value]
    for key in reference.field.split("/"):
        values = [item for one in values for item in _below(one, key)]
    for item in values:
        yield from (item if isinstance(item, Mapping) else filter(_is_id, [item]))


def _below(value: Any, key: str) -> Iterable[Any]:
    """Return what a value has under a key: the items of a list, or of all of a mapping's values."""
    if key == "*":
        return value.values() if isinstance(value, Mapping) else ()
    if isinstance(value, Mapping):
        found = value.get(key)
    else:
        found = getattr(value, {"for": "for_", "with": "with_"}.get(key, key), None)
    return found if isinstance(found, tuple) else (found,)


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _names(held: str, id_: str, reference: Reference) -> bool:
    if reference.links and "->" in held:
        return id_ in (end.strip() for end in held.split("->"))
    return held == id_


def _theory(theory: TheoryOfChange) -> Iterator[Line]:
    names = labels()
    if theory.summary:
        yield Line(0, f"{names['summary']}: {theory.summary}")
    yield from kind_line(theory)
    if theory.language != fields(TheoryOfChange).language.default:
        yield Line(0, f"{names['language']}: {theory.language}")
    for key in ("frameworks", "ceiling_of_accountability", "notes"):
        held = getattr(theory, key)
        if held:
            yield Line(0, f"{names[key]}: {', '.join(held) if isinstance(held, tuple) else held}")
    for key in ("place", "revision"):
        value = getattr(theory, key)
        if value is not None:
            yield Line(0, f"{names[key]}:")
            yield from field_lines(theory, value, 1)
    yield from _several(names["waivers"], [_waiver(item) for item in theory.waivers])
    own = [f"{key}: {value}" for key, value in theory.fields.items()]
    yield from _several(names["fields"], own)
    yield from _several(names["words"], [f"{key}: {word}" for key, word in theory.words.items()])
    if theory.translations:
        yield Line(0, f"{names['translations']}: {', '.join(theory.translations)}")
        yield from _translations(theory, THEORY)


def _several(label: str, items: list[str]) -> Iterator[Line]:
    if items:
        yield Line(0, f"{label}:")
        yield from (Line(1, item, "point") for item in items)


def _waiver(waiver: Waiver) -> str:
    at = f" ({', '.join(waiver.at)})" if waiver.at else ""
    return f"{waiver.check}{at} – {waiver.reason}"
