"""Read a survey map: which columns of a survey become which parts of a theory."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.diagnostics import Finding, ModelFileError
from tocmodel.schema import problems as schema_problems
from tocmodel.self_describing import SelfDescribing
from tocmodel.syntax import Tree, parse
from tocmodel.syntax.codes import file_finding

SCHEMA = "survey-map"
VERSION_KEY = "tocmodel_survey"

_TEXT_KEYS = frozenset({"period", "counts", "leave_out"})
"""Keys whose numbers are texts: 2025, or the code 01."""


@frozen(kw_only=True)
class AnswerMap(SelfDescribing):
    """Where one thing comes from.

    Attributes:
        column: the heading of the column; empty for a value that all rows share.
        codes: what each answer means; empty where answers are taken as they are.
        always: the value that all rows share.
    """

    column: str = ""
    codes: Mapping[str, str] = field(factory=dict)
    always: str = ""


@frozen(kw_only=True)
class FigureMap(SelfDescribing):
    """What to count for one indicator; the keys are those of the schema."""

    indicator: str
    column: str
    period: str
    counts: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    separator: str = ""
    statistic: str = ""
    of_what: str = ""
    source: str = ""
    by: Mapping[str, AnswerMap] = field(factory=dict)
    only_where: Mapping[str, tuple[str, ...]] = field(factory=dict)


@frozen(kw_only=True)
class StoryMap(SelfDescribing):
    """Which columns make a story; the steps have a cycle and the map of each field."""

    fields: Mapping[str, AnswerMap]
    steps: tuple[tuple[str, Mapping[str, AnswerMap]], ...]
    only_where: Mapping[str, tuple[str, ...]] = field(factory=dict)


@frozen(kw_only=True)
class SurveyMap(SelfDescribing):
    """How the columns of a survey become stories and figures.

    Attributes:
        path: the file of the map.
        sheet: the sheet of a workbook; empty for its only one.
        dates: how dates are meant that can be read in two ways; empty where that is not stated.
        stories: the map of stories; ``None`` without one.
        figures: what to count.
    """

    path: str
    sheet: str = ""
    dates: str = ""
    stories: StoryMap | None = None
    figures: tuple[FigureMap, ...] = ()


def read_map(data: bytes, path: str) -> SurveyMap:
    """Read a survey map: YAML, or JSON if the name ends in ``.json``.

    Raises:
        ModelFileError: the map is not as its schema describes it; each fault has its place.
    """
    tree = parse(data, path, _TEXT_KEYS)
    found = [*tree.findings, *(_faults(tree) if tree.data is not None else ())]
    if found:
        raise ModelFileError(found)
    body: Mapping[str, Any] = tree.data
    stories = body.get("stories")
    return SurveyMap(
        path=path,
        sheet=body.get("sheet", ""),
        dates=body.get("dates", ""),
        stories=_stories(stories) if stories else None,
        figures=tuple(_figure(id_, item) for id_, item in body.get("indicators", {}).items()),
    )


def _faults(tree: Tree) -> Iterator[Finding]:
    for problem in schema_problems(tree.data, SCHEMA):
        span = tree.span(problem.pointer, key=problem.key)
        yield file_finding(
            "not-as-described",
            problem.message,
            span=span,
            pointer=problem.pointer,
            help=problem.help,
        )


def _stories(body: Mapping[str, Any]) -> StoryMap:
    return StoryMap(
        fields={
            ("story" if key == "title" else key): _answer(item)
            for key, item in body.items()
            if key not in ("steps", "only_where")
        },
        steps=tuple(
            (step["cycle"], {key: _answer(item) for key, item in step.items() if key != "cycle"})
            for step in body["steps"]
        ),
        only_where=_where(body),
    )


def _figure(id_: str, body: Mapping[str, Any]) -> FigureMap:
    return FigureMap(
        indicator=id_,
        counts=_texts(body.get("counts")),
        leave_out=_texts(body.get("leave_out")),
        by={key: _answer(item) for key, item in body.get("by", {}).items()},
        only_where=_where(body),
        period=str(body["period"]),
        **{
            key: body.get(key, "")
            for key in ("column", "separator", "statistic", "of_what", "source")
        },
    )


def _answer(item: str | Mapping[str, Any]) -> AnswerMap:
    if isinstance(item, str):
        return AnswerMap(column=item)
    codes = {folded(str(code)): meaning for code, meaning in item.get("codes", {}).items()}
    return AnswerMap(column=item.get("column", ""), codes=codes, always=item.get("always", ""))


def _where(body: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {column: _texts(answers) for column, answers in body.get("only_where", {}).items()}


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(folded(str(item)) for item in items)


def folded(text: str) -> str:
    """Return an answer for comparison: in lower case, and with single spaces.

    >>> folded(" Yes,  always")
    'yes, always'
    """
    return " ".join(text.casefold().split())
