"""Answers ``tocmodel explain``: in words, as data, or as a picture."""

import json
import sys
from pathlib import Path

import tocmodel
from tocmodel.analysis.explaining import Explanation, explain
from tocmodel.cli.answers import Output
from tocmodel.cli.broken import require_theory
from tocmodel.cli.explain import WORDS
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour, say
from tocmodel.diagnostics import TocModelError, did_you_mean, shell_argument
from tocmodel.model import View
from tocmodel.telling.explanation import outline, question
from tocmodel.telling.explanation_data import to_data
from tocmodel.telling.outline import to_markdown, to_text
from tocmodel.values import frozen


@frozen(kw_only=True)
class Question:
    """What is asked, as the options of ``tocmodel explain`` say it."""

    file: Path
    element: str
    depth: int | None = None
    most: int = 30
    output: Output


def answer(asked: Question) -> None:
    """Write the answer to standard output, or to a file.

    Raises:
        TocModelError: there is no such element, or the file cannot be written.
    """
    format_ = asked.output.format
    theory = require_theory(read_model(asked.file)).whole
    if asked.element not in theory.elements:
        near = did_you_mean(asked.element, theory.elements)
        see = f"; 'tocmodel show {shell_argument(asked.file)}' lists them"
        raise TocModelError(f"no element '{asked.element}'{near or see}")
    found = explain(theory, asked.element, depth=asked.depth, limit=asked.most)
    if found.left_out and asked.depth is None and format_ in WORDS:
        say(f"Note: not every cause is told; --most {asked.most * 2} tells of more")
    if format_ == "text" and asked.output.file is None:
        colour = has_colour(sys.stdout)
        asked.output.deliver(to_text(outline(found), colour=colour), colour=colour)
    else:
        asked.output.deliver(_bytes(found, asked, format_))


def _bytes(found: Explanation, asked: Question, format_: str) -> bytes:
    if format_ == "text":
        return to_text(outline(found)).encode("utf-8", "replace")
    if format_ == "markdown":
        return to_markdown(outline(found)).encode("utf-8", "replace")
    if format_ == "json":
        return (
            json.dumps(to_data(found, tocmodel.__version__), ensure_ascii=False, indent=2) + "\n"
        ).encode()
    from tocmodel.drawing import draw

    view = View(id="why", title=question(found), why=asked.element, upstream=asked.depth)
    drawing = draw(found.theory, view, font=asked.output.fonts_for(asked.file, format_))
    data = drawing.to_bytes(format_)
    for note in drawing.notes_on_letters:
        say(f"Note: {note}")
    if drawing.notes_on_size:
        say("Note: the picture is larger than A3: for print, follow fewer links with --depth")
    return data
