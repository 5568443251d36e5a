"""Write a theory as an outline in OPML, for mind maps and outliners."""

from collections.abc import Iterable, Iterator

from tocmodel.characters import xml_text
from tocmodel.conversion.readers.opml import SUMMARY
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.branches import Branch, branches
from tocmodel.conversion.writers.remarks import described
from tocmodel.model import TheoryOfChange


def write(theory: TheoryOfChange) -> str:
    """Return the outline."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{xml_text(theory.title)}</title>",
        "  </head>",
        "  <body>",
        *_summary(described(theory)),
        *_lines(branches(theory).roots),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what an outline cannot hold."""
    return branches(theory).notes


def _summary(text: str) -> Iterator[str]:
    if text:
        yield f'    <outline text="{SUMMARY}" _note="{xml_text(text)}"/>'


def _lines(roots: Iterable[Branch]) -> Iterator[str]:
    waiting: list[tuple[int, Branch | None]] = [(2, branch) for branch in reversed([*roots])]
    while waiting:
        depth, branch = waiting.pop()
        indent = "  " * depth
        if branch is None:
            yield f"{indent}</outline>"
            continue
        note = f' _note="{xml_text(branch.description)}"' if branch.description else ""
        end = "" if branch.below else "/"
        yield f'{indent}<outline text="{xml_text(branch.words)}"{note}{end}>'
        if branch.below:
            waiting.append((depth, None))
            waiting += [(depth + 1, inner) for inner in reversed(branch.below)]
