"""The file that the guide begins with: its sections are empty, and comments explain them."""

from tocmodel.fileformat.dumping import yaml_text
from tocmodel.starters import with_modeline

_HEAD = """\
#
# A theory of change, begun with the questions of   tocmodel new --guide THIS-FILE
#
# How to use this file
#   1. Every answer is in it. Change the words as you like: a title goes on a line of its own.
#   2. Lines that start with # are notes for you. Delete them when you no longer need them.
#   3. The short name before a colon is an id. Links use ids, so you can reword a title without
#      breaking anything.
#   4. To go on with the questions, run the same command again: it starts where the answers end.
#   5. Save, then type:   tocmodel check THIS-FILE     what is wrong or weak, and where
#                         tocmodel draw THIS-FILE      the picture

tocmodel: 1                             # the version of this language; do not change it
"""

_SECTIONS = (
    ("conditions", "Step 1. The situation: what is hard now, and what is behind it."),
    ("partners", "Steps 2 and 8. Whom it is for (role: beneficiary), and who works together."),
    (
        "outcomes",
        "Steps 3 and 4. What changes: the goal (horizon: impact), and the changes before it.",
    ),
    ("interventions", "Step 5. What you do, or will do."),
    ("mechanisms", "Step 6. How people respond, and why. Links name them under 'via'."),
    (
        "assumptions",
        "Step 7. What must be true, and is not in your hands. Links name them under 'assumes'.",
    ),
    ("assets", "Step 8. What is already strong. Activities name it under 'uses'."),
    ("risks", "Step 8. What could stop the work, and what it 'threatens'."),
    ("indicators", "Step 9. How you would see each change that an indicator 'measures'."),
    ("evidence", "Step 9. What is known already. Add its kind, its source and what it 'shows'."),
    ("links", "Steps 4 to 7 and 10. What leads to what, and why ('because')."),
)


def new_draft(title: str) -> str:
    r"""Return the text of a theory without answers.

    >>> from tocmodel.fileformat.loading import loads
    >>> loads(new_draft("Harbour: our zone")).title
    'Harbour: our zone'
    """
    sections = "".join(f"\n# {about}\n{name}:\n" for name, about in _SECTIONS)
    return with_modeline(f"{_HEAD}{yaml_text({'title': title})}{sections}")
