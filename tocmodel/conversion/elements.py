"""Turn the boxes of a sketch into elements of a theory: their kinds, titles and ids."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import evolve, field, fields, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.choices import LEFT_OUT, Choices
from tocmodel.conversion.kinds import FACTOR, ElementKind, is_exact, kind_of, without_kind
from tocmodel.conversion.sketch import Note, Remark, SketchBox
from tocmodel.diagnostics import shell_argument
from tocmodel.fileformat.ids.new_ids import new_id
from tocmodel.model import ELEMENT_SECTIONS
from tocmodel.wording import counted

LONGEST_TITLE = 300
LONGEST_TEXT = 20_000
UNTITLED = "(untitled)"


class KindBasis(StrEnum):
    """What told the kind of an element."""

    FORMAT = "format"
    TITLE = "title"
    CHOICE = "choice"
    STYLE = "style"
    NOTHING = "nothing"


@frozen(kw_only=True)
class NewElement:
    """An element of the theory to be.

    Attributes:
        keys: the names of its boxes for arrows in the file; several if titles were joined.
        title: its title.
        kind: its section, and what its kind says.
        basis: what told its kind.
        style: the file's own word for its kind.
        body: its other keys, as in a theory's file.
        id: its id, once it has one.
    """

    keys: tuple[str, ...]
    title: str
    kind: ElementKind
    basis: KindBasis
    style: str = ""
    body: Mapping[str, Any] = field(factory=dict)
    id: str = ""


@frozen(kw_only=True)
class NewElements:
    """All elements, the keys of boxes that were left out on request, and what was guessed."""

    elements: tuple[NewElement, ...]
    left_out: frozenset[str]
    notes: tuple[Note, ...]


def new_elements(boxes: Iterable[SketchBox], choices: Choices, taken: set[str]) -> NewElements:
    """Decide the kind of every box, and give each an id; ``taken`` gets these ids too."""
    made = [_element(box, choices) for box in boxes]
    left_out = [item for item in made if item.kind == LEFT_OUT]
    kept = [item for item in made if item.kind != LEFT_OUT]
    notes = [*_kind_notes(made), *_text_notes(kept)]
    notes += _repeated(kept, is_merged=choices.merge_titles)
    if choices.merge_titles:
        kept = _merged(kept)
    numbers: dict[str, int] = {}
    found = []
    for item in kept:
        kind = item.kind.section.replace("_", "-").removesuffix("s")
        id_ = new_id(item.title, taken, numbers, kind=kind)
        taken.add(id_)
        found.append(evolve(item, id=id_))
    keys = frozenset(key for item in left_out for key in item.keys)
    return NewElements(elements=tuple(found), left_out=keys, notes=tuple(notes))


def _element(box: SketchBox, choices: Choices) -> NewElement:
    title, kind, basis = _decided(box, choices)
    body: dict[str, Any] = {}
    description = clean_text(box.description)
    if len(title) > LONGEST_TITLE:
        description = f"{title}\n\n{description}".strip()
        title = shortened(title, LONGEST_TITLE)
    if description:
        body["description"] = shortened(description, LONGEST_TEXT)
    body |= kind.keys
    tags = list(dict.fromkeys(filter(None, map(one_line, box.tags))))
    if tags:
        body["tags"] = tags
    if box.group:
        body["group"] = box.group
    body |= _keys_of(kind, box.keys)
    if box.position and choices.keep_positions:
        x, y = map(_short, box.position)
        body["fields"] = {**body.get("fields", {}), "x": x, "y": y}
    return NewElement(
        keys=(box.key,),
        title=title or UNTITLED,
        kind=kind,
        basis=basis,
        style=one_line(box.style),
        body=body,
    )


def _short(number: float) -> float:
    found = round(number, 2)
    return int(found) if found.is_integer() else found


def _keys_of(kind: ElementKind, keys: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of a box; one that its section does not have becomes a field."""
    if kind.section not in ELEMENT_SECTIONS:
        return dict(keys)
    known = {item.name.rstrip("_") for item in fields(ELEMENT_SECTIONS[kind.section])}
    own = {key: item for key, item in keys.items() if key in known}
    others = {key: item for key, item in keys.items() if key not in known and isinstance(item, str)}
    return {**own, "fields": {**own.get("fields", {}), **others}} if others else own


def _decided(box: SketchBox, choices: Choices) -> tuple[str, ElementKind, KindBasis]:
    """Return the title and the kind of a box, and what told the kind."""
    title = one_line(box.title)
    if box.section:
        return title, ElementKind(box.section), KindBasis.FORMAT
    rest, named = without_kind(title)
    if named:
        return rest, named, KindBasis.TITLE
    if box.style:
        if chosen := choices.kind(box.style):
            return title, chosen, KindBasis.CHOICE
        if kind := kind_of(box.style):
            return title, kind, KindBasis.STYLE
    if chosen := choices.kind("factor"):
        return title, chosen, KindBasis.CHOICE
    return title, FACTOR, KindBasis.NOTHING


