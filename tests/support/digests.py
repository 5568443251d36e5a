"""Runs every command in every format on some examples, and prints a digest of each answer.

Run as ``python digests.py ORDER EXAMPLE...`` in a folder with the examples. The order ``backwards``
shows whether an answer depends on what ran before it. Prints JSON: each line and its digest.
"""

import hashlib
import json
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner
from commands import WRITING, formats

from tocmodel.cli.program import program
from tocmodel.fileformat.loading import load

FIXED = (
    "framework list",
    "framework show resilience",
    "describe outcomes",
    "describe checks",
    "describe TOC204",
    "schema",
    "schema framework",
    "help",
    "check --help",
    "completion zsh",
    "story form",
    "no-such-command",
)
"""Commands that answer without a theory."""


def questions(file: Path, other: Path) -> Iterator[str]:
    """Yield what is asked about a theory: every command that can write, without its format."""
    theory = load(file)
    name, frameworks = shlex.quote(str(file)), [*theory.frameworks, "value-creation"]
    elements = [*theory.conditions, *theory.outcomes, *theory.interventions]
    yield f"check {name}"
    yield from (f"draw {name}{view}" for view in ("", *(f" --view {id_}" for id_ in theory.views)))
    yield from (f"explain {name} {id_}" for id_ in (*elements[:1], *elements[-1:]))
    yield from (f"tell {name}{part}" for part in ("", " --plain"))
    yield from (f"pathways {name} {elements[-1]} {elements[0]}" for _ in elements[:1])
    yield from (f"value {name}{part}" for part in ("", " --matrix", " --claims", " --plan"))
    yield from (f"report {name}{part}" for part in ("", " --for board"))
    yield from (
        f"indicators {name}",
        f"progress {name}",
        f"review {name} --on 2026-09",
        f"review {name} --log",
        f"logframe {name}",
        f"matrix {name}",
        f"analyse {name}",
        f"portfolio {name}",
        f"story form --for {name}",
        f"changelog {name}",
    )
    yield from (f"framework coverage {name} {id_}" for id_ in frameworks[:1])
    yield from (f"show {name}{part}" for part in ("", " --links", f" {elements[-1]}"))
    yield f"diff {name} {shlex.quote(str(other))}"


def asked(files: list[Path]) -> Iterator[str]:
    """Yield every command line."""
    yield from FIXED
    for file, other in zip(files, [*files[1:], files[0]], strict=True):
        for line in questions(file, other):
            command = next(name for name in WRITING if line.startswith(name))
            yield from (f"{line} -o - -f {format_}" for format_ in formats(WRITING[command]))
    yield f"migrate {files[0]} --to value-creation --dry-run"


def answered(line: str) -> str:
    """Return a digest of the status, the answer and the messages."""
    done = CliRunner().invoke(program, shlex.split(line), prog_name="tocmodel")
    parts = (str(done.exit_code).encode(), done.stdout_bytes, done.stderr_bytes)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def main(order: str, files: list[str]) -> None:
    """Print the digests."""
    lines = [*asked([Path(file) for file in files])]
    found = {line: answered(line) for line in (lines[::-1] if order == "backwards" else lines)}
    sys.stdout.write(json.dumps({line: found[line] for line in lines}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
