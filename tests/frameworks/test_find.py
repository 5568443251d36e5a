"""Finding frameworks: by id, by path, from a theory; and a partnership's own beside its theory."""

import subprocess
import sys
from pathlib import Path

import pytest

from tocmodel.analysis.coverage import coverage
from tocmodel.checks import check
from tocmodel.diagnostics import ModelFileError, TocModelError
from tocmodel.fileformat.loading import load, read
from tocmodel.frameworks import FRAMEWORKS, find_framework, resolve_frameworks

OWN = """\
tocmodel_framework: 1
id: our-words
title: Our words
dimensions:
  strand:
    title: Strand
    classifies: [interventions]
    categories: {water: {title: Water}, land: {title: Land}}
checks:
  both: {check: coverage, dimension: strand, message: the harbour has two sides}
"""

THEORY = """\
tocmodel: 1
title: The harbour
frameworks: [packs/ours.framework.yaml]
interventions:
  boats: {title: Boats for all, classified_as: {our-words: [water]}}
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Make a theory with its own framework, added by one data file."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "ours.framework.yaml").write_text(OWN, encoding="utf-8")
    path = tmp_path / "harbour.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_a_framework_is_found_by_its_id() -> None:
    assert [find_framework(name).id for name in FRAMEWORKS] == list(FRAMEWORKS)


def test_an_unknown_id_is_refused_with_a_suggestion() -> None:
    with pytest.raises(TocModelError, match="no framework 'resiliance'; did you mean 'resilience'"):
        find_framework("resiliance")


def test_a_framework_is_found_by_its_path_from_a_folder(harbour: Path) -> None:
    found = find_framework("packs/ours.framework.yaml", harbour.parent)
    assert (found.id, list(found.categories)) == ("our-words", ["water", "land"])


def test_a_file_without_a_valid_framework_is_refused_with_all_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "ours.framework.yaml"
    path.write_text("tocmodel_framework: 1\nid: Ours\n", encoding="utf-8")
    with pytest.raises(ModelFileError) as caught:
        find_framework(path)
    assert len(caught.value.findings) == 3


def test_a_framework_added_by_one_file_classifies_covers_and_checks(harbour: Path) -> None:
    document = read(harbour)
    assert list(document.frameworks) == ["our-words"]
    theory = load(harbour)
    found = coverage(theory, document.frameworks["our-words"])
    assert (found["water"].gathered, found.gaps) == (("boats",), ("land",))
    findings = check(harbour, select=["TOC6"])
    assert [(one.code, one.rule, one.message) for one in findings] == [
        (
            "TOC610",
            "our-words/both",
            "the harbour has two sides: Land (our-words/both)",
        )
    ]


def test_findings_about_an_own_framework_are_at_its_path(harbour: Path) -> None:
    text = THEORY.replace("[packs", "[co-production, packs").replace(
        "our-words: ", "co-production: "
    )
    harbour.write_text(text.replace("[water]", "[assets]"), encoding="utf-8")
    (finding,) = check(harbour, select=["framework-unused"])
    assert (finding.pointer, finding.help) == (
        ("frameworks", 1),
        "'tocmodel framework show packs/ours.framework.yaml' lists the questions that help",
    )


def test_a_theory_in_python_is_checked_by_given_frameworks(harbour: Path) -> None:
    framework = find_framework("packs/ours.framework.yaml", harbour.parent)
    findings = check(load(harbour), select=["TOC6"], frameworks=[framework])
    assert [one.rule for one in findings] == ["our-words/both"]


def test_the_check_of_a_framework_is_selected_ignored_weighed_and_waived_by_name(
    harbour: Path,
) -> None:
    name = "our-words/both"
    for by in (name, "framework-gap", "TOC610"):
        assert [one.rule for one in check(harbour, select=[by])] == [name]
        assert name not in [one.rule for one in check(harbour, ignore=[by])]
        (weighed,) = check(harbour, select=["TOC6"], severity={by: "error"})
        assert weighed.severity.value == "error"
        waiver = f"waivers: [{{check: {by}, reason: there is no land here}}]\n"
        harbour.write_text(THEORY + waiver, encoding="utf-8")
        assert check(harbour, select=["TOC6", "TOC02"]) == ()
        harbour.write_text(THEORY, encoding="utf-8")


def test_a_comment_may_waive_the_check_of_a_framework(harbour: Path) -> None:
    comment = "  # tocmodel: ignore[our-words/both] there is no land here"
    line = "frameworks: [packs/ours.framework.yaml]"
    harbour.write_text(THEORY.replace(line, line + comment), encoding="utf-8")
    assert check(harbour, select=["TOC6", "TOC02"]) == ()


def test_a_waiver_of_an_unknown_check_is_reported(harbour: Path) -> None:
    waiver = "waivers: [{check: our-words/bohth, reason: there is no land here}]\n"
    harbour.write_text(THEORY + waiver, encoding="utf-8")
    (finding,) = check(harbour, select=["TOC02"])
    assert finding.message == (
        "there is no check 'our-words/bohth' to waive; did you mean 'our-words/both'?"
    )


def test_two_frameworks_with_one_id_are_refused(harbour: Path) -> None:
    other = harbour.parent / "other.framework.yaml"
    other.write_text(OWN.replace("Our words", "Other words"), encoding="utf-8")
    named = resolve_frameworks(["packs/ours.framework.yaml", "other.framework.yaml"], harbour)
    assert [problem.message for problem in named.problems] == [
        "another framework has the id of 'other.framework.yaml'"
    ]


def test_a_broken_framework_is_reported_at_its_name_in_the_theory(harbour: Path) -> None:
    (harbour.parent / "packs" / "ours.framework.yaml").write_text("tocmodel_framework: 1\nid: x\n")
    (finding,) = check(harbour, select=["TOC601"])
    assert finding.span is not None
    assert finding.span.line == 3
    assert finding.message == (
        "'packs/ours.framework.yaml' holds no valid framework: "
        "the file has no 'dimensions' (line 1)"
    )


def test_a_theory_without_frameworks_reads_none() -> None:
    script = (
        "import sys; from tocmodel import check, loads;"
        "check(loads('tocmodel: 1\\ntitle: T\\ninterventions: {a: {title: A}}'));"
        "ours = [name for name in sys.modules if name.startswith('tocmodel.')];"
        "print([name for name in ours if 'tocmodel.frameworks' in name or 'coverage' in name])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout == "[]\n"
