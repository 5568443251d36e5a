"""Letters that a picture needs but its font lacks: one check for every format."""

from collections.abc import Iterator, Mapping

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.fonts.bundled_font import has_glyph, is_unseen
from tocmodel.layout.fonts.scripts import needs_shaping, scripts_in
from tocmodel.layout.fonts.typefaces import INSTALL, can_shape
from tocmodel.layout.scene import Scene, SceneGroup, Text

_SAMPLE = 5
ADVICE = "name a font that has them with --font (font= in Python)"


def missing_letters(scene: Scene) -> Mapping[str, str]:
    """Return the letters that none of the picture's fonts has, by place.

    >>> line = Text(x=0, y=0, text="漢字 and more", size=9, width=50, colour="#000000")
    >>> box = SceneGroup(id="box:ready", role="box", items=(line,))
    >>> missing_letters(Scene(width=9, height=9, title="", groups=(box,)))
    {"the box 'ready'": '字漢'}
    """
    found: dict[str, set[str]] = {}
    for group in scene.groups:
        letters = {
            letter
            for text in _texts(group)
            for letter in text.text
            if not has_glyph(letter) and not is_unseen(letter)
        }
        if letters:
            found.setdefault(_place(group), set()).update(letters)
    return {place: "".join(sorted(letters)) for place, letters in found.items()}


def refuse_missing_letters(scene: Scene) -> None:
    """Stop before writing a format that would show empty boxes, or nothing, for some letters.

    Raises:
        TocModelError: no font has some letters, or they need the extra ``fonts``.
    """
    refuse_unshaped(scene)
    missing = missing_letters(scene)
    if missing:
        raise TocModelError(f"{say_missing(missing)}; {ADVICE}")


def refuse_unshaped(scene: Scene) -> None:
    """Stop if words are in a script whose letters cannot simply be put side by side.

    Raises:
        TocModelError: the extra ``fonts``, which draws such scripts, is not installed.
    """
    if can_shape():
        return
    for group in scene.groups:
        words = " ".join(text.text for text in _texts(group))
        if needs_shaping(words):
            scripts = " and ".join(scripts_in(words))
            raise TocModelError(
                f"{_place(group)} has {scripts} letters, which need more software to be drawn: "
                f"{INSTALL}"
            )


def _texts(group: SceneGroup) -> Iterator[Text]:
    """The lines that a writer sets as text; the others are already drawn as outlines."""
    return (item for item in group.items if isinstance(item, Text) and not item.hidden)


def say_missing(missing: Mapping[str, str]) -> str:
    """Report the letters that the font lacks, and where they are.

    >>> say_missing({"the title": "漢字", "the box 'ready'": "字"})
    'the title and 1 other place have letters that the font lacks: 字 漢'
    """
    first, *others = missing
    letters = sorted(set("".join(missing.values())))
    sample = " ".join(map(_name, letters[:_SAMPLE]))
    more = f" and {len(letters) - _SAMPLE} more" if len(letters) > _SAMPLE else ""
    places = f"{first} has"
    if others:
        places = f"{first} and {len(others)} other place{'s' * (len(others) > 1)} have"
    return f"{places} letters that the font lacks: {sample}{more}"


def _place(group: SceneGroup) -> str:
    """Return a reader's name for the group.

    >>> _place(SceneGroup(id="arrow:a -> b", role="arrow"))
    "the arrow 'a -> b'"
    >>> _place(SceneGroup(id="title", role="title"))
    'the title'
    """
    _, divided, id_ = group.id.partition(":")  # the id of a box is 'box:ready'
    return f"the {group.role} '{id_}'" if divided else f"the {group.role}"


def _name(letter: str) -> str:
    """The letter itself where a message can show it, otherwise its number."""
    return letter if letter.isprintable() else f"U+{ord(letter):04X}"
