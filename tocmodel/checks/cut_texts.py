"""Texts that end at a ``#``, which YAML takes for a comment: was it meant as part of the text?"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from tocmodel.diagnostics import Finding, Pointer, Severity
from tocmodel.schema.language_keys import is_prose
from tocmodel.syntax import Tree
from tocmodel.syntax.codes import FileCode
from tocmodel.syntax.quoting import shown_quoted

CUT_TEXT = FileCode(
    "TOC024",
    "text-cut-off",
    "YAML does not cut a text short at a #.",
    "In YAML, a space and # begin a comment, so 'title: Goal # 2' is read as 'Goal', without a "
    "warning. Only the writer knows whether the rest is a comment or part of the text. "
    "Put a text that contains # in double quotes, 'title: \"Goal # 2\"'. This check leaves out "
    "comments with two or more spaces before the # and one after it, quoted texts, texts over "
    "several lines after | or >, and JSON.",
)

CUT_CODES: Mapping[str, FileCode] = MappingProxyType({CUT_TEXT.name: CUT_TEXT})
"""The one kind of finding made here, by its name; it is a warning."""

_DOUBTFUL = re.compile(r"#(?:(?<=\S #)|(?<=[ \t]#)(?=\w))")
"""A ``#`` that may belong to the text before it; it comes first, as few lines have one."""
_WAIVER = re.compile(r"#[ \t]*tocmodel:")


def find_cut_texts(tree: Tree) -> Iterator[Finding]:
    """Find the comments so close to an unquoted text that they may belong to it."""
    if tree.path.lower().endswith(".json") or not _DOUBTFUL.search(tree.text):
        return
    ends = dict(_plain_texts(tree))
    for found in _DOUBTFUL.finditer(tree.text):
        hash_ = found.start()
        pointer = ends.get(_end_of_text(tree.text, hash_))
        if pointer and not _WAIVER.match(tree.text, hash_) and is_prose(pointer):
            yield _finding(tree, pointer, hash_)


def _end_of_text(text: str, hash_: int) -> int:
    """Return where the text before a ``#`` ends."""
    end = hash_
    while end and text[end - 1] in " \t":
        end -= 1
    return end


def _plain_texts(tree: Tree) -> Iterator[tuple[int, Pointer]]:
    """Yield the place where each unquoted text ends, and its address."""
    for pointer, start, end in tree.scalars():
        if tree.text[start : start + 1] not in ("'", '"', "|", ">"):
            yield end, pointer


def _finding(tree: Tree, pointer: Pointer, hash_: int) -> Finding:
    end = tree.text.find("\n", hash_)
    comment = tree.text[hash_ : end if end >= 0 else None].rstrip()
    key = next(step for step in reversed(pointer) if isinstance(step, str))
    text = tree.text[tree.offset(pointer) : hash_] + _meant(
        comment, in_flow=_is_in_flow(tree, pointer)
    )
    shown = shown_quoted("" if isinstance(pointer[-1], int) else key, text)
    return Finding(
        code=CUT_TEXT.code,
        rule=CUT_TEXT.name,
        severity=Severity.WARNING,
        message=f"'{key}' ends before this #, and what follows is read as a comment: "
        "is it part of the text?",
        pointer=pointer,
        span=tree.stretch(hash_, hash_ + len(comment)),
        help=f"if it is, put the whole text in quotes: {shown}; "
        "if not, write two spaces before the # and one after it",
        about=_about(tree.data, pointer),
    )


def _meant(comment: str, *, in_flow: bool) -> str:
    """The part of a comment that is likely to be text: no second comment, no closing bracket."""
    text = re.split(r"\s{2,}# ", comment)[0]
    return re.split(r"[,}\]]", text)[0] if in_flow else text


def _is_in_flow(tree: Tree, pointer: Pointer) -> bool:
    return any(tree.text[tree.offset(pointer[:n])] in "{[" for n in range(len(pointer)))


def _about(data: Any, pointer: Pointer) -> str:
    """The id of the entry that holds the text, or the link, as waivers name them."""
    if len(pointer) < 3:
        return ""
    if isinstance(pointer[1], str):
        return pointer[1]
    entry = data[pointer[0]][pointer[1]]
    ends = (entry.get("from"), entry.get("to")) if isinstance(entry, dict) else ()
    return " -> ".join(map(str, ends)) if all(ends) else ""