def _kind_notes(made: Sequence[NewElement]) -> Iterator[Note]:
    """Report what was guessed of kinds: a style at a time, and the option that changes it once."""
    guessed = Counter(
        (item.style, item.kind.section, item.kind.keys.get("horizon", ""))
        for item in made
        if item.basis is KindBasis.STYLE and not is_exact(item.style, item.kind)
    )
    for (style, section, horizon), number in guessed.items():
        words = f"{_named(section)} with the horizon {horizon}" if horizon else _named(section)
        message = f"'{style[:60]}' was read as {words}: {counted(number, 'element')}"
        yield Note(remark=Remark.GUESSED, message=message)
    untold = Counter(item.style for item in made if item.basis is KindBasis.NOTHING)
    for place, (style, number) in enumerate(untold.items()):
        many = counted(number, "element")
        were = "was read as a factor" if number == 1 else "were read as factors"
        word = style[:60] or "factor"
        option = f"; --map {shell_argument(f'{word}=outcome')} changes that"
        of = f"of the kind '{word}'" if style else "without a kind"
        message = f"{many} {of} {were}"
        yield Note(remark=Remark.GUESSED, message=message + ("" if place else option))
    out = Counter(item.style for item in made if item.kind == LEFT_OUT)
    for style, number in out.items():
        message = f"{counted(number, 'element')} of the kind '{style[:60]}' left out, as --map asks"
        yield Note(remark=Remark.LOST, message=message)


def _named(section: str) -> str:
    return section.replace("_", " ")


def _text_notes(kept: Sequence[NewElement]) -> Iterator[Note]:
    cut = sum(item.title.endswith("…") and len(item.title) >= LONGEST_TITLE for item in kept)
    if cut:
        message = f"{counted(cut, 'title')} longer than {LONGEST_TITLE} characters cut; the whole "
        yield Note(remark=Remark.REPAIRED, message=f"{message}text is in the description")
    empty = sum(item.title == UNTITLED for item in kept)
    if empty:
        message = f"{counted(empty, 'element')} without words called '{UNTITLED}'"
        yield Note(remark=Remark.GUESSED, message=message)


def _repeated(kept: Sequence[NewElement], *, is_merged: bool) -> Iterator[Note]:
    titles = Counter(_same(item) for item in kept)
    several = [title for title, number in titles.items() if number > 1]
    if not several:
        return
    shown = {_same(item): item.title for item in reversed(kept)}
    names = ", ".join(f"'{shown[title][:60]}'" for title in several[:3])
    names += " and others" if len(several) > 3 else ""
    if is_merged:
        message = f"elements with the same title joined: {names}"
        yield Note(remark=Remark.REPAIRED, message=message)
    else:
        message = f"several elements have the same title ({names}) and stay separate"
        yield Note(remark=Remark.GUESSED, message=f"{message}; --merge-titles joins them")


def _same(item: NewElement) -> str:
    return " ".join(item.title.casefold().split())


def _merged(kept: Sequence[NewElement]) -> list[NewElement]:
    """Join elements with the same title and kind; a kind that nothing told gives way."""
    groups: dict[str, list[NewElement]] = {}
    for item in kept:
        groups.setdefault(_same(item), []).append(item)
    found: list[NewElement] = []
    for group in groups.values():
        named = {item.kind.section for item in group if item.basis is not KindBasis.NOTHING}
        if len(named) > 1:
            found += _merged_by_kind(group)
        else:
            found.append(_joined(group))
    order = {key: place for place, item in enumerate(kept) for key in item.keys}
    return sorted(found, key=lambda item: order[item.keys[0]])


def _merged_by_kind(group: Sequence[NewElement]) -> Iterator[NewElement]:
    kinds: dict[str, list[NewElement]] = {}
    for item in group:
        kinds.setdefault(item.kind.section, []).append(item)
    yield from map(_joined, kinds.values())


def _joined(group: Sequence[NewElement]) -> NewElement:
    first = next((item for item in group if item.basis is not KindBasis.NOTHING), group[0])
    body: dict[str, Any] = {}
    for item in group:
        body = {**item.body, **body}
    texts = dict.fromkeys(item.body["description"] for item in group if "description" in item.body)
    if texts:
        body["description"] = shortened("\n\n".join(texts), LONGEST_TEXT)
    tags = dict.fromkeys(tag for item in group for tag in item.body.get("tags", ()))
    if tags:
        body["tags"] = list(tags)
    keys = tuple(key for item in group for key in item.keys)
    return NewElement(
        keys=keys,
        title=first.title,
        kind=first.kind,
        basis=first.basis,
        style=first.style,
        body=body,
    )


def clean_text(text: str) -> str:
    r"""Return words of several lines without what nobody sees.

    >>> clean_text(" one \r\n\n\n\n two ")
    'one\n\ntwo'
    """
    lines = [one_line(line) for line in text.replace("\r\n", "\n").split("\n")]
    joined = "\n".join(lines).strip("\n")
    while "\n\n\n" in joined:
        joined = joined.replace("\n\n\n", "\n\n")
    return joined


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut at a word.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= most:
        return text
    head = text[: most - 1]
    whole, space, _ = head.rpartition(" ")
    return f"{whole if space and len(whole) > most // 2 else head}…"
