"""``tocmodel new --guide``: the questions of the guide in a terminal, or answers from a file.

Lines are printed one below the other, without colour as a meaning and without moving the cursor,
so that a screen reader reads them in order. The file is written after every answer, and read again
before it, so that an editor may have it open at the same time.
"""

import contextlib
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from tocmodel import checks
from tocmodel.characters import terminal_text
from tocmodel.cli.failures import INTERRUPTED
from tocmodel.cli.models import read_model, require_theory, stem
from tocmodel.cli.output import change_file
from tocmodel.cli.streams import has_colour
from tocmodel.diagnostics import Severity, TocModelError, shell_argument
from tocmodel.fileformat.document import Document
from tocmodel.guide import COMMANDS, STEPS, Guide, answer, begin, reread, tidy, unanswered
from tocmodel.guide.edits import shortened_id
from tocmodel.system.files import noting_reads
from tocmodel.wording import counted

WIDTH = 78
LONGEST_TYPED = 1024 * 1024
"""The most bytes of a line from a pipe; a person types far less."""
MOST_TYPED = 10_000
"""The most lines that the guide reads in one run."""
MOST_FINDINGS = 5
"""How many findings the end of the guide lists; ``tocmodel check`` lists all."""


def run_guide(path: Path) -> None:
    """Ask the questions about the theory in a file, until the end or until the person stops.

    Raises:
        TocModelError: the file cannot be read or written.
    """
    guide = begin(_read(path))
    _say(_welcome(path))
    try:
        guide = _ask_all(guide, path)
    except KeyboardInterrupt:
        _say(["", *_stopped(path)])
        raise click.exceptions.Exit(INTERRUPTED) from None
    _say(_stopped(path) if guide.is_stopped else _ended(guide, path))


def ask_title() -> tuple[str, Path]:
    """Ask for the title of a theory that has no file yet, and return the name of its file too.

    Raises:
        TocModelError: there is no answer, or there is a file of this name.
    """
    _say(["What is the name of your partnership, programme or project?"], strong=True)
    _say(["  For example: Harbour Family Zone"])
    title = tidy(_line() or "")
    if not title:
        raise TocModelError("name the file to write: tocmodel new --guide NAME.toc.yaml")
    path = Path(f"{shortened_id(title) or 'theory'}.toc.yaml")
    if path.exists():
        raise TocModelError(
            f"'{path}' exists already; to carry on with it, type: tocmodel new --guide {path}"
        )
    return title, path


def _ask_all(guide: Guide, path: Path) -> Guide:
    asked, step = "", None
    for _ in range(MOST_TYPED):
        if not guide.at or guide.is_stopped:
            return guide
        # After an answer that others may follow, the reply is enough.
        if guide.at != asked or len(guide.said) > 1:
            _ask(guide, with_step=guide.step is not step)
        asked, step = guide.at, guide.step
        guide = _with_next_line(guide, path)
    return answer(guide, "stop")


def _with_next_line(guide: Guide, path: Path) -> Guide:
    """Read a line, and put what it says into the file."""
    typed = _line()
    if typed is None:
        return answer(guide, "stop")
    for line in typed.splitlines() or [""]:  # a terminal may deliver pasted lines as one
        with noting_reads():
            document = _read(path)
            if document.tree.text != guide.text:
                guide = reread(guide, document)
                _say(["The file has changed in the meantime; its new content is used."])
            before = guide.text
            guide = answer(guide, line)
            if guide.text != before:
                change_file(path, guide.text)
        _say(guide.said)
    return guide


def _read(path: Path) -> Document:
    document = read_model(path)
    require_theory(document)
    return document


def _line() -> str | None:
    """Return the next line that a person types, or that standard input has; ``None`` at its end."""
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):  # Windows has none
            import readline  # noqa: F401  # lets people correct and recall what they type
        while True:
            try:
                return input("> ")
            except EOFError:
                _say([""])
                return None
            except UnicodeDecodeError:
                _say(["That line could not be read as text; type it again."])
    raw = sys.stdin.buffer.readline(LONGEST_TYPED + 1)
    if len(raw) > LONGEST_TYPED:
        raise TocModelError(
            "standard input has a line of more than 1 MiB, which is too long for an answer"
        )
    line = raw.decode("utf-8", "replace")
    if not line:
        return None
    _say([f"> {line.rstrip()}"])
    return line.rstrip("\r\n")


