"""The subject of an explanation, and the links to it."""

import pytest

from tocmodel.analysis.explanation import explain
from tocmodel.model import TheoryOfChange
from tocmodel.report import explanation
from tocmodel.report.outline import to_text

ZONE = TheoryOfChange(
    title="A zone",
    kind="theory",
    partners={
        "council": {"title": "The council", "role": "lead", "sector": "public", "interest": "high"},
        "families": {"title": "Families"},
    },
    inputs={"money": {"title": "A grant", "amount": 3000, "currency": "GBP", "grant": "360G-1"}},
    interventions={"advice": {"title": "Advice", "partners": ["council"], "uses": ["money"]}},
    outcomes={"calm": {"title": "Homes are calm"}},
    assumptions={"come": {"title": "Families come", "owner": "council"}},
    risks={
        "rents": {
            "title": "Rents rise",
            "external": True,
            "likelihood": "high",
            "severity": "medium",
            "mitigation": "rents are watched",
            "threatens": ["calm"],
        }
    },
    indicators={
        "paid": {"title": "Arrears paid", "measures": ["calm"], "unit": "families", "target": 9},
        "seen": {
            "title": "Rows heard",
            "measures": ["calm"],
            "observations": [4],
            "undercount": True,
        },
    },
    spaces={"forum": {"title": "A forum", "members": ["council"], "boundary_objects": ["a sheet"]}},
    links=[
        {
            "from": "advice",
            "to": "calm",
            "because": "worry is less",
            "strength": "weak",
            "delay": "two months",
            "needed": "contributory",
            "assumes": ["come", {"title": "The landlord agrees"}],
        }
    ],
)


def told(id_: str) -> str:
    """The lines about an element of the zone."""
    return to_text(explanation.outline(explain(ZONE, id_)))


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        (
            "council",
            (
                "What does “The council” do in this theory?\n"
                "Partner.\n"
                "In a theory of change.\n"
                "Role: lead\n"
                "Sector: public\n"
                "Interest: high\n"
                "Takes part in: Advice.\n"
                "Watches over: Families come.\n"
                "Is a member of: A forum.\n"
            ),
        ),
        (
            "families",
            (
                "What does “Families” do in this theory?\n"
                "Partner.\n"
                "In a theory of change.\n"
                "The theory names nothing that it does.\n"
            ),
        ),
        (
            "paid",
            (
                "What does “Arrears paid” show?\n"
                "Indicator.\n"
                "In a theory of change.\n"
                "Measures: Homes are calm (calm)\n"
                "Unit: families\n"
                "Target: 9 families\n"
            ),
        ),
        (
            "money",
            (
                "What is this used for: A grant?\n"
                "Input.\n"
                "In a theory of change.\n"
                "Amount: £3,000\n"
                "Currency: GBP\n"
                "Grant: 360G-1\n"
                "\n"
                "Where it is named\n"
                "- Uses: Advice (intervention advice)\n"
            ),
        ),
        (
            "forum",
            (
                "What results from this: A forum?\n"
                "Learning space.\n"
                "In a theory of change.\n"
                "Members: The council (council)\n"
                "Boundary objects: a sheet\n"
            ),
        ),
        (
            "rents",
            (
                "What does this threaten: Rents rise?\n"
                "Risk.\n"
                "In a theory of change.\n"
                "External: yes\n"
                "Likelihood: high\n"
                "Severity: medium\n"
                "Threatens: Homes are calm (calm)\n"
                "Mitigation: rents are watched\n"
            ),
        ),
        (
            "calm",
            (
                "What leads to this: Homes are calm?\n"
                "Outcome.\n"
                "In a theory of change.\n"
                "Threatened by: Rents rise (external; likelihood: high; severity: medium; "
                "mitigation:\n"
                "rents are watched).\n"
                "Shown by: Arrears paid; Rows heard: 4, likely an undercount.\n"
                "\n"
                "What leads to it?\n"
                "- Advice (intervention)\n"
                "  because worry is less\n"
                "  Strength: weak. Delay: two months. Needed: contributory.\n"
                "  It assumes: Families come; The landlord agrees.\n"
                "  Who acts: The council.\n"
            ),
        ),
    ],
)
def test_what_is_explained_says_what_it_is_asked_and_all_that_it_is(id_: str, words: str) -> None:
    assert told(id_) == words
