"""What may go wrong while a command runs, said in words, with the right exit status."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from types import TracebackType

import click

from tocmodel.diagnostics import ModelFileError, TocModelError, did_you_mean

FINDINGS = 1
"""The exit status when a theory has findings that count."""

COULD_NOT_RUN = 2
"""The exit status when the command could not do its work."""

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""

PIPE_CLOSED = 141
"""The exit status when the program that read our output has ended, as shells have it."""


@contextlib.contextmanager
def failures_in_words(context: click.Context | None = None) -> Iterator[None]:
    """Turn what goes wrong inside into a sentence on standard error and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except click.NoSuchOption as error:
        raise _no_option(error) from error
    except ModelFileError as error:
        _say(context, str(error), error)
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
    except RecursionError as error:
        _say(context, "Error: something in the file is nested too deeply", error)
        raise click.exceptions.Exit(COULD_NOT_RUN) from error
    except MemoryError as error:
        _say(context, "Error: the computer has too little free memory for this", error)
        raise click.exceptions.Exit(COULD_NOT_RUN) from error


def _no_option(error: click.NoSuchOption) -> click.UsageError:
    """Name the nearest option in our own words: Click's differ from release to release."""
    command = error.ctx.command if error.ctx else None
    known = [name for item in (command.params if command else ()) for name in item.opts]
    near = did_you_mean(error.option_name, known)
    return click.UsageError(f"there is no option '{error.option_name}'{near}", error.ctx)


def own_mistake(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say that tocmodel itself is at fault; Python calls this for an error nobody caught.

    The traceback goes with it, as whoever mends the mistake needs it.
    """
    import traceback

    traceback.print_exception(kind, error, trace)
    click.echo(
        "\nThis is a mistake in tocmodel, not in your file. "
        "Please report it, with the lines above.",
        err=True,
    )
    raise SystemExit(COULD_NOT_RUN)


def _say(context: click.Context | None, text: str, error: BaseException) -> None:
    if context and context.meta.get("tocmodel.debug"):
        import traceback

        text = "".join(traceback.format_exception(error)) + text
    with contextlib.suppress(OSError):  # nobody may be left to hear it
        click.echo(text, err=True)


def _world(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the output cannot be written: the disk is full; make room and try again"
    reason = (error.strerror or str(error)).lower()
    return f"{reason}: '{error.filename}'" if error.filename else reason


def _silence_output() -> None:
    """Point standard output at nothing: Python would fail again when it flushes it at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
