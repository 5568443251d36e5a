"""The settings of a project: ``tocmodel.toml``, or a table in ``pyproject.toml``.

The nearest file wins: first the folder of the model, then the folder around it, and so on; in one
folder ``tocmodel.toml`` comes before ``pyproject.toml``.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from tocmodel.contrast import FOR_WORDS, WHITE, contrast, dark_enough
from tocmodel.diagnostics import Problem, Severity, TocModelError
from tocmodel.model.convert import FrozenDict, own_words, texts
from tocmodel.model.evidence import SUPPRESS_BELOW
from tocmodel.system.files import read_whole
from tocmodel.system.project import refusal
from tocmodel.system.reading import LARGEST_SETTINGS

_NAME = b"tocmodel"
"""Most projects' files do not mention tocmodel; a search for a word is quicker than parsing."""


def _severities(value: Mapping[str, str | Severity]) -> FrozenDict[str, Severity]:
    return FrozenDict({code: Severity(level) for code, level in value.items()})


@frozen(kw_only=True)
class BrandSettings:
    """The look of a project's pictures, as its configuration has it.

    Attributes:
        colours: the name of a stage or a kind to its colour.
        logo: the file of the logo; ``None`` without one.
        logo_text: what a screen reader says for the logo.
    """

    colours: FrozenDict[str, str] = field(factory=FrozenDict, converter=own_words)
    logo: Path | None = None
    logo_text: str = ""


@frozen(kw_only=True)
class Config:
    """The settings in a configuration file, or the defaults.

    Attributes:
        select: codes, beginnings of codes or names of the checks to run; empty means all.
        ignore: codes or names of the checks to leave out.
        severity: code or name to the severity of the check here.
        fail_on: the mildest severity that makes ``tocmodel check`` fail; ``None`` for never.
        suppress_below: the smallest count of people that ``--public`` shows.
        font: the font files for pictures.
        connections: databases with data: the name of each, and the variable of the environment that
            holds its address.
        brand: the colours and the logo of pictures.
        path: the file it was read from.
    """

    select: tuple[str, ...] = field(default=(), converter=texts)
    ignore: tuple[str, ...] = field(default=(), converter=texts)
    severity: FrozenDict[str, Severity] = field(factory=FrozenDict, converter=_severities)
    fail_on: Severity | None = Severity.ERROR
    suppress_below: int = SUPPRESS_BELOW
    font: tuple[Path, ...] = ()
    connections: FrozenDict[str, str] = field(factory=FrozenDict, converter=own_words)
    brand: BrandSettings = BrandSettings()
    path: Path | None = None


def find_config(folder: str | Path) -> Config:
    """Return the configuration that applies in a folder.

    Raises:
        TocModelError: the nearest configuration file cannot be read or has a mistake.
    """
    start = Path(folder).absolute()
    for place in (start, *start.parents):
        if (own := place / "tocmodel.toml").is_file():
            return _config(own, _toml(own))
        if (shared := place / "pyproject.toml").is_file() and _NAME in _read(shared):
            tools = _toml(shared).get("tool")
            table = tools.get("tocmodel") if isinstance(tools, dict) else None
            if table is not None:
                return _config(shared, table)
    return Config()


def _read(path: Path) -> bytes:
    help_ = "put the settings of tocmodel into a short tocmodel.toml"
    return read_whole(path, LARGEST_SETTINGS, help_)


def _toml(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  # most runs have no such file

    try:
        return tomllib.loads(_read(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TocModelError(f"cannot read '{path}': it is not UTF-8 text") from error
    except RecursionError as error:
        raise TocModelError(f"cannot read '{path}' as TOML: it is nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        reason = str(error)[:1].lower() + str(error)[1:]
        raise TocModelError(f"cannot read '{path}' as TOML: {reason}") from error


def _config(path: Path, data: dict[str, Any]) -> Config:
    from tocmodel.schema import problems  # noqa: PLC0415  # most runs have no such file

    found = problems(data, "config")
    if found:
        raise TocModelError("\n".join([f"'{path}' is not right:", *_lines(found)]))
    brand = data.get("brand", {})
    if faults := [*_pale_colours(brand.get("colours", {})), *_logo_faults(brand, path)]:
        raise TocModelError("\n".join([f"'{path}' is not right:", *faults]))
    fail_on = data.get("fail_on", "error")
    return Config(
        select=data.get("select", ()),
        ignore=data.get("ignore", ()),
        severity=data.get("severity", {}),
        fail_on=None if fail_on == "never" else Severity(fail_on),
        suppress_below=data.get("suppress_below", SUPPRESS_BELOW),
        font=tuple(path.parent / name for name in texts(data.get("font", ()))),
        connections=data.get("connections", {}),
        brand=BrandSettings(
            colours=brand.get("colours", {}),
            logo=path.parent / brand["logo"] if "logo" in brand else None,
            logo_text=brand.get("logo_text", ""),
        ),
        path=path,
    )


def _pale_colours(colours: Mapping[str, str]) -> Iterable[str]:
    """Yield each colour on which nobody could read white words, with the nearest that will do."""
    for name, colour in colours.items():
        near, found = dark_enough(colour.lower()), contrast(colour.lower(), WHITE)
        if near != colour.lower():
            yield (
                f"  white words cannot be read on the colour {colour} of '{name}': their contrast "
                f"is {found:g}:1, and {FOR_WORDS:g}:1 is needed; the nearest colour is {near}"
            )


def _logo_faults(brand: Mapping[str, Any], path: Path) -> Iterable[str]:
    if "logo" in brand and (why := refusal(brand["logo"], path)):
        yield f"  cannot use the logo '{brand['logo']}': {why}"


def _lines(problems: Iterable[Problem]) -> Iterable[str]:
    for problem in problems:
        yield f"  {problem.message}; {problem.help}" if problem.help else f"  {problem.message}"
