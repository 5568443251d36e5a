"""What sort of theory a file is taken for, and which checks it gets for that."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tocmodel.analysis import theory_kind
from tocmodel.analysis.theory_kind import KindOfTheory
from tocmodel.checks import check, group, kind_of
from tocmodel.checks.pages import find_page
from tocmodel.checks.rules import Rule, RuleContext
from tocmodel.diagnostics import Problem, Severity
from tocmodel.fileformat.loading import loads, read, reads
from tocmodel.model import TheoryKind

KINDS = {
    "nothing yet": ("", "theory"),
    "what is done and what it leads to": (
        """
interventions: {club: {title: Breakfast club}}
outcomes: {fed: {title: Children are not hungry, horizon: impact}}
links: [club -> fed]
""",
        "theory",
    ),
    "a vision and outcomes": (
        """
outcomes: {thrive: {title: Children thrive, horizon: impact}, ready: {title: Children are ready}}
links: [ready -> thrive]
""",
        "theory",
    ),
    "only value and stories": (
        """
spaces: {circle: {title: The circle}}
value_creation: {joy: {title: It was good to meet, cycle: immediate}}
indicators: {came: {title: Who came, measures: joy}}
""",
        "value-creation",
    ),
    "value and outcomes": (
        """
value_creation: {joy: {title: It was good to meet, cycle: immediate}}
outcomes: {fed: {title: Children are not hungry}}
""",
        "theory",
    ),
    **{
        f"stories and {section}": (
            f"stories: {{told: {{title: A story}}}}\n{section}: {{one: {{title: One}}}}",
            "theory",
        )
        for section in ("outcomes", "conditions", "interventions", "outputs")
    },
    **{
        f"no more conditions than {section}": (
            f"""
conditions: {{rents: {{title: Rents}}, moves: {{title: Moves}}}}
{section}: {{one: {{title: One}}, two: {{title: Two}}}}
links: [rents -> moves]
""",
            "theory",
        )
        for section in ("assets", "outputs", "mechanisms", "outcomes")
    },
    "conditions that affect only what they are not": (
        """
conditions: {rents: {title: Rents}, moves: {title: Moves}}
outcomes: {stay: {title: Families stay}}
links: [rents -> stay, stay -> moves]
""",
        "theory",
    ),
    "outputs and no targets": ("outputs: {places: {title: Places at the club}}", "theory"),
    "outputs, and half of the indicators have a target": (
        """
outputs: {places: {title: Places at the club}}
indicators: {seats: {title: Seats, target: 30}, fed: {title: Fed}}
""",
        "results-framework",
    ),
    "mostly conditions that affect one another": (
        """
conditions: {rents: {title: Rents}, moves: {title: Moves}, trust: {title: Trust}}
outcomes: {stay: {title: Families stay}}
links: [rents -> moves -> trust, trust -> stay]
""",
        "system-map",
    ),
    "a loop, and nothing is done": (
        """
outcomes: {trust: {title: Parents trust the school}, visits: {title: Parents come to the school}}
links: [trust -> visits -> trust]
""",
        "system-map",
    ),
    "a loop that is marked": (
        """
outcomes: {trust: {title: Parents trust the school}, visits: {title: Parents come to the school}}
links: [trust -> visits, {from: visits, to: trust, feedback: true}]
""",
        "system-map",
    ),
    "a loop, and something is done": (
        """
interventions: {club: {title: Breakfast club}}
outcomes: {trust: {title: Parents trust the school}, visits: {title: Parents come to the school}}
links: [club -> trust -> visits -> trust]
""",
        "theory",
    ),
    "conditions in a list": (
        "conditions: {rents: {title: Rents}, moves: {title: Moves}, trust: {title: Trust}}",
        "theory",
    ),
    "outputs and targets": (
        """
interventions: {train: {title: Training}}
outputs: {trained: {title: Staff trained}}
outcomes: {ready: {title: Children are ready}}
links: [train -> trained -> ready]
indicators: {staff: {title: Staff trained, measures: trained, target: {value: 50}}}
""",
        "results-framework",
    ),
    "outputs and targets, and a reason": (
        """
outputs: {trained: {title: Staff trained}}
outcomes: {ready: {title: Children are ready}}
links: [{from: trained, to: ready, because: staff notice more}]
indicators: {staff: {title: Staff trained, measures: trained, target: {value: 50}}}
""",
        "theory",
    ),
    "outputs, and few targets": (
        """
outputs: {trained: {title: Staff trained}}
indicators:
  a: {title: Staff trained, measures: trained, target: {value: 50}}
  b: {title: Staff hours, measures: trained}
  c: {title: Staff rooms, measures: trained}
