"""``tocmodel story read --map``: read a survey with a row for each person into a theory."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tocmodel.cli.models import read_model, shown, theory_in
from tocmodel.cli.output import change_file
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.conversion.sheets import LIMITS
from tocmodel.conversion.survey import SurveyMap, SurveyResult, read_map, read_survey
from tocmodel.conversion.survey.figures import CountedFigure
from tocmodel.diagnostics import MOST_PROBLEMS, TocModelError, shell_argument
from tocmodel.fileformat.editing.update import updated_text
from tocmodel.model import TheoryOfChange
from tocmodel.stories.model import FormProblem
from tocmodel.system.files import read_bytes
from tocmodel.wording import counted, figure_words

LARGEST_MAP = 1024 * 1024
_MOST_ANSWERS = 12
_FEW = 10
"""A figure of fewer people is remarked on; small numbers are a matter of each partnership."""


def read_surveys(paths: Sequence[Path], map_: Path, into: Path, *, dry_run: bool) -> bool:
    """Add the answers in some surveys to a theory; if any is wrong, report it and return False.

    Raises:
        ModelFileError: the map is not as its schema describes it.
        TocModelError: a file cannot be opened or written.
    """
    if map_ == STDIN:
        raise TocModelError("a map is read from a file, not from standard input; name the file")
    document = read_model(into)
    theory = theory_in(document)
    if theory is None:
        return False
    asked = _read_map(map_)
    results: list[SurveyResult] = []
    for path in paths:
        data = read_bytes(path, LIMITS.size)
        results.append(read_survey(data, shown(path), asked, theory))
        theory = results[-1].theory
    problems = [problem for result in results for problem in result.problems]
    if problems:
        _print_problems(problems)
        print_message(f"Nothing was written to {into}.")
        return False
    text = updated_text(document, theory)
    if not dry_run and text != document.tree.text:
        change_file(into, text)
    for path, result in zip(paths, results, strict=True):
        for line in _lines(path, result, theory, dry_run=dry_run):
            print_message(line)
    if not dry_run:
        print_message(f"Next: run  tocmodel check {shell_argument(into)}")
    return True


def _print_problems(problems: Sequence[FormProblem]) -> None:
    for problem in problems[:MOST_PROBLEMS]:
        print_message(str(problem))
    if len(problems) > MOST_PROBLEMS:
        print_message(f"and {len(problems) - MOST_PROBLEMS:,} more problems")


def _read_map(path: Path) -> SurveyMap:
    data = read_bytes(path, LARGEST_MAP)
    if len(data) > LARGEST_MAP:
        raise TocModelError(f"'{shown(path)}' is larger than a map: 1 MiB")
    return read_map(data, shown(path))


def _lines(
    path: Path, result: SurveyResult, theory: TheoryOfChange, *, dry_run: bool
) -> Iterator[str]:
    """Yield what a survey added, how it was counted, and what was not read."""
    done = "Would add" if dry_run else "Added"
    yield f"{shown(path)}: {counted(result.people, 'person', 'people')} answered."
    for id_, story in result.stories.items():
        yield f"{done} {id_}: {story.title}"
    for item in result.figures:
        yield f"{done} to {item.indicator}: {_figure(item, theory)}"
        yield f"  {_answers(item)}"
    for item in result.repeated:
        yield f"Already in {item.indicator}: {_figure(item, theory)}"
    few = [item for item in result.figures if _people(item) < _FEW]
    if few:
        yield (
            f"Note: {counted(len(few), 'figure is', 'figures are')} of fewer than {_FEW} people, "
            "who may be recognised: leave out 'by' in the map, or set 'suppress_below' before you "
            "publish"
        )
    if result.personal_read:
        names = ", ".join(f"'{name}'" for name in result.personal_read)
        yield f"Note: the map reads columns that look personal: {names}"
    if result.unread:
        personal = ", ".join(f"'{name}'" for name in result.personal)
        of_these = f"; of these, {personal} may name a person" if personal else ""
        yield f"Not read, as the map does not name them: {len(result.unread):,} columns{of_these}"


def _people(item: CountedFigure) -> int:
    return sum(number for _, number, how in item.answers if how is not None)


def _figure(item: CountedFigure, theory: TheoryOfChange) -> str:
    return figure_words(item.figure, theory.indicators[item.indicator].unit)


def _answers(item: CountedFigure) -> str:
    """Return how often each answer was given, and which of them count."""
    words = {True: "counted", False: "not counted", None: "left out"}
    parts = []
    for counts, label in words.items():
        found = [f"'{text:.40}' {number:,}" for text, number, how in item.answers if how is counts]
        more = [f"and {len(found) - _MOST_ANSWERS} more"] if len(found) > _MOST_ANSWERS else []
        if found:
            parts.append(f"{label}: {', '.join((*found[:_MOST_ANSWERS], *more))}")
    if item.silent:
        parts.append(f"no answer: {item.silent:,}")
    return "; ".join(parts)
