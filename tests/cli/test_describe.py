"""``tocmodel describe``: what is written of sections, keys, words and checks."""

import pytest
from cli_types import Run
from click.shell_completion import ShellComplete

from tocmodel.checks.pages import pages
from tocmodel.cli.program import program
from tocmodel.frameworks import FRAMEWORKS
from tocmodel.schema.describe import names


def test_a_key_is_described_once_with_where_it_is_and_its_words(run: Run) -> None:
    assert run("describe", "horizon").stdout == (
        "horizon: a key\n"
        "- outcomes: When it is expected.\n"
        "Takes one of these words:\n"
        "- short: Soon after the work starts, in those who take part.\n"
        "- medium: After some time, as first changes take hold.\n"
        "- long: Years later.\n"
        "- impact: The wider change hoped for, beyond what the partnership can bring about alone.\n"
        "Also takes these words: ceiling_of_accountability of the file.\n"
        "Example:\n"
        "  horizon: medium\n"
    )


@pytest.mark.parametrize("asked", [["links.because"], ["links", "because"]])
def test_a_key_of_one_section_is_described(run: Run, asked: list[str]) -> None:
    assert run("describe", *asked).stdout == (
        "because: a key\n"
        "- links: The reason: why the one should lead to the other at all.\n"
        "Takes text.\n"
        "Example:\n"
        "  because: when arrears fall, so does the stress they cause at home\n"
    )


def test_a_word_is_described_with_the_keys_that_have_it(run: Run) -> None:
    assert run("describe", "hoop").stdout == (
        "hoop: a word\n"
        "- test of evidence: Failing rules the claim out; passing only keeps it alive.\n"
        "Example:\n"
        "  test: hoop\n"
    )


def test_a_section_is_described_with_its_keys_and_an_example(run: Run) -> None:
    lines = run("describe", "outcomes").stdout.splitlines()
    assert lines[:3] == [
        "outcomes: a section",
        "The changes that are expected, from the first to the last.",
        "Outcome: A change in someone or something. The work towards it is an intervention.",
    ]
    assert "- title (needed): The change, as it will be seen." in lines
    assert lines[-9:] == [
        "  outcomes:",
        "    wellbeing:",
        "      title: Children's well-being improves",
        "      who: secondary-aged children",
        "      level: child",
        "      horizon: medium",
        "",
        "More of one key",
        "  tocmodel describe outcomes.number",
    ]


def test_without_a_name_the_sections_and_the_other_keys_are_listed(run: Run) -> None:
    lines = run("describe").stdout.splitlines()
    assert lines[0] == "Sections of a file"
    assert "- interventions: The activities, services and programmes of the partnership." in lines
    assert "- tocmodel (needed): The version of the file format, which is always 1." in lines
    assert "- links: Causes and effects, and the reasons." in lines
    assert [line for line in lines if line.startswith(" ")] == ["  tocmodel describe outcomes"]


@pytest.mark.parametrize(
    "words",
    [
        ["TOC204"],
        ["toc204"],
        ["link-no-rationale"],
        ["resilience/odds-only-beat"],
        ["TOC204", "--colour", "always"],
        ["TOC999"],
        ["resilience/odds"],
    ],
    ids=" ".join,
)
def test_the_former_command_for_checks_prints_the_same(run: Run, words: list[str]) -> None:
    now, before = run("describe", *words), run("rule", *words)
    assert (now.exit_code, now.stdout) == (before.exit_code, before.stdout)
    assert now.stderr.partition("Error: ")[2] == before.stderr.partition("Error: ")[2]


def test_the_former_command_for_checks_lists_them_and_is_not_listed_itself(run: Run) -> None:
    assert run("rule").stdout == run("describe", "checks").stdout
    assert "rule" not in run("--help").stdout.split()
    assert run("help", "rule").stdout.startswith("Usage: tocmodel rule ")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("outcoms", "Error: nothing is called 'outcoms'; did you mean 'outcomes'?"),
        ("TOC999", "Error: there is no check 'TOC999'; 'tocmodel describe checks' lists them all"),
    ],
)
def test_a_near_miss_is_status_two(run: Run, asked: str, message: str) -> None:
    answer = run("describe", asked)
    assert (answer.exit_code, answer.stderr.splitlines()[-1]) == (2, message)


def test_a_framework_is_described_as_it_is_shown(run: Run) -> None:
    assert run("describe", "resilience").stdout == run("framework", "show", "resilience").stdout


@pytest.mark.parametrize("name", sorted(set(FRAMEWORKS) & set(names())))
def test_a_framework_called_like_something_in_a_file_is_named_as_well(run: Run, name: str) -> None:
    shown = run("describe", name).stdout
    assert shown.endswith(f"{name}: also a framework\n  tocmodel framework show {name}\n")


def completed(typed: list[str], begun: str) -> list[str]:
    """What the shell offers after what was typed."""
    shell = ShellComplete(program, {}, "tocmodel", "_TOCMODEL_COMPLETE")
    return [item.value for item in shell.get_completions(typed, begun)]


def test_the_shell_completes_sections_keys_words_and_checks() -> None:
    assert completed(["describe"], "outcome")[:3] == ["outcomes", "outcome", "outcome-only-lowered"]
    assert completed(["describe"], "TOC20")[:2] == ["TOC201", "TOC204"]
    assert completed(["describe"], "story") == [
        "story-step",
        "story-no-indicator",
        "story-step-cycle",
        "story-step-no-evidence",
    ]
    assert completed(["describe", "links"], "be") == ["because"]


def test_what_is_not_as_described_says_where_it_is_described(run: Run) -> None:
    assert "'tocmodel describe outcomes' lists the keys" in " ".join(
        run("describe", "TOC010").stdout.split()
    )


def test_every_code_has_a_page_and_every_page_is_found_both_ways(run: Run) -> None:
    listed = [line.split()[0] for line in run("describe", "checks").stdout.splitlines()]
    assert listed == sorted(pages())
    for page in pages().values():
        by_code = run("describe", page.code.lower()).stdout
        by_name = run("describe", page.name).stdout
        assert by_code == by_name
        assert by_code.startswith(f"# {page.code} {page.name} ({page.severity.value})\n\n")
        assert page.summary


def test_a_page_is_laid_out_where_colour_is_wanted(run: Run) -> None:
    page = run("describe", "TOC122", "--color", "always").stdout
    assert "\x1b[" in page
    assert "# TOC122" not in page
