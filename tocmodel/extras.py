"""Libraries that come with an extra: imported when they are first needed."""

from importlib import import_module
from types import ModuleType

from tocmodel.diagnostics import TocModelError


def extra_library(name: str, extra: str, what: str, instead: str = "") -> ModuleType:
    """Return a library that an extra installs.

    Args:
        name: the name of the module.
        extra: the extra that installs it.
        what: what needs it, as the subject of a sentence: ``Excel files need``.
        instead: what works without it; may be empty.

    Raises:
        TocModelError: it is not installed; the sentence has the command that installs it.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:  # another ImportError is no lack of software
        other = f", or {instead}" if instead else ""
        message = f"{what} more software: pip install 'tocmodel[{extra}]'{other}"
        raise TocModelError(message) from error
