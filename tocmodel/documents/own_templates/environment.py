"""The sandbox of a template, and its mistakes in one sentence.

A template is a program of the user's own, and runs only because a person names it. jinja2's sandbox
keeps it from anything but the variables; it can include other files of its folder, and no more.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.documents.own_templates.variables import VARIABLES
from tocmodel.system.files import read_whole

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

LARGEST_TEMPLATE = 20 * 2**20
"""The largest template that is read, in bytes: a Word document with a picture on its first page."""


LARGEST_UNPACKED = 100 * 2**20
"""The most bytes that a Word template unpacks to."""

_FUNCTIONS = ("range", "dict", "namespace")
"""The functions of jinja2 that a template has besides its filters; none depends on chance."""


def sandbox(
    folder: Path | None, finalize: Callable[[Any], Any], *, autoescape: bool
) -> "SandboxedEnvironment":
    """Return the environment of a template.

    Args:
        folder: the folder whose files it can include; ``None`` for none.
        finalize: what is done to every value before it is written.
        autoescape: whether values are escaped for XML and HTML.
    """
    from jinja2 import FunctionLoader, StrictUndefined  # noqa: PLC0415  (slow to load)
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415  (slow to load)

    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _included(folder, name)),
        undefined=StrictUndefined,
        autoescape=autoescape,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals = {name: made.globals[name] for name in _FUNCTIONS}
    return made


def _included(folder: Path | None, name: str) -> str | None:
    """Return the text of a file in the folder of a template; nothing from anywhere else."""
    if folder is None:
        return None
    base = folder.resolve()
    path = (base / name).resolve()
    if not path.is_relative_to(base) or not path.is_file():
        return None
    return template_text(path)


def template_text(path: Path) -> str:
    """Return the text of a template.

    Raises:
        TocModelError: it cannot be read, is too large, or is not UTF-8.
    """
    try:
        return read_whole(path, LARGEST_TEMPLATE).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        name = terminal_text(path.name)
        raise TocModelError(f"'{name}' is not text in UTF-8; save it as UTF-8") from error


@contextmanager
def mistakes_of(template: Path) -> Iterator[None]:
    """Turn what is wrong with a template into one sentence.

    Raises:
        TocModelError: the template has a mistake.
    """
    from jinja2 import TemplateError, TemplateNotFound, UndefinedError  # noqa: PLC0415  (slow)

    name = terminal_text(template.name)
    try:
        yield
    except TocModelError:
        raise
    except TemplateNotFound as error:
        raise TocModelError(
            f"'{name}' includes '{terminal_text(str(error.name))}', which is not in its folder"
        ) from error
    except UndefinedError as error:
        raise TocModelError(f"in '{name}', {_undefined(str(error))}") from error
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"{name}:{line}" if line else name
        raise TocModelError(f"{where}: {terminal_text(str(error.message or error))}") from error
    except (
        ArithmeticError,
        LookupError,
        OverflowError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise TocModelError(f"'{name}' cannot be filled: {terminal_text(str(error))}") from error


def _undefined(message: str) -> str:
    """Return what is wrong with an unknown variable, with the nearest one.

    >>> _undefined("'sumary' is undefined")
    "there is no variable 'sumary'; did you mean 'summary'?"
    """
    parts = message.split("'")
    if message.endswith("is undefined") and len(parts) == 3:
        near = did_you_mean(parts[1], VARIABLES) or f"; there are {', '.join(VARIABLES)}"
        return f"there is no variable '{terminal_text(parts[1])}'{near}"
    return terminal_text(message)


Variables = Mapping[str, Any]
