"""Cards that ask for each kind of element, with lines to write on."""

from tocmodel.layout.scene import Scene
from tocmodel.workshop.cards import Card, card_sheets

TITLE = "Cards for a workshop on a theory of change"

_FOOT = "Cut along the dashed lines. Write one thing on each card."

CARDS = (
    (
        "conditions",
        "How things are",
        "What is hard here now, and why?",
        "A need, its cause, or what is behind the cause.",
        "Families do not know of services, or do not trust them",
    ),
    (
        "partners",
        "People and partners",
        "Who is it for, and who works together?",
        "Everyone who acts, has a say, or is affected.",
        "Families with children under five",
    ),
    (
        "impact",
        "The goal",
        "What will be different in the end?",
        "The change you hope for, with others, in people's lives.",
        "Children from here do as well as children anywhere",
    ),
    (
        "outcomes",
        "A change on the way",
        "What must change before that?",
        "A change in someone: not what you do, but what follows.",
        "Families ask for help early",
    ),
    (
        "interventions",
        "An activity",
        "What do you do to bring the change about?",
        "A service, a programme, or a new way of working.",
        "Teachers visit families at home",
    ),
    (
        "outputs",
        "A direct result of the work",
        "What will there be more of, because you did it?",
        "What you can count on the day.",
        "40 families visited before September",
    ),
    (
        "mechanisms",
        "How people respond",
        "Why would people do something differently?",
        "What you offer, and what that changes in how they think or feel.",
        "Families know a face at school, so it feels safe to ask",
    ),
    (
        "links",
        "A link",
        "What leads to what, and why?",
        "Say it aloud: “if …, then …, because …”.",
        "Home visits lead to asking early, because people ask whom they know",
    ),
    (
        "assumptions",
        "What must be true",
        "What must hold, but is not in your hands?",
        "If it does not hold, the link does not work.",
        "Staff stay long enough for families to know them",
    ),
    (
        "assets",
        "A strength",
        "What is already good here, to build on?",
        "A place, a group, a skill, a habit, trust.",
        "A family centre that people already use",
    ),
    (
        "risks",
        "A risk",
        "What could stop it? Whom could it harm?",
        "What you cannot control, and what nobody wants.",
        "Rents rise, and families move away",
    ),
    (
        "indicators",
        "A sign of change",
        "How would you see it? What do you know already?",
        "What you could count or hear, and where it is written down.",
        "Families who ask for help before school starts",
    ),
)
"""The kind, heading, question, explanation and example of each card."""


def prompt_sheets() -> tuple[Scene, ...]:
    """Return the sheets of cards that ask for each kind of element."""
    cards = [
        Card(
            id=kind,
            kind=kind,
            head=head,
            title=question,
            notes=(about, f"For example: {example}"),
            to_write="Ours:",
        )
        for kind, head, question, about, example in CARDS
    ]
    return card_sheets(cards, title=TITLE, foot=_FOOT, rows=3)
