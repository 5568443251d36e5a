"""Turn a sketch into a theory: decide the kinds, make the ids, and report what was guessed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from tocmodel.characters import one_line
from tocmodel.conversion.choices import Choices
from tocmodel.conversion.elements import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    NewElement,
    clean_text,
    new_elements,
    shortened,
)
from tocmodel.conversion.names import Names
from tocmodel.conversion.sketch import Note, Remark, Sketch, SketchLine
from tocmodel.conversion.valid import without_invalid
from tocmodel.fileformat.ids.new_ids import new_id
from tocmodel.fileformat.loading import VERSION, from_data
from tocmodel.model import SECTIONS, TheoryOfChange
from tocmodel.wording import counted
from tocmodel.wording.theories import IMAGINED

_EFFECTS = {"-": "decreases", "?": "unknown"}
_ONLY_ENDS = {"from", "to"}
_TEXT_KEYS = ("because", "description", "delay", "notes")


@frozen(kw_only=True)
class NewTheory:
    """A theory made from a file from elsewhere, and what was guessed, repaired or lost."""

    theory: TheoryOfChange
    notes: tuple[Note, ...]


def to_theory(sketch: Sketch, title: str, choices: Choices) -> NewTheory:
    """Return the theory in a sketch.

    Args:
        sketch: what a reader found in a file.
        title: the title of the theory if the file has none.
        choices: the decisions of the person who converts it.
    """
    taken: set[str] = set()
    found = new_elements(sketch.boxes, choices, taken)
    keys = {key: item.id for item in found.elements for key in item.keys}
    groups = _groups(found.elements, sketch)
    records = {
        section: _record_ids(section, entries, taken)
        for section, entries in {**sketch.records, "groups": groups}.items()
    }
    names = Names(keys, records, found.left_out)
    kinds = {item.id: item.kind.section for item in found.elements}
    links, link_notes = _links(sketch.lines, names, kinds)
    data = {
        "tocmodel": VERSION,
        **_about(sketch, title),
        **sketch.theory_keys,
        **_sections(found.elements, {**sketch.records, "groups": groups}, names),
        "links": links,
    }
    valid, invalid_notes = without_invalid({key: item for key, item in data.items() if item})
    notes = (*sketch.notes, *found.notes, *link_notes, *names.notes(), *invalid_notes)
    return NewTheory(theory=from_data(valid), notes=(*notes, *_position_notes(sketch, choices)))


def _summary(description: str) -> tuple[str, bool]:
    """Return the summary, and whether the words before it mark an imagined theory.

    >>> _summary("An imagined example. How it works."), _summary("How it works.")
    (('How it works.', True), ('How it works.', False))
    """
    words = shortened(clean_text(description), LONGEST_TEXT)
    if not words.startswith(IMAGINED):
        return words, False
    return words.removeprefix(IMAGINED).lstrip(". \n"), True


def _about(sketch: Sketch, title: str) -> dict[str, Any]:
    """Return the title and the summary; files that tocmodel wrote say if the theory is imagined."""
    own = shortened(one_line(sketch.title), LONGEST_TITLE)
    summary, is_imagined = _summary(sketch.description)
    mark = f" ({IMAGINED})"
    return {
        "title": own.removesuffix(mark) or title,
        "imagined": own.endswith(mark) or is_imagined,
        "summary": summary,
    }


def _groups(elements: Iterable[NewElement], sketch: Sketch) -> Mapping[str, Mapping[str, Any]]:
    """Return the groups of a sketch: its own records, and one for each other group of a box."""
    own = dict(sketch.records.get("groups", {}))
    named = dict.fromkeys(item.body["group"] for item in elements if "group" in item.body)
    return {**own, **{name: {"title": name} for name in named if name not in own}}


def _record_ids(
    section: str, entries: Mapping[str, Mapping[str, Any]], taken: set[str]
) -> dict[str, str]:
    """Give every entry of a section an id, made from its title or from its name in the file."""
    found = {}
    numbers: dict[str, int] = {}
    for name, body in entries.items():
        words = str(body.get("title") or name)
        found[name] = new_id(words, taken, numbers, kind=section.replace("_", "-").rstrip("s"))
        taken.add(found[name])
    return found


def _sections(
    elements: Iterable[NewElement],
    records: Mapping[str, Mapping[str, Mapping[str, Any]]],
    names: Names,
) -> dict[str, dict[str, Any]]:
    """Return all sections with their entries, in the order of a theory's file."""
    found: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
    for item in elements:
        section = item.kind.section
        found[section][item.id] = {"title": item.title, **names.body(section, item.body)}
    for section, entries in records.items():
        ids = names.records[section]
        for name, body in entries.items():
            found[section][ids[name]] = names.body(section, _tidy(body))
    return {name: entries for name, entries in found.items() if entries}


def _tidy(body: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(body)
    if isinstance(found.get("title"), str):
        found["title"] = shortened(one_line(found["title"]), LONGEST_TITLE)
    for key in _TEXT_KEYS:
        if isinstance(found.get(key), str):
            found[key] = shortened(clean_text(found[key]), LONGEST_TEXT)
    return found


def _links(
    lines: Iterable[SketchLine], names: Names, kinds: Mapping[str, str]
) -> tuple[list[Any], list[Note]]:
    """Return the links, and notes on those whose effect nothing tells or that are there twice."""
    found: dict[str, Any] = {}
    counts: Counter[str] = Counter()
    for line in lines:
        cause, effect = names.end(line.cause), names.end(line.effect)
        if cause is None or effect is None:
            continue
        body = _link(line, cause, effect, names)
        is_factor = "factors" in (kinds.get(cause), kinds.get(effect))
        is_effect = "effect" not in body and body.get("kind") != "association"
        if is_factor and not line.sign and is_effect:
            body["effect"] = "unknown"
            counts["unsigned"] += 1
        whole = repr(body)
        counts["repeated"] += whole in found
        found[whole] = f"{cause} -> {effect}" if set(body) == _ONLY_ENDS else body
    return list(found.values()), list(_link_notes(counts))


def _link(line: SketchLine, cause: str, effect: str, names: Names) -> dict[str, Any]:
    keys: dict[str, Any] = {"from": cause, "to": effect}
    if line.sign in _EFFECTS:
        keys["effect"] = _EFFECTS[line.sign]
    if line.because:
        keys["because"] = line.because
    return {**_tidy(keys), **names.body("links", _tidy(line.keys))}


def _link_notes(counts: Mapping[str, int]) -> Iterator[Note]:
    if counts["unsigned"]:
        many = counted(counts["unsigned"], "link")
        message = (
            f"nothing shows whether {many} of factors raise or lower, so the effect is unknown"
        )
        yield Note(remark=Remark.GUESSED, message=message)
    if counts["repeated"]:
        many = counted(counts["repeated"], "link that is", "links that are")
        message = f"{many} in the file twice, kept once"
        yield Note(remark=Remark.REPAIRED, message=message)


def _position_notes(sketch: Sketch, choices: Choices) -> Iterator[Note]:
    many = sum(box.position is not None for box in sketch.boxes)
    if many and not choices.keep_positions:
        message = (
            f"the positions of {counted(many, 'element')}, as pictures are laid out anew; "
            "--positions keeps them as fields"
        )
        yield Note(remark=Remark.LOST, message=message)