def _welcome(path: Path) -> Iterator[str]:
    yield f"Your answers go into {path}, one by one; you can change them there at any time."
    yield "Press Enter to skip a question. These words are commands:"
    for word, meaning in COMMANDS.items():
        yield f"  {word:7} {meaning}"


def _ask(guide: Guide, *, with_step: bool) -> None:
    """Print the question, with the heading of its step if it is another step than before."""
    question = guide.question
    if question is None:
        return
    number, count = guide.place
    step = guide.step
    _say([""])
    if with_step:
        _say([f"Step {STEPS.index(step) + 1} of {len(STEPS)}: {step.title}"], strong=True)
        _say([*_wrapped(step.about), ""])
    _say(_wrapped(question.words), strong=True)
    _say(_wrapped(f"For example: {question.example}", "  "))
    for place, choice in enumerate(question.choices, 1):
        _say(_wrapped(choice.words, f"    {place}  ", "       "))
    if question.so_far:
        note = " (a new answer replaces it)" if question.is_single else ""
        _say(_wrapped(f"So far{note}: {'; '.join(question.so_far)}", "  "))
    _say([f"  (question {number} of {count} in this step; Enter moves on)"])


def _wrapped(text: str, margin: str = "", further: str | None = None) -> list[str]:
    """Return a text in lines that fit a terminal of 80 columns; no word is cut.

    Args:
        text: the text.
        margin: what is before the first line.
        further: what is before the other lines, if it differs.
    """
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin if further is None else further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _stopped(path: Path) -> Iterator[str]:
    yield f"Everything is saved in {path}. To carry on another day:"
    yield f"  tocmodel new --guide {shell_argument(path)}"


def _ended(guide: Guide, path: Path) -> Iterator[str]:
    yield ""
    yield f"That was the last question. Your theory is in {path}."
    left = unanswered(guide)
    if left:
        steps = _numbered("step", list(left))
        number = counted(sum(left.values()), "question")
        verb = "has" if number.startswith("1 ") else "have"
        yield from _wrapped(f"{number} {verb} no answer yet, in {steps}.")
    yield ""
    yield from _next_findings(guide.document)
    name = shell_argument(path)
    page = shell_argument(path.with_name(f"{stem(path)}.html"))
    first = f"; the word 'step {next(iter(left))}' goes to that step" if left else ""
    yield "Now you can type:"
    for command, meaning in (
        (f"tocmodel check {name}", "see all of this, with its place in the file"),
        (f"tocmodel draw {name} -o {page}", "draw it on a page for a web browser"),
        (f"tocmodel new --guide {name}", f"answer more questions{first}"),
    ):
        yield f"  {command}"
        yield f"      {meaning}"


def _numbered(noun: str, numbers: Sequence[int]) -> str:
    """Return some numbers with their noun.

    >>> _numbered("step", [4]), _numbered("step", [1, 3, 8])
    ('step 4', 'steps 1, 3 and 8')
    """
    *first, last = map(str, numbers)
    return f"{noun}s {', '.join(first)} and {last}" if first else f"{noun} {last}"


def _next_findings(document: Document) -> Iterator[str]:
    """Yield what ``tocmodel check`` would report first, and what explains each."""
    found = checks.check(document)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    if not found:
        yield "'tocmodel check' finds nothing to improve."
        return
    state = f"It has {counted(errors, 'error')}." if errors else "It has no errors."
    yield f"{state} What to look at next:"
    short = checks.group(found)
    for finding in short[:MOST_FINDINGS]:
        yield from _wrapped(finding.message, "  - ", "    ")
        yield f"      tocmodel describe {finding.code}"
    if len(short) > MOST_FINDINGS:
        yield f"  and {len(short) - MOST_FINDINGS} more."
    yield ""


def _say(lines: Iterable[str], *, strong: bool = False) -> None:
    for line in map(terminal_text, lines):
        click.echo(click.style(line, bold=True) if strong and has_colour(sys.stdout) else line)
