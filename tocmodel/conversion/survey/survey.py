"""Read a survey into a theory: stories and figures, or the problems that stand in the way."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from tocmodel.conversion.survey.figures import CountedFigure, counted_figures
from tocmodel.conversion.survey.read_map import AnswerMap, SurveyMap
from tocmodel.conversion.survey.rows import Survey, personal_columns, read_rows
from tocmodel.conversion.survey.story_rows import story_form
from tocmodel.diagnostics import did_you_mean
from tocmodel.model import Figure, Indicator, Story, TheoryOfChange
from tocmodel.stories.merge_into_theory import merge_into_theory
from tocmodel.stories.model import FormProblem


@frozen(kw_only=True)
class SurveyResult:
    """What a survey adds to a theory.

    Attributes:
        theory: the theory with it.
        stories: the new stories, by their ids.
        figures: the new figures.
        repeated: figures that the theory has already.
        people: the number of rows.
        unread: the headings of columns that the map does not name.
        personal: the headings among them that look as if their columns name a person.
        personal_read: headings of the same look that the map does name.
        problems: what could not be read, by row and column; if there is any, nothing is added.
    """

    theory: TheoryOfChange
    stories: Mapping[str, Story] = field(factory=dict)
    figures: tuple[CountedFigure, ...] = ()
    repeated: tuple[CountedFigure, ...] = ()
    people: int = 0
    unread: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    personal_read: tuple[str, ...] = ()
    problems: tuple[FormProblem, ...] = ()


def read_survey(data: bytes, path: str, asked: SurveyMap, theory: TheoryOfChange) -> SurveyResult:
    """Read a survey with a row for each person into a theory.

    Only columns that the map names are read.

    Args:
        data: the survey: CSV or a workbook.
        path: its name.
        asked: the map.
        theory: the theory.

    Raises:
        ForeignFileError: it is no table, or the map names none of its sheets.
        UnreadableFileError: it is a workbook that is damaged or too large.
    """
    survey = read_rows(data, path, asked.sheet)
    merged = merge_into_theory([story_form(survey, asked)], theory) if asked.stories else None
    counted = list(_figures(survey, asked, theory))
    new, repeated = _sorted(survey, counted, theory)
    read = {name for name in (survey.column(text) for text in _columns(asked)) if name is not None}
    heads = [(place, text) for place, text in enumerate(survey.head) if text]
    unread = [text for place, text in heads if place not in read]
    stories = merged.stories if merged else {}
    problems = (*survey.problems, *(_own_problems(merged.problems) if merged else ()))
    return SurveyResult(
        theory=_with(theory, stories, new),
        stories=stories,
        figures=tuple(new),
        repeated=tuple(repeated),
        people=len(survey.rows),
        unread=tuple(unread),
        personal=personal_columns(unread),
        personal_read=personal_columns(text for place, text in heads if place in read),
        problems=tuple(dict.fromkeys(problems)),
    )


def _own_problems(problems: Sequence[FormProblem]) -> Iterator[FormProblem]:
    """Yield the problems of stories; that nobody told one is none."""
    return (item for item in problems if item.place)


def _columns(asked: SurveyMap) -> Iterator[str]:
    """Yield the headings that a map names."""
    answers: list[AnswerMap] = []
    if asked.stories:
        answers += asked.stories.fields.values()
        answers += [item for _, fields in asked.stories.steps for item in fields.values()]
        yield from asked.stories.only_where
    for figure in asked.figures:
        answers += figure.by.values()
        yield figure.column
        yield from figure.only_where
    yield from (item.column for item in answers if item.column)


def _figures(survey: Survey, asked: SurveyMap, theory: TheoryOfChange) -> Iterator[CountedFigure]:
    for item in asked.figures:
        indicator = theory.indicators.get(item.indicator)
        if indicator is None:
            near = did_you_mean(item.indicator, theory.indicators)
            message = f"the theory has no indicator '{item.indicator:.80}'{near}"
            survey.add_problem("", message, "add it under 'indicators', or correct the map")
        elif item.source and item.source not in theory.sources:
            near = did_you_mean(item.source, theory.sources)
            message = f"the theory has no source '{item.source:.80}'{near}"
            survey.add_problem("", message, "add it under 'sources', or correct the map")
        else:
            yield from counted_figures(survey, item, indicator)


def _sorted(
    survey: Survey, counted: Sequence[CountedFigure], theory: TheoryOfChange
) -> tuple[list[CountedFigure], list[CountedFigure]]:
    """Return the figures that are new, and those that the theory has; others are problems."""
    new, repeated = [], []
    for item in counted:
        there = _there(theory.indicators[item.indicator], item)
        if there == item.figure:
            repeated.append(item)
        elif there is None:
            new.append(item)
        else:
            message = (
                f"the indicator '{item.indicator}' has another figure for {item.figure.period}: "
                f"{there.value}, not {item.figure.value}"
            )
            survey.add_problem("", message, "remove it from the theory first, or correct the map")
    return new, repeated


def _there(indicator: Indicator, item: CountedFigure) -> Figure | None:
    about = item.figure
    return next(
        (
            figure
            for figure in indicator.observations
            if (figure.period, figure.by, figure.source, figure.subgroup, figure.place)
            == (about.period, about.by, about.source, about.subgroup, about.place)
        ),
        None,
    )


def _with(
    theory: TheoryOfChange, stories: Mapping[str, Story], figures: Sequence[CountedFigure]
) -> TheoryOfChange:
    indicators = dict(theory.indicators)
    for item in figures:
        held = indicators[item.indicator]
        observations = (*held.observations, item.figure)
        indicators[item.indicator] = evolve(held, observations=observations)
    return evolve(theory, stories={**theory.stories, **stories}, indicators=indicators)
