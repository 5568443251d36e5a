"""Scene to SVG: accessible, self-contained, the same in every viewer."""

import re
from collections.abc import Mapping

from tocmodel.layout.bundled_font import FONT_FAMILY
from tocmodel.layout.scene import Group, Item, Path, Scene, Text
from tocmodel.render.letters import refuse_unshaped

_FONTS = f"'{FONT_FAMILY}', Arial, Helvetica, sans-serif"
_ENGLISH = frozenset({"column", "legend", "ceiling"})
_FORBIDDEN = (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_ESCAPES: Mapping[int, str] = {
    **dict.fromkeys(_FORBIDDEN, "\ufffd"),
    **dict.fromkeys(map(ord, "\t\n\r"), " "),
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}
"""What cannot stand in XML, or would mean something there, and what stands for it."""


def escape(text: str) -> str:
    r"""Make text safe inside an element or a quoted attribute of XML.

    Characters that XML does not allow at all become U+FFFD.

    >>> escape('a < b & "c"')
    'a &lt; b &amp; &quot;c&quot;'
    >>> escape("one\ntwo"), escape("bell\x07"), escape("\ud800")
    ('one two', 'bell\ufffd', '\ufffd')
    >>> escape("]]>"), escape("naïve £5 – 漢 🙂")
    (']]&gt;', 'naïve £5 – 漢 🙂')
    """
    return text.translate(_ESCAPES)


def svg(scene: Scene) -> str:
    """Return a scene as the text of an SVG file.

    Every box and every arrow is a group with its name; each line of text is as wide as it was
    measured, whatever font the viewer has.

    Raises:
        TocModelError: a text is in a script that needs the extra ``fonts``.
    """
    refuse_unshaped(scene)
    width, height = _number(scene.width), _number(scene.height)
    described = ' aria-describedby="toc-description"' if scene.description else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" lang="{escape(scene.language)}" '
            f'xml:lang="{escape(scene.language)}" role="graphics-document document" '
            f'aria-labelledby="toc-title"{described} font-family="{_FONTS}">'
        ),
        f'<title id="toc-title">{escape(scene.title)}</title>',
    ]
    if scene.description:
        lines.append(f'<desc id="toc-description">{escape(scene.description)}</desc>')
    lines.append(f'<rect width="{width}" height="{height}" fill="#ffffff"/>')
    translated = not scene.language.lower().startswith("en")
    for number, group in enumerate(scene.groups):
        lines += _group(group, number, english=translated and _is_english(group))
    return "\n".join([*lines, "</svg>", ""])


def _is_english(group: Group) -> bool:
    """Whether the words of a group are tocmodel's own, which are English in every language."""
    return group.role in _ENGLISH and not group.kind.startswith("colour:")


def _group(group: Group, number: int, *, english: bool) -> list[str]:
    """A named group is an object of its own to a screen reader; its text is then said once."""
    opening = f'<g id="{_identifier(group.id, number)}" class="toc-{escape(group.role)}"'
    opening += ' lang="en" xml:lang="en"' if english else ""
    if not group.title:
        return [f"{opening}>", *(_item(item) for item in group.items), "</g>"]
    name = escape(group.title)
    lines = [
        f'{opening} role="graphics-symbol img" aria-label="{name}"'
        + (f' aria-description="{escape(group.description)}"' if group.description else "")
        + ">",
        f"<title>{name}</title>",
    ]
    if group.description:
        lines.append(f"<desc>{escape(group.description)}</desc>")
    return [*lines, *(_item(item) for item in group.items), "</g>"]


def _identifier(id_: str, number: int) -> str:
    """An XML name that is unique in the file, and the same for a plain id.

    >>> _identifier("box:less-stress", 3), _identifier("arrow:a -> b", 4)
    ('box-less-stress', 'arrow-4')
    """
    plain = id_.replace(":", "-", 1)
    if re.fullmatch(r"[A-Za-z][\w.-]*", plain, re.ASCII):
        return plain
    return f"{id_.split(':', 1)[0]}-{number}"


def _item(item: Item) -> str:
    return _path(item) if isinstance(item, Path) else _text(item)


def _path(path: Path) -> str:
    steps = "".join(
        letter + " ".join(_number(number) for number in numbers)
        for letter, numbers in path.commands
    )
    parts = [f'<path d="{steps}" fill="{path.fill or "none"}"']
    if path.stroke:
        parts.append(f'stroke="{path.stroke}" stroke-width="{_number(path.stroke_width)}"')
    if path.dash:
        parts.append(f'stroke-dasharray="{" ".join(_number(dash) for dash in path.dash)}"')
    return " ".join(parts) + "/>"


def _text(text: Text) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    bold = ' font-weight="bold"' if text.bold else ""
    turned = f' transform="rotate(-90 {_number(text.x)} {_number(text.y)})"' if text.turned else ""
    unseen = ' fill-opacity="0"' if text.hidden else ""
    length = ""
    if text.width:
        length = f' textLength="{_number(text.width)}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}" '
        f'fill="{text.colour}"{anchor}{bold}{turned}{unseen}{length}>{escape(text.text)}</text>'
    )


def _number(value: float) -> str:
    """A number without needless digits.

    >>> _number(12.0), _number(0.126), _number(-0.001)
    ('12', '0.13', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
