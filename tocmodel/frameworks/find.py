"""Find frameworks: built-in ones by id, others by path."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from tocmodel.diagnostics import (
    ModelFileError,
    Problem,
    TocModelError,
    UnknownIdError,
    did_you_mean,
    shell_argument,
)
from tocmodel.formats import FRAMEWORK_SUFFIXES
from tocmodel.frameworks.model import Framework
from tocmodel.frameworks.read import read_framework, supplied
from tocmodel.self_describing import SelfDescribing
from tocmodel.system.project import beside, refusal

FRAMEWORKS = (
    "childrens-zone",
    "complex-contextual-analysis",
    "value-creation-2011",
    "value-creation",
    "communities-of-practice",
    "resilience",
    "academic-resilience",
    "co-production",
    "fairness-commission",
    "system-leadership",
    "self-directed-support",
    "multi-agency-partnership",
    "policy-influence",
    "impact-case-study",
    "inequality",
    "evidence-standards",
)
"""The ids of the frameworks that come with tocmodel."""

_HELP = "'tocmodel framework list' shows those that come with tocmodel"


@frozen
class ResolvedFrameworks(SelfDescribing):
    """The frameworks that a theory names.

    Attributes:
        found: framework by id.
        places: the place of each in the theory's ``frameworks``, by its id.
        problems: why a name has no framework, each with its place in ``frameworks``.
    """

    found: Mapping[str, Framework] = field(factory=lambda: MappingProxyType({}))
    places: Mapping[str, int] = field(factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()


def find_framework(name_or_path: str | Path, folder: str | Path | None = None) -> Framework:
    """Return a framework by its id or by the path of its file.

    Args:
        name_or_path: the id of a framework that comes with tocmodel, or a path.
        folder: the folder that a path starts from; the current one by default.

    >>> find_framework("resilience").categories["accepting"].title
    'Accepting'

    Raises:
        ModelFileError: the file does not hold a valid framework; it lists all the problems.
        UnknownIdError: there is no framework with this id.
        TocModelError: the file cannot be opened.
    """
    name = str(name_or_path)
    if name in FRAMEWORKS:
        return supplied(name)
    if not is_path(name):
        raise UnknownIdError(f"no framework '{name}'{did_you_mean(name, FRAMEWORKS)}; {_HELP}")
    read = read_framework(Path(folder or ".") / name)
    if read.framework is None:
        raise ModelFileError(read.findings)
    return read.framework


def resolve_frameworks(names: Iterable[str], file: str | Path = "<theory>") -> ResolvedFrameworks:
    """Return the frameworks that a theory names; ``file`` is the theory's file.

    A path starts from the theory's folder and may only lead to a file in its project.
    """
    found: dict[str, Framework] = {}
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for place, name in enumerate(names):
        framework, why, help_ = _look_up(name, file)
        if framework is not None and framework.id in found and framework != found[framework.id]:
            framework = None
            why, help_ = f"another framework has the id of '{name}'", "give one of them another id"
        if framework is None:
            problems.append(Problem(message=why, help=help_, pointer=("frameworks", place)))
        else:
            found.setdefault(framework.id, framework)
            places.setdefault(framework.id, place)
    return ResolvedFrameworks(MappingProxyType(found), MappingProxyType(places), tuple(problems))


def is_path(name: str) -> bool:
    """Return whether the name of a framework is the path of a file.

    >>> is_path("packs/ours.framework.yaml"), is_path("resilience")
    (True, False)
    """
    return name.endswith(FRAMEWORK_SUFFIXES) or "/" in name or "\\" in name


def _look_up(name: str, file: str | Path) -> tuple[Framework | None, str, str]:
    """Return a framework, or the reason why there is none and what to do."""
    if name in FRAMEWORKS:
        return supplied(name), "", ""
    if not is_path(name):
        return None, f"no framework '{name}'{did_you_mean(name, FRAMEWORKS)}", _HELP
    why = refusal(name, file)
    if why:
        reason, _, help_ = why.partition("; ")
        return None, f"the framework '{name}' is not read: {reason}", help_
    try:
        read = read_framework(beside(name, file))
    except TocModelError as error:
        reason, _, help_ = str(error).partition("; ")
        return None, reason.replace(str(beside(name, file)), name), help_
    if read.framework is None:
        first = read.findings[0]
        line = f" (line {first.span.line})" if first.span else ""
        help_ = f"'tocmodel framework show {shell_argument(name)}' lists all its problems"
        return None, f"'{name}' holds no valid framework: {first.message}{line}", help_
    return read.framework, "", ""
