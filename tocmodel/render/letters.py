"""Letters that a picture needs and its font lacks: one check for every format."""

from collections.abc import Iterator, Mapping

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.bundled_font import has_glyph, is_unseen
from tocmodel.layout.scene import Group, Scene, Text
from tocmodel.layout.scripts import needs_shaping, scripts_in
from tocmodel.layout.typefaces import INSTALL, can_shape

_SAMPLE = 5
ADVICE = "name a font that has them with --font (font= in Python)"


def missing_letters(scene: Scene) -> Mapping[str, str]:
    """Return the letters that no font of the picture has, by where they stand.

    >>> line = Text(x=0, y=0, text="漢字 and more", size=9, width=50, colour="#000000")
    >>> box = Group(id="box:ready", role="box", items=(line,))
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
    """Stop before a format that would show empty boxes, or nothing, for some letters.

    Raises:
        TocModelError: no font has some letters, or they need the extra ``fonts``.
    """
    refuse_unshaped(scene)
    missing = missing_letters(scene)
    if missing:
        raise TocModelError(f"{say_missing(missing)}; {ADVICE}")


def refuse_unshaped(scene: Scene) -> None:
    """Stop where words are in a script whose letters cannot be put side by side as they stand.

    Raises:
        TocModelError: what draws such scripts, the extra ``fonts``, is not installed.
    """
    if can_shape():
        return
    for group in scene.groups:
        words = " ".join(text.text for text in _texts(group))
        if needs_shaping(words):
            scripts = " and ".join(scripts_in(words))
            raise TocModelError(
                f"{_place(group)} has {scripts} letters, which need an extra to be drawn: {INSTALL}"
            )


def _texts(group: Group) -> Iterator[Text]:
    """The lines whose letters a writer sets; those of the others are drawn already."""
    return (item for item in group.items if isinstance(item, Text) and not item.hidden)


def say_missing(missing: Mapping[str, str]) -> str:
    """Say which letters the font lacks, and where they stand.

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


def _place(group: Group) -> str:
    """What a reader calls the group.

    >>> _place(Group(id="arrow:a -> b", role="arrow")), _place(Group(id="title", role="title"))
    ("the arrow 'a -> b'", 'the title')
    """
    _, divided, id_ = group.id.partition(":")  # the id of a box is 'box:ready'
    return f"the {group.role} '{id_}'" if divided else f"the {group.role}"


def _name(letter: str) -> str:
    """The letter itself where a message can show it, else its number."""
    return letter if letter.isprintable() else f"U+{ord(letter):04X}"
