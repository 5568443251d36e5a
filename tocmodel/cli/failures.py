"""What can go wrong while a command runs: a sentence on standard error and an exit status."""

import contextlib
import errno
import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from types import TracebackType

import click

from tocmodel.characters import terminal_lines
from tocmodel.diagnostics import Finding, ModelFileError, TocModelError, did_you_mean

FINDINGS = 1
"""The exit status when a theory has findings that count."""

COULD_NOT_RUN = 2
"""The exit status when the command could not do its work."""

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""

PIPE_CLOSED = 141
"""The exit status when the program that read our output has ended, as shells have it."""


@contextlib.contextmanager
def report_failures(context: click.Context | None = None) -> Iterator[None]:  # noqa: C901  (flat)
    """Turn what goes wrong inside into a sentence on standard error and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError:
        raise  # the help is the message
    except click.UsageError as error:
        raise _in_our_words(error) from error
    except ModelFileError as error:
        _say(context, "\n".join(_with_help(error.findings)), error)
        raise click.exceptions.Exit(FINDINGS) from error
    except TocModelError as error:
        _say(context, f"Error: {error}", error)
        raise click.exceptions.Exit(COULD_NOT_RUN) from error
    except (KeyboardInterrupt, click.Abort) as error:
        raise click.exceptions.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        _silence_output()
        raise click.exceptions.Exit(PIPE_CLOSED) from error
    except OSError as error:
        _silence_output()
        _say(context, f"Error: {_world(error)}", error)
        raise click.exceptions.Exit(COULD_NOT_RUN) from error
    except (RecursionError, MemoryError, ImportError) as error:
        reason = _limit(error)
        if not reason:
            raise
        _say(context, f"Error: {reason}", error)
        raise click.exceptions.Exit(COULD_NOT_RUN) from error
    except BaseException as error:  # the panic of a library in Rust is no Exception
        if not _is_panic_for_lack_of_memory(error):
            raise
        _say(context, f"Error: {_NO_MEMORY}", error)
        raise click.exceptions.Exit(COULD_NOT_RUN) from error


def _in_our_words(error: click.UsageError) -> click.UsageError:
    if isinstance(error, click.NoSuchOption):
        return _no_option(error)
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    return click.UsageError(terminal_lines(error.format_message()), error.ctx)


def _no_option(error: click.NoSuchOption) -> click.UsageError:
    """Name the nearest option in our own words: Click's differ from release to release."""
    command = error.ctx.command if error.ctx else None
    known = [name for item in (command.params if command else ()) for name in item.opts]
    near = did_you_mean(error.option_name, known)
    return click.UsageError(f"there is no option '{error.option_name}'{near}", error.ctx)


def _missing(error: click.MissingParameter) -> click.UsageError:
    """Name the argument or option that is missing, with the first example of the command."""
    name = error.param.opts[0] if isinstance(error.param, click.Option) else _metavar(error)
    examples = _EXAMPLE.search((error.ctx.command.epilog or "") if error.ctx else "")
    example = f"; an example: {examples[1]}" if examples else ""
    return click.UsageError(f"{name} is missing{example}", error.ctx)


def _metavar(error: click.MissingParameter) -> str:
    """Return what the help calls an argument: FILE for ``FILE...``."""
    if error.param is None or error.ctx is None:
        return "what is missing"
    return error.param.make_metavar(error.ctx).strip("[].")


_EXAMPLE = re.compile(r"^ +(tocmodel \S.*?)(?:  .*)?$", re.MULTILINE)
"""The first example of the help, without the words beside it."""


def own_mistake(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Report a mistake in tocmodel itself; Python calls this for an error that nobody caught.

    The traceback comes first, for those who fix the mistake.
    """
    import traceback

    traceback.print_exception(kind, error, trace)
    click.echo(
        "\nThis is a mistake in tocmodel, not in your file. "
        "Please report it, with the lines above.",
        err=True,
    )
    raise SystemExit(COULD_NOT_RUN)


def _with_help(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield each finding and its advice; advice for several in a row comes once, after the last."""
    for finding, next_one in zip_longest(findings, findings[1:]):
        yield str(ModelFileError([finding]))
        if finding.help and (next_one is None or next_one.help != finding.help):
            yield f"  help: {finding.help}"


def _say(context: click.Context | None, text: str, error: BaseException) -> None:
    if context and context.meta.get("tocmodel.debug"):
        import traceback

        text = "".join(traceback.format_exception(error)) + text
    with contextlib.suppress(OSError):  # nobody may be left to read it
        click.echo(terminal_lines(text), err=True)


def _limit(error: RecursionError | MemoryError | ImportError) -> str:
    """Return which limit of the computer was met; nothing if it is a mistake of our own."""
    if isinstance(error, RecursionError):
        return "something in the file is nested too deeply"
    if any(map(_is_for_lack_of_memory, _chain(error))):
        return _NO_MEMORY
    if isinstance(error, ImportError) and Path(error.path or "").suffix in _COMPILED:
        return f"the library '{error.path}' cannot be loaded; install tocmodel again"
    return ""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that led to it: a library may try something else after one."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_for_lack_of_memory(error: BaseException) -> bool:
    return isinstance(error, MemoryError) or any(words in str(error) for words in _NO_ROOM)


def _is_panic_for_lack_of_memory(error: BaseException) -> bool:
    return type(error).__name__ == "PanicException" and "MemoryError" in str(error)


_NO_MEMORY = "the computer has too little free memory for this"
_NO_ROOM = ("failed to map", "cannot allocate", "Cannot allocate")
"""What the system says if there is no room for a compiled library."""
_COMPILED = (".so", ".pyd", ".dylib", ".dll")


def _world(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the output cannot be written: the disk is full; make room and try again"
    if error.errno == errno.EBADF and not error.filename:
        return "the output cannot be written: standard output is closed; use --output FILE"
    if error.errno == errno.ENOENT and not error.filename and not _has_folder():
        return "the current folder is gone; go to another one and try again"
    if error.errno == errno.ENOMEM:
        return "the computer has too little free memory for this"
    reason = (error.strerror or str(error)).lower()
    return f"{reason}: '{error.filename}'" if error.filename else reason


def _has_folder() -> bool:
    try:
        return bool(Path.cwd())
    except OSError:
        return False


def _silence_output() -> None:
    """Point standard output at nothing: Python would fail again when it flushes it at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
