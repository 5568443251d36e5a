"""The frame of every page: its head, its policy against foreign content, its style and language.

A page is one file that needs no other: style and script are inside it, and a
Content-Security-Policy names them by hash, so a browser runs nothing else and asks no server for
anything. The templates escape every value (autoescape), and hidden characters become visible.

``tocmodel/page/templates/base.html`` is the frame. Other rooms extend it by its name,
``{% extends "base.html" %}``, and call :func:`render` with the folder of their own templates.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tocmodel.characters import xml_text
from tocmodel.layout.fonts.bidi import is_written_right_to_left
from tocmodel.wording import say

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
BASE_STYLE = HERE / "style" / "base.css"


@frozen(kw_only=True)
class WebPage:
    """What every page has, whatever is in it.

    Attributes:
        title: the title of the page, in its tab and as its first heading.
        language: BCP 47 tag of its words.
        says_itself: whether tocmodel's own words are in its language too, and not in English.
        imagined: the words that mark an imagined theory; empty for a real one.
        styles: its style sheets, after that of the frame.
        scripts: its scripts, run one after another; empty for a page without script.
    """

    title: str
    language: str = "en-GB"
    says_itself: bool = False
    imagined: str = ""
    styles: tuple[Path, ...] = ()
    scripts: tuple[Path, ...] = ()

    @property
    def style(self) -> str:
        """The text of all its style sheets."""
        return "\n".join(map(lean_text, (BASE_STYLE, *self.styles)))

    @property
    def script(self) -> str:
        """The text of all its scripts, whose names are hidden from the rest of the page."""
        if not self.scripts:
            return ""
        parts = "\n".join(map(lean_text, self.scripts))
        return f'"use strict";\n(() => {{\n{parts}\n}})();\n'

    @property
    def policy(self) -> str:
        """Its Content-Security-Policy: its own style and script, and nothing from elsewhere."""
        return "; ".join(self._rules())

    def _rules(self) -> Iterator[str]:
        yield "default-src 'none'"
        yield f"style-src {hash_of(self.style)}"
        if self.scripts:
            yield f"script-src {hash_of(self.script)}"
        yield "img-src data:"
        yield "base-uri 'none'"
        yield "form-action 'none'"

    @property
    def runs_right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return is_written_right_to_left(self.language)

    @property
    def is_english(self) -> bool:
        """Whether its words are English."""
        return self.language.lower().split("-")[0] == "en"


def render(template: str, page: WebPage, folders: Iterable[Path] = (), **values: Any) -> str:
    """Return a page as the text of an HTML file.

    A template says tocmodel's own words by ``{{ say("KEY") }}``, and writes ``{{ ours }}`` into the
    tag around them, which says their language on a page that is not English. ``{{ english }}``
    does so for words that no other language has. A tag around whole English sentences also
    needs ``dir="ltr"``, or their full stops would be at the wrong end of a page from right to left.

    Args:
        template: the name of a template, which extends ``base.html``.
        page: what the frame needs; the template has it as ``page``.
        folders: folders with further templates, which are looked in first.
        values: what else the template needs, by name.
    """
    from markupsafe import Markup  # noqa: PLC0415  (comes with jinja2)

    english = Markup("" if page.is_english else ' lang="en"')  # noqa: S704  (a constant)
    in_its_language = page.says_itself and not page.is_english
    # An element without a translation is in another language, and our own words in it are not.
    ours = Markup(' lang="{}"').format(page.language) if in_its_language else english
    made = _environment(tuple(folders)).get_template(template)
    return made.render(page=page, ours=ours, english=english, say=say, **values)


@cache
def _environment(folders: tuple[Path, ...]) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  (slow)

    return Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _visible(value: Any) -> Any:
    r"""Escape words here, once, so that no hidden character stays hidden.

    >>> _visible('<b> "x" \u202e'), _visible(3)
    (Markup('&lt;b&gt; &quot;x&quot; &#x202e;'), 3)
    """
    from markupsafe import Markup  # noqa: PLC0415  (comes with jinja2)

    if isinstance(value, str) and not hasattr(value, "__html__"):
        return Markup(xml_text(value))  # noqa: S704  (the words are escaped)
    return value


def hash_of(text: str) -> str:
    """Return the hash of a style sheet or a script for a Content-Security-Policy.

    >>> hash_of("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def lean_text(path: Path) -> str:
    """Return the text of a file of ours without the lines and spaces that only we need.

    A comment of a script has lines of its own, and no text of it goes over several lines.
    """
    lines = map(str.strip, path.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("// "))
