"""Runs the commands and code on the pages of the documentation, so that every page is true.

A page is Markdown. In it

- a code block after ``<!-- file: NAME -->`` is written to that file, after ``<!-- more: NAME -->``
  it is added to the end of that file, and after ``<!-- section: NAME -->`` it replaces the section
  of that name in it;
- in a ``console`` block each line that starts with ``$ tocmodel`` is run, and the lines after it
  are its output; ``< FILE`` at its end gives it a file as what a person types;
- a ``python`` block is run, as a doctest if it contains ``>>>``.

All of it happens in one folder, from top to bottom. ``python docs/pages.py`` writes the current
output of the commands into every page; look at the difference before you keep it.
"""

import contextlib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

from sybil import Document, Region
from sybil.example import Example
from sybil.parsers.markdown import PythonCodeBlockParser

DOCS = Path(__file__).resolve().parent
REPOSITORY = DOCS.parent

_BLOCK = re.compile(
    r"(?:<!-- (?P<what>file|more|section): (?P<name>\S+) -->\n+)?"
    r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<source>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = "$ tocmodel"


def pages() -> list[Path]:
    """Return every page that people write; those under ``reference`` are generated."""
    written = [page for page in DOCS.rglob("*.md") if not _is_made(page)]
    return [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *sorted(written)]


def _is_made(page: Path) -> bool:
    return page.relative_to(DOCS).parts[0] in ("reference", "_build")


def links(page: Path) -> list[str]:
    """Return the files in the repository that a page links to, with the anchors in them."""
    text = _INLINE.sub("", _FENCED.sub("", page.read_text(encoding="utf-8")))
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith("http")]


_FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<=[\s(])`[^`\n]+`(?=[\s.,;:)])")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    text = re.sub(
        r"^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    headings = re.findall(r"^#{1,6} (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def run_page(page: Path, folder: Path) -> str:
    """Run a page in a folder, and return its text with the real output of the commands.

    Raises:
        sybil.example.SybilFailure: a Python example does not do what the page shows.
    """
    python = PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)
    document = Document.parse(str(page), python, _shell_parser)
    written: list[tuple[int, int, str]] = []
    document.namespace["written"] = written
    with contextlib.chdir(folder):
        for example in document.examples():
            example.evaluate()
    text = document.text
    for start, end, output in reversed(written):
        text = text[:start] + output + text[end:]
    return text


def _shell_parser(document: Document) -> Iterable[Region]:
    for match in _BLOCK.finditer(document.text):
        if match["what"]:
            yield Region(*match.span(), parsed=match, evaluator=_write_file)
        elif match["language"] == "console":
            yield Region(*match.span(), parsed=match, evaluator=_run_commands)


def _write_file(example: Example) -> None:
    match = example.parsed
    path = Path(match["name"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if match["what"] == "section":
        name = re.escape(match["source"].partition(":")[0])
        section = re.compile(rf"^{name}:.*\n(?:(?!\S).*\n)*", re.MULTILINE)
        before, replaced = section.subn(lambda _: match["source"] + "\n", _text(path), count=1)
        if not replaced:
            raise ValueError(f"there is no section '{name}' in {path}")
        path.write_text(before, encoding="utf-8")
        return
    with path.open("w" if match["what"] == "file" else "a", encoding="utf-8") as file:
        file.write(match["source"])


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _run_commands(example: Example) -> None:
    match = example.parsed
    output = "".join(_answers(match["source"]))
    example.namespace["written"].append((*match.span("source"), output))


def _answers(source: str) -> Iterator[str]:
    """Return the block again, with the real output below each command."""
    ours = False
    for line in source.splitlines(keepends=True):
        if line.startswith("$ "):
            ours = line.startswith(_COMMAND)
            yield line
            if ours:
                yield _run(line.removeprefix("$ ").strip())
        elif not ours:
            yield line


def _run(command: str) -> str:
    words = shlex.split(command)[1:]
    typed = ""
    if words[-2:-1] == ["<"]:
        *words, _, name = words
        typed = _text(Path(name))
    if {"<", ">", "|"}.intersection(words):
        raise ValueError(f"{command}: no shell runs the commands of a page")
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "tocmodel", *words],
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    if "Traceback" in done.stdout:
        raise RuntimeError(f"{command}:\n{done.stdout}")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n" * bool(done.stdout)


def main() -> None:
    """Bring every page up to date."""
    for page in pages():
        with tempfile.TemporaryDirectory() as folder:
            text = run_page(page, Path(folder))
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(f"changed: {page.relative_to(REPOSITORY)}")  # noqa: T201


if __name__ == "__main__":
    main()