""",
        "theory",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_theory_that_does_not_say_what_it_is_is_taken_for_its_likeliest_kind(name: str) -> None:
    piece, kind = KINDS[name]
    theory = loads(f"tocmodel: 1\ntitle: Example\n{piece}")
    assert kind_of(theory) == KindOfTheory(TheoryKind(kind), guessed=True)


@pytest.mark.parametrize("kind", TheoryKind)
def test_a_theory_that_says_what_it_is_is_believed(kind: TheoryKind) -> None:
    theory = loads(f"tocmodel: 1\ntitle: Example\nkind: {kind}\n{KINDS['outputs and targets'][0]}")
    assert kind_of(theory) == KindOfTheory(kind, guessed=False)


def test_a_file_without_a_theory_has_no_kind() -> None:
    assert kind_of(reads("tocmodel: 1")) is None


TOWN = "tocmodel: 1\ntitle: Town\nincludes:\n  harbour: {title: Harbour, file: %s}\n"
ZONE = "tocmodel: 1\ntitle: Harbour\n"


@pytest.mark.parametrize(
    ("town", "names", "kind"),
    [
        ("town.toc.yaml", "zones/harbour.toc.yaml", "part"),
        ("zones/town.toc.yaml", "harbour.toc.yaml", "part"),
        ("zones/town.toc.yaml", "'../zones/harbour.toc.yaml'", "part"),
        ("zones/town.toc.yaml", "other.toc.yaml", "theory"),
        ("towns/town.toc.yaml", "../zones/harbour.toc.yaml", "theory"),
    ],
)
def test_what_a_theory_beside_it_or_above_it_includes_is_a_part(
    tmp_path: Path, town: str, names: str, kind: str
) -> None:
    (tmp_path / "tocmodel.toml").touch()
    for name, text in ((town, TOWN % names), ("zones/harbour.toc.yaml", ZONE)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    document = read(tmp_path / "zones" / "harbour.toc.yaml")
    assert kind_of(document) == KindOfTheory(TheoryKind(kind), guessed=True)


def test_an_include_that_is_taken_out_makes_the_other_a_theory_again(tmp_path: Path) -> None:
    (tmp_path / "harbour.toc.yaml").write_text(ZONE)
    found = []
    for town in (TOWN % "harbour.toc.yaml", "tocmodel: 1\ntitle: Town\n", "# file: [broken"):
        (tmp_path / "town.toc.yaml").write_text(town)
        kind = kind_of(read(tmp_path / "harbour.toc.yaml"))
        found.append(kind.kind.value if kind else None)
    assert found == ["part", "theory", "theory"]


class ForParts(Rule):
    """A check for parts."""

    code = "OUR001"
    name = "for-parts"
    severity = Severity.ADVICE
    kinds = (TheoryKind.PART,)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Find something in every theory."""
        yield Problem(message=f"this is a {context.kind}")


class ForZones(ForParts):
    """A check for zones."""

    kinds = tuple(TheoryKind)
    frameworks = ("childrens-zone",)


def test_a_check_finds_nothing_in_a_kind_of_theory_that_it_is_not_for() -> None:
    def messages(text: str) -> list[str]:
        return [finding.message for finding in check(loads(text), rules=(ForParts(),))]

    assert messages("tocmodel: 1\ntitle: Example\nkind: part") == ["this is a part"]
    assert messages("tocmodel: 1\ntitle: Example") == []


def test_a_check_of_a_framework_needs_a_theory_that_names_it() -> None:
    def messages(text: str) -> list[str]:
        return [finding.message for finding in check(loads(text), rules=(ForZones(),))]

    named = "tocmodel: 1\ntitle: Example\nframeworks: [childrens-zone]"
    assert messages(named) == ["this is a theory"]
    assert messages("tocmodel: 1\ntitle: Example") == []


def test_the_limits_of_a_check_are_said_in_a_sentence() -> None:
    assert [ForParts().applies_to, ForZones().applies_to] == [
        "This check is only for theories of kind `part`.",
        "This check is only for theories that name `childrens-zone`.",
    ]


def test_the_page_of_a_check_says_which_theories_it_is_for() -> None:
    assert find_page("TOC143").text.splitlines()[:4] == [
        "Several interventions work together.",
        "",
        "This check is only for theories that name `childrens-zone`.",
        "",
    ]
    assert find_page("TOC125").text.splitlines()[2] == (
        "This check is only for theories of kind `theory` or `results-framework`."
    )
    assert "This check is only" not in find_page("TOC110").text


FOLDER = Path(__file__).parent / "kinds"
SMALL = sorted(path.name.removesuffix(".toc.yaml") for path in FOLDER.glob("*.toc.yaml"))
EXPECTED = {
    "community": KindOfTheory(TheoryKind.VALUE_CREATION, guessed=True),
    "logframe": KindOfTheory(TheoryKind.RESULTS_FRAMEWORK, guessed=True),
    "map": KindOfTheory(TheoryKind.SYSTEM_MAP, guessed=True),
    "part": KindOfTheory(TheoryKind.PART, guessed=False),
    "vision": KindOfTheory(TheoryKind.THEORY, guessed=True),
    "zone": KindOfTheory(TheoryKind.THEORY, guessed=True),
}


def test_the_small_theories_are_of_these_kinds() -> None:
    assert {name: kind_of(read(FOLDER / f"{name}.toc.yaml")) for name in SMALL} == EXPECTED


def short_list(name: str) -> list[str]:
    """What people read of a theory: a line for each finding, with what follows from it."""
    found = group(check(read(FOLDER / f"{name}.toc.yaml")))
    return [
        f"{one.span.line if one.span else 0}: {one.severity.value} {one.code} {one.message}"
        + (f" (+{one.follows})" if one.follows else "")
        for one in found
    ]


@pytest.mark.parametrize("name", SMALL)
def test_a_small_theory_of_each_kind_gets_these_findings(
    name: str, kept: Callable[[Path, bytes], None]
) -> None:
    kept(
        FOLDER / f"{name}.findings.txt", "".join(f"{line}\n" for line in short_list(name)).encode()
    )


def test_a_vision_and_outcomes_get_a_dozen_findings_at_most() -> None:
    assert len(short_list("vision")) <= 12


def test_a_theory_without_a_kind_is_a_part_only_where_another_includes_it() -> None:
    empty = loads("tocmodel: 1\ntitle: Nothing yet\n")
    assert theory_kind.kind_of(empty) == KindOfTheory(TheoryKind.THEORY, guessed=True)
    assert theory_kind.kind_of(empty, included=True) == KindOfTheory(TheoryKind.PART, guessed=True)
