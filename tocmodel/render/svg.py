"""Scene to SVG: accessible, self-contained, the same in every viewer."""

import re
from base64 import b64encode
from collections.abc import Mapping

from tocmodel.characters import xml_text
from tocmodel.layout.fonts.bundled_font import FONT_FAMILY
from tocmodel.layout.scene import Image, Path, Primitive, Scene, SceneGroup, Text
from tocmodel.render.missing_letters import refuse_unshaped
from tocmodel.render.voice import Utterance, is_heading, utterances

FONTS = f"'{FONT_FAMILY}', Arial, Helvetica, sans-serif"
_ENGLISH = frozenset({"column", "legend", "ceiling"})
_NEVER_FIXED = ("colour:", "loop:")
"""How the kinds of entries of a legend begin that have titles of the theory."""
_ENGLISH_WORDS = ' lang="en" xml:lang="en"'


def escape(text: str) -> str:
    r"""Make text safe inside an element or a quoted attribute of XML, on one line.

    >>> escape("one\ntwo"), escape("bell\x07"), escape("\x9b"), escape("\ud800")
    ('one two', 'bell�', '�', '�')
    >>> escape("]]>"), escape("naïve £5 – 漢 🙂")
    (']]&gt;', 'naïve £5 – 漢 🙂')
    >>> escape("co\u00adproduction")
    'coproduction'
    """
    return xml_text(re.sub("[\t\n\r]", " ", text.replace("\u00ad", "")))


def svg(scene: Scene) -> str:
    """Return a scene as the text of an SVG file.

    Every box and every arrow is a named group, and the arrows that start in a box are a list in it.
    Each line of text keeps its measured width, whatever font the viewer has.

    Raises:
        TocModelError: a text is in a script that needs the extra ``fonts``.
    """
    refuse_unshaped(scene)
    width, height = decimal(scene.width), decimal(scene.height)
    described = ' aria-describedby="toc-description"' if scene.description else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" lang="{escape(scene.language)}" '
            f'xml:lang="{escape(scene.language)}" role="graphics-document document" '
            f'aria-labelledby="toc-title"{described} font-family="{FONTS}">'
        ),
        f'<title id="toc-title">{escape(scene.title)}</title>',
    ]
    translated = not scene.language.lower().startswith("en")
    prose = _ENGLISH_WORDS if translated and not scene.says_itself else ""
    if scene.description:
        lines.append(f'<desc id="toc-description"{prose}>{escape(scene.description)}</desc>')
    lines.append(f'<rect width="{width}" height="{height}" fill="#ffffff"/>')
    names = {group.id: _identifier(group.id, number) for number, group in enumerate(scene.groups)}
    for group, spoken in zip(scene.groups, utterances(scene), strict=True):
        words = _ENGLISH_WORDS if translated and is_english(group, scene) else ""
        lines += _group(group, spoken, names, words=words, prose=prose)
    return "\n".join([*lines, "</svg>", ""])


def is_english(group: SceneGroup, scene: Scene) -> bool:
    """Whether the words of a group are tocmodel's own, which are always English."""
    is_own = group.title in scene.own_words
    return group.role in _ENGLISH and not is_own and not group.kind.startswith(_NEVER_FIXED)


def _group(
    group: SceneGroup, spoken: Utterance, names: Mapping[str, str], *, words: str, prose: str
) -> list[str]:
    """Return a group with its name and its description, which a browser shows and says.

    Args:
        group: the group.
        spoken: how it is said.
        names: the name of each group in the file.
        words: the mark of the language of its words; empty if that is the language of the picture.
        prose: the same for its description, whose sentences are English.
    """
    opening = f'<g id="{names[group.id]}" class="toc-{escape(group.role)}"'
    opening += words
    opening += ' aria-hidden="true"' if spoken.silent else ""
    opening += f' role="{spoken.role}"' if spoken.role else ""
    lines = [f"{opening}>"]
    if group.title:
        lines.append(f"<title>{escape(group.title)}</title>")
    if group.description:
        lines.append(f"<desc{prose}>{escape(group.description)}</desc>")
    lines += [drawn(item, is_muted=_is_said(item, group, spoken)) for item in group.items]
    if spoken.owns:
        owned = " ".join(names[id_] for id_ in spoken.owns)
        lines.append(f'<g role="list" aria-owns="{owned}"/>')
    return [*lines, "</g>"]


def _is_said(item: Primitive, group: SceneGroup, spoken: Utterance) -> bool:
    """Whether a line of text is in the name of its group, or of the picture."""
    return bool(spoken.role) or is_heading(item, group)


def _identifier(id_: str, number: int) -> str:
    """An XML name that is unique in the file; a plain id stays the same.

    >>> _identifier("box:less-stress", 3), _identifier("arrow:a -> b", 4)
    ('box-less-stress', 'arrow-4')
    """
    plain = id_.replace(":", "-", 1)
    if re.fullmatch(r"[A-Za-z][\w.-]*", plain, re.ASCII):
        return plain
    return f"{id_.split(':', 1)[0]}-{number}"


def drawn(item: Primitive, *, is_muted: bool = False) -> str:
    """Return a path or a line of text as SVG.

    Args:
        item: the path, the text or the picture of dots.
        is_muted: whether a screen reader leaves the text out.
    """
    if isinstance(item, Image):
        return image(item)
    return _path(item) if isinstance(item, Path) else _text(item, is_muted=is_muted)


def image(item: Image) -> str:
    """Return a picture of dots as SVG; its bytes are in the file, as nothing may be fetched."""
    data = b64encode(item.png).decode("ascii")
    return (
        f'<image x="{decimal(item.x)}" y="{decimal(item.y)}" width="{decimal(item.width)}" '
        f'height="{decimal(item.height)}" href="data:image/png;base64,{data}"/>'
    )


def _path(path: Path) -> str:
    steps = "".join(
        letter + " ".join(decimal(number) for number in numbers)
        for letter, numbers in path.commands
    )
    parts = [f'<path d="{steps}" fill="{path.fill or "none"}"']
    if path.stroke:
        parts.append(f'stroke="{path.stroke}" stroke-width="{decimal(path.stroke_width)}"')
    if path.dash:
        parts.append(f'stroke-dasharray="{" ".join(decimal(dash) for dash in path.dash)}"')
    return " ".join(parts) + "/>"


def _text(text: Text, *, is_muted: bool) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    bold = ' font-weight="bold"' if text.bold else ""
    rotated = (
        f' transform="rotate(-90 {decimal(text.x)} {decimal(text.y)})"' if text.rotated else ""
    )
    unseen = ' fill-opacity="0"' if text.hidden else ""
    muted = ' aria-hidden="true"' if is_muted else ""
    length = ""
    if text.width:
        length = f' textLength="{decimal(text.width)}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{decimal(text.x)}" y="{decimal(text.y)}" font-size="{decimal(text.size)}" '
        f'fill="{text.colour}"{anchor}{bold}{rotated}{unseen}{muted}{length}>{escape(text.text)}</text>'
    )


def decimal(value: float) -> str:
    """A number without needless digits.

    >>> decimal(12.0), decimal(0.126), decimal(-0.001)
    ('12', '0.13', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
