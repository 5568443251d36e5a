"""The story form as plain text: write it empty, and read it back."""

import re
from collections.abc import Iterator, Mapping

from tocmodel.characters import one_line
from tocmodel.diagnostics import nearest
from tocmodel.model import Entry, TheoryOfChange
from tocmodel.stories.form_builder import FormBuilder
from tocmodel.stories.model import FIELDS, LARGEST_FORM, EmptyForm, Form, FormProblem
from tocmodel.stories.questions import QUESTIONS
from tocmodel.wording import remark_words

_HEAD = """\
# A value-creation story
#
# One thread, told by someone who took part: what happened, and what came of it.
#   1. Write after the colons. An answer may run over several lines.
#   2. Lines that start with # are notes to you. Leave them or delete them.
#   3. Not every question needs an answer. Leave out what you cannot tell.
#   4. After 'Status', write: happened, planned or hoped. Never write a hope as something
#      that happened: a story may begin as fact and end as hope.
#   5. A line that begins with a space always belongs to the answer above it.
#   6. 'Value', 'Indicator' and 'Evidence' are for whoever keeps the theory: the short name
#      or the title that each has there. Leave them empty if you are not sure.
#
# When it is filled in:   tocmodel story read THIS-FILE --into YOUR-THEORY.toc.yaml

# What is your story about, in a few words?
Story:
# Who are you? The partner in the theory whose story it is (a short name or a title).
Teller:
# And in your own words: a parent, a head teacher, a youth worker ...
Role:
# When do you tell it? A year, a month or a day: 2019, 2019-06 or 14 June 2019.
Date:
# Where did you learn together? The space in the theory (a short name or a title).
Space:
"""

_FIELD = re.compile(r"([A-Za-z]+)[ \t]*:(.*)")


def form_text(form: EmptyForm) -> str:
    """Return an empty form as text, with notes on the short names in use."""
    steps = (
        f"\n# {number}. {question.text}\nCycle: {question.cycle.word}\nStatus:\nSays:\n"
        "Value:\nIndicator:\nEvidence:\n"
        for number, question in enumerate(QUESTIONS[form.edition], 1)
    )
    return _HEAD + _notes(form.theory) + "".join(steps)


def _notes(theory: TheoryOfChange | None) -> str:
    """Return notes; each line begins with ``#``."""
    if theory is None:
        return ""
    kinds: Mapping[str, Mapping[str, Entry]] = {
        "Partners": theory.partners,
        "Spaces": theory.spaces,
        "Values": theory.value_creation,
        "Indicators": theory.indicators,
    }
    lines = [line for kind, section in kinds.items() for line in _names_of(kind, section)]
    names = ["\n# Short names you can use:\n", *lines] if lines else []
    remark = remark_words(theory)
    return "".join([*([f"\n# {remark}\n"] if remark else []), *names])


def _names_of(kind: str, section: Mapping[str, Entry]) -> Iterator[str]:
    if section:
        yield f"#\n# {kind} in the theory:\n"
        for id_, entry in section.items():
            yield f"#   {id_}  {one_line(entry.title)}\n"


def read_text(text: str, path: str) -> Form:
    r"""Read a completed form; anything wrong is in its problems.

    >>> form = read_text("Story: At the gate\nCycle: applied\nSays: we greet\n families", "a.txt")
    >>> [story] = form.stories
    >>> story.fields["story"].text, story.steps[0]["says"].text
    ('At the gate', 'we greet families')
    """
    if len(text) > LARGEST_FORM:
        size = LARGEST_FORM // 1024 // 1024
        problem = FormProblem(path=path, place="", message=f"the form is larger than {size} MiB")
        return Form(path=path, problems=(problem,))
    builder = FormBuilder(path)
    for number, line in enumerate(text.splitlines(), 1):
        if builder.is_full:
            break
        _line(line, number, builder)
    return builder.form()


def _line(line: str, number: int, builder: FormBuilder) -> None:
    if line.startswith("#") or not line.strip():
        return
    found = None if line[0].isspace() else _FIELD.match(line)
    name = found[1].casefold() if found else ""
    place = f"line {number}"
    if found and name in FIELDS:
        builder.add_field(name, found[2], place)
    elif found and (near := nearest(name, FIELDS)):
        builder.add_problem(
            place,
            f"there is no field '{found[1]}'",
            f"write '{near.capitalize()}:', or begin the line with a space if it is an answer",
        )
    else:
        builder.continue_field(line, place)
