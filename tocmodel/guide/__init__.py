"""A guide through a first theory of change: questions in plain words, and their place in the file.

The steps follow New Philanthropy Capital (NPC): Harries, Hodgson and Noble (2014), *Creating your
theory of change: NPC's practical guide* (whom to help, the final goal, backwards through the
changes before it, activities, what else is needed, evidence), and Noble (2019), *Theory of change
in ten steps* (the situation first, change mechanisms, assumptions). The words are ours, and so are
two additions: why links hold, and a look at every link at the end.

Everything here is a value or a pure function; the terminal is in ``tocmodel.cli.guide``. The only
memory is the file itself: the questions, and which of them have an answer, follow from its content.
"""

from tocmodel.guide.draft import new_draft
from tocmodel.guide.outline import outline_lines
from tocmodel.guide.questions import STEPS, GuideQuestion, GuideStep, questions
from tocmodel.guide.session import COMMANDS, Guide, answer, begin, reread, tidy, unanswered

__all__ = [
    "COMMANDS",
    "STEPS",
    "Guide",
    "GuideQuestion",
    "GuideStep",
    "answer",
    "begin",
    "new_draft",
    "outline_lines",
    "questions",
    "reread",
    "tidy",
    "unanswered",
]
