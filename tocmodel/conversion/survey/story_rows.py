"""Stories from the rows of a survey, one for each person who told something."""

from collections.abc import Iterator, Mapping

from tocmodel.conversion.sheets import TableRow
from tocmodel.conversion.survey.dates import read_date
from tocmodel.conversion.survey.read_map import AnswerMap, StoryMap, SurveyMap, folded
from tocmodel.conversion.survey.rows import Survey
from tocmodel.diagnostics import MOST_PROBLEMS
from tocmodel.stories.model import FilledField, Form, FormStory

_TITLE_WORDS = 8


def story_form(survey: Survey, asked: SurveyMap) -> Form:
    """Return the stories of a survey as those of a form, with a place for each answer."""
    stories = asked.stories
    if stories is None:
        return Form(path=survey.path)
    titles: dict[str, int] = {}
    return Form(path=survey.path, stories=tuple(_stories(survey, stories, asked.dates, titles)))


def _stories(
    survey: Survey, stories: StoryMap, dates: str, titles: dict[str, int]
) -> Iterator[FormStory]:
    for row in survey.rows_where(stories.only_where):
        if len(survey.problems) > MOST_PROBLEMS:
            return
        steps = tuple(_steps(survey, row, stories, dates))
        if not steps:
            continue
        fields = _fields(survey, row, stories.fields, dates)
        title = fields.get("story") or _first_words(steps[0]["says"])
        yield FormStory(fields={**fields, "story": _own(title, titles)}, steps=steps)


def _steps(
    survey: Survey, row: TableRow, stories: StoryMap, dates: str
) -> Iterator[Mapping[str, FilledField]]:
    for cycle, fields in stories.steps:
        found = _fields(survey, row, fields, dates)
        if "says" in found:
            yield {"cycle": FilledField(cycle, found["says"].place), **found}


def _fields(
    survey: Survey, row: TableRow, fields: Mapping[str, AnswerMap], dates: str
) -> dict[str, FilledField]:
    found: dict[str, FilledField] = {}
    for name, item in fields.items():
        answer = survey.answer(row, item)
        if answer is not None and name == "date":
            answer = _date(survey, answer, dates)
        if answer is not None:
            found[name] = FilledField(" ".join(answer.text.split()), answer.place)
    return found


def _date(survey: Survey, answer: FilledField, dates: str) -> FilledField | None:
    read = read_date(answer.text, dates)
    if read.message:
        survey.add_problem(answer.place, read.message, read.help)
        return None
    return FilledField(read.date, answer.place)


def _first_words(answer: FilledField) -> FilledField:
    words = answer.text.split()
    more = " …" if len(words) > _TITLE_WORDS else ""
    return FilledField(" ".join(words[:_TITLE_WORDS]) + more, answer.place)


def _own(title: FilledField, titles: dict[str, int]) -> FilledField:
    """Return a title that no earlier story of the survey has."""
    name = folded(title.text)
    titles[name] = titles.get(name, 0) + 1
    again = f" ({titles[name]})" if titles[name] > 1 else ""
    return FilledField(f"{title.text}{again}", title.place)
