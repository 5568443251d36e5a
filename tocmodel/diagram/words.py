"""The words of a diagram: titles in the language asked for, and sentences to be heard."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram.evidence import on_link
from tocmodel.diagram.lines import Line
from tocmodel.diagram.parts import Arrow, Badge, Diagram
from tocmodel.diagram.traits import remark, traits
from tocmodel.model import Effect, Element, Link, Needed, TheoryOfChange, Translation, ValueStatus
from tocmodel.values import frozen
from tocmodel.wording import EFFECT_WORDS, GUESS_WORDS, confidence_words, guess_of, kind_word

VERBS = {
    "threatens": "threatens",
    "assumes": "is assumed for",
    "supports": "supports",
    "contradicts": "contradicts",
    "concerns": "is about",
    "measures": "measures",
    "addresses": "is addressed by",
    "uses": "is used by",
    "delivers": "delivers",
    "provides": "provides",
    "owns": "watches over",
    "joins": "takes part in",
    "creates": "creates",
    "tells": "tells",
    "recalls": "tells of",
    "cites": "cites",
}
"""How each kind of arrow but the causal ones is read aloud, from its start to its end."""

_NEEDED = {
    Needed.NECESSARY: "necessary for it",
    Needed.SUFFICIENT: "enough for it alone",
    Needed.CONTRIBUTORY: "a needed part of a package",
}
"""What a cause is to its effect, as it is read aloud."""

_NOTHING = Translation()


@frozen
class Words:
    """Finds the words for an id: translated, plain or as titled."""

    theory: TheoryOfChange
    language: str = ""
    plain: bool = False

    def title(self, id_: str) -> str:
        """Return the words for an element or a group."""
        entry = self.theory.groups[id_] if id_ in self.theory.groups else self.theory.element(id_)
        said = self.translated(id_)
        plain = entry.plain if isinstance(entry, Element) else ""
        choices = (said.plain, said.title, plain) if self.plain else (said.title,)
        return next((words for words in choices if words), entry.title)

    def description(self, id_: str) -> str:
        """Return the longer words for an element."""
        return self.translated(id_).description or self.theory.element(id_).description

    def translated(self, id_: str) -> Translation:
        """Return what is written for an id in the language, empty where nothing is."""
        translations = self.theory.translations.get(self.language, {})
        found = translations.get(id_, _NOTHING)
        return found if isinstance(found, Translation) else _NOTHING


def words_for(theory: TheoryOfChange, language: str, *, plain: bool) -> Words:
    """Return the words in a language.

    Raises:
        TocModelError: the theory is not translated into this language.
    """
    if language and language != theory.language and language not in theory.translations:
        known = ", ".join((theory.language, *theory.translations))
        near = did_you_mean(language, theory.translations)
        raise TocModelError(f"the theory has no words in '{language}'{near}; it has {known}")
    return Words(theory, language, plain)


def arrow(line: Line, words: Words) -> Arrow:
    """Return the arrow for a line, with what a screen reader says of it."""
    joint = "--" if line.kind in ("causal", "bridged") else f"--{line.kind}--"
    verb = _verb(line, words.theory)
    reasons = tuple(_reasons(line, words))
    said = f"{quoted(words.title(line.from_))} {verb} {quoted(words.title(line.to))}"
    return Arrow(
        id=f"{line.from_}{joint}{line.to}",
        from_=line.from_,
        to=line.to,
        kind=line.kind,
        effect=str(line.effect),
        feedback=line.feedback,
        main=line.main,
        guess=line.guess,
        evidence=tuple(
            dict.fromkeys(kind for link in line.links for kind, _, _ in on_link(words.theory, link))
        ),
        label=", ".join(_label(line)),
        verb=verb,
        reasons=reasons,
        description="; ".join((said, *reasons)) + ".",
    )


def quoted(title: str) -> str:
    """Return a title as it stands within a sentence."""
    return f"“{title}”"


_CREATES: Mapping[ValueStatus | None, str] = {
    ValueStatus.HAPPENED: "creates",
    ValueStatus.PLANNED: "is planned to create",
    ValueStatus.HOPED: "is hoped to create",
    None: "may have created",
}


def _verb(line: Line, theory: TheoryOfChange) -> str:
    if line.kind == "creates" and line.to in theory.value_creation:
        return _CREATES[theory.value_creation[line.to].status]
    if line.kind == "bridged":
        return f"{EFFECT_WORDS[line.effect]} (through what is not shown)"
    if line.kind in VERBS:
        return VERBS[line.kind]
    return (
        f"feeds back and {EFFECT_WORDS[line.effect]}"
        if line.feedback
        else EFFECT_WORDS[line.effect]
    )


def _label(line: Line) -> Iterator[str]:
    if line.kind in ("causal", "bridged", "threatens"):
        if line.effect is Effect.CHANGES:
            yield "changes"
        elif line.effect is Effect.UNKNOWN:
            yield "effect unknown"
    delays = dict.fromkeys(link.delay for link in line.links if link.delay)
    if len(delays) == 1:
        yield from delays


def _reasons(line: Line, words: Words) -> Iterator[str]:
    for link in line.links:
        yield from _reason(link, line.from_, words)
    guesses = dict.fromkeys(guess for link in line.links if (guess := guess_of(link)))
    if line.guess:
        yield GUESS_WORDS[line.guess]
    else:
        yield from (f"in part {GUESS_WORDS[guess]}" for guess in guesses)


def _reason(link: Link, start: str, words: Words) -> Iterator[str]:
    if link.because:
        yield f"because {link.because}"
    for id_ in link.via:
        if id_ in words.theory.mechanisms and id_ != start:
            yield f"by way of {quoted(words.title(id_))}"
    for item in link.assumes:
        if not isinstance(item, str):
            yield f"assuming that {quoted(item.title)}"
        elif item in words.theory.assumptions:
            yield f"assuming that {quoted(words.title(item))}"
    yield from _size(link)
    for _, said, piece in on_link(words.theory, link):
        yield f"{said}: {quoted(piece.title)}"


def _size(link: Link) -> Iterator[str]:
    """Say when, how strongly and how surely the one leads to the other."""
    if link.delay:
        yield f"after {link.delay}"
    if link.strength:
        yield f"{link.strength} effect"
    if link.needed:
        yield _NEEDED[link.needed]
    if sure := confidence_words(link.confidence):
        yield f"confidence {sure}"


def list_titles(titles: Sequence[str]) -> str:
    """List titles so that each is seen to end, even where one has a comma of its own.

    >>> list_titles(["Police", "Schools"]), list_titles(["Children, parents and carers", "Police"])
    ('Police, Schools', 'Children, parents and carers; Police')
    """
    return ("; " if any("," in title for title in titles) else ", ").join(titles)


def box_description(id_: str, badges: tuple[Badge, ...], words: Words) -> str:
    """Return what a screen reader says of a box after its title."""
    element = words.theory.element(id_)
    kind = kind_word(element, words.theory.section_of(id_))
    parts = [", ".join((kind.capitalize(), *traits(element)))]
    parts += [words.description(id_), remark(element), *(badge.text for badge in badges)]
    return " ".join(sentence(part) for part in parts if part)


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop.

    >>> sentence("risk: rents rise")
    'Risk: rents rise.'
    """
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def described(diagram: Diagram) -> Diagram:
    """Return the diagram with the picture in a few words, for those who cannot see it."""
    numbers = {column.id: 0 for column in diagram.columns}
    for box in diagram.boxes:
        numbers[box.column] += 1
    way = "from top to bottom" if diagram.top_to_bottom else "from left to right"
    boxes = _many(len(diagram.boxes), "box", "boxes")
    arrows = _many(len(diagram.arrows), "arrow", "arrows")
    parts = [f"A theory of change in {boxes} and {arrows}, read {way}"]
    if diagram.columns:
        stages = ", ".join(f"{item.title} ({numbers[item.id]})" for item in diagram.columns)
        parts.append(f"Stages: {stages}")
    if diagram.lanes:
        parts.append("Lanes: " + ", ".join(lane.title for lane in diagram.lanes))
    loops = [item for item in diagram.arrows if item.feedback]
    if loops:
        parts.append(f"{_many(len(loops), 'arrow leads', 'arrows lead')} back as feedback")
    if diagram.ceiling:
        after = next(item.title for item in diagram.columns if item.id == diagram.ceiling)
        parts.append(f"The {diagram.ceiling_label.lower()} lies after {after}")
    return evolve(diagram, description=" ".join(sentence(part) for part in parts))


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
