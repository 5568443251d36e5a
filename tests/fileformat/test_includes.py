"""A theory can include others, which then appear in its checks and pictures."""

import sys
from pathlib import Path

import pytest

from tocmodel.checks import check
from tocmodel.diagnostics import ModelFileError, TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.includes import DEEPEST, MOST_THEORIES
from tocmodel.fileformat.loading import load, loads, read
from tocmodel.graph import to_networkx
from tocmodel.model import Include, TheoryOfChange, View

HARBOUR = """
tocmodel: 1
title: The harbour zone
summary: What the harbour does.
partners: {nursery: {title: The nursery}}
groups: {early: {title: Early years}}
sources: {study: {title: A study}}
interventions:
  play: {title: Play together, partners: [nursery], group: early}
outcomes:
  ready: {title: Children are ready for school, who: children of the harbour, horizon: short}
indicators:
  ready-count: {title: Children ready, measures: ready, source: study, unit: children}
evidence:
  seen: {title: Seen by teachers, source: study, supports: play -> ready}
links:
  - {from: play, to: ready, because: play grows words, evidence: [seen]}
views:
  own: {title: A view of the harbour}
translations:
  cy: {ready: {title: Parod i'r ysgol}}
"""

TOWN = """
tocmodel: 1
title: The town
includes:
  harbour: {title: Harbour, file: zones/harbour.toc.yaml}
outcomes:
  wellbeing: {title: Children do well, who: children of the town, horizon: impact}
links:
  - {from: harbour/ready, to: wellbeing, because: a good start lasts}
evidence:
  doubt: {title: Some doubt it, contradicts: harbour/play -> harbour/ready}
views:
  boxes: {title: Zones as boxes}
  opened: {title: The harbour in full, expand: [harbour]}
translations:
  cy: {wellbeing: {title: Lles}}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town with one zone, in their own project."""
    (tmp_path / "tocmodel.toml").touch()
    (tmp_path / "zones").mkdir()
    (tmp_path / "zones" / "harbour.toc.yaml").write_text(HARBOUR)
    (tmp_path / "town.toc.yaml").write_text(TOWN)
    return tmp_path / "town.toc.yaml"


def messages_of(path: Path) -> list[tuple[str, int, str, str]]:
    """Return code, line, message and help of each finding that prevents a theory."""
    findings = read(path).findings
    return [(item.code, item.span.line, item.message, item.help) for item in findings if item.span]


def test_an_included_theory_is_read_with_the_theory(town: Path) -> None:
    included = load(town).includes["harbour"]
    assert (included.title, included.file) == ("Harbour", "zones/harbour.toc.yaml")
    assert included.theory == load(town.parent / "zones" / "harbour.toc.yaml")


def test_the_whole_has_the_entries_of_both_under_ids_that_cannot_clash(town: Path) -> None:
    whole = load(town).whole
    assert list(whole.elements) == [
        "harbour/nursery",
        "harbour/play",
        "wellbeing",
        "harbour/ready",
        "harbour/ready-count",
        "doubt",
        "harbour/seen",
    ]
    assert {id_: group.group for id_, group in whole.groups.items()} == {
        "harbour": "",
        "harbour/early": "harbour",
    }
    assert [view.id for view in whole.views.values()] == ["boxes", "opened"]


def test_references_within_an_included_theory_follow_its_ids(town: Path) -> None:
    whole = load(town).whole
    play, ready = whole.interventions["harbour/play"], whole.outcomes["harbour/ready"]
    assert (play.partners, play.group, ready.group) == (
        ("harbour/nursery",),
        "harbour/early",
        "harbour",
    )
    assert whole.indicators["harbour/ready-count"].measures == ("harbour/ready",)
    assert whole.indicators["harbour/ready-count"].source == "harbour/study"
    assert whole.evidence["harbour/seen"].supports == ("harbour/play -> harbour/ready",)
    own, inner = whole.links
    assert (own.from_, own.to) == ("harbour/ready", "wellbeing")
    assert (inner.from_, inner.to, inner.evidence) == (
        "harbour/play",
        "harbour/ready",
        ("harbour/seen",),
    )
    assert {id_: words.title for id_, words in whole.translations["cy"].items()} == {
        "wellbeing": "Lles",
        "harbour/ready": "Parod i'r ysgol",
    }


def test_a_theory_that_includes_none_is_its_own_whole() -> None:
    theory = TheoryOfChange(title="Alone")
    assert theory.whole is theory


def test_the_whole_includes_nothing_more(town: Path) -> None:
    whole = load(town).whole
    assert whole.whole is whole


def test_a_file_is_written_without_the_theories_it_includes(town: Path) -> None:
    text = dumps(load(town))
    assert "zones/harbour.toc.yaml" in text
    assert "Play together" not in text
    assert loads(text, str(town)) == load(town)


def test_theories_can_be_nested(town: Path) -> None:
    (town.parent / "region.toc.yaml").write_text(
        "tocmodel: 1\ntitle: Region\nincludes: {town: {title: T, file: town.toc.yaml}}\n"
        "outcomes: {all: {title: All do well, who: all, horizon: impact}}\n"
        "links: [town/harbour/ready -> all]\n"
        "views: {deep: {title: Deep, expand: [town/harbour]}}\n"
    )
    region = load(town.parent / "region.toc.yaml")
    assert "town/harbour/ready" in region.whole.outcomes
    assert region.whole.groups["town/harbour"].group == "town"
    assert [cluster.id for cluster in to_diagram(region).clusters] == [
        "town",
        "town/harbour",
        "town/harbour/early",
    ]


def test_an_included_theory_is_one_box_unless_a_view_expands_it(town: Path) -> None:
    theory = load(town)
    closed, opened = to_diagram(theory, "boxes"), to_diagram(theory, "opened")
    assert [(box.id, box.kind) for box in closed.boxes] == [
        ("harbour", "group"),
        ("wellbeing", "outcome"),
    ]
    assert [(arrow.from_, arrow.to) for arrow in closed.arrows] == [("harbour", "wellbeing")]
    assert [(box.id, box.cluster) for box in opened.boxes] == [
        ("harbour/play", "harbour/early"),
        ("harbour/ready", "harbour"),
        ("wellbeing", ""),
    ]
    assert [(arrow.from_, arrow.to) for arrow in opened.arrows] == [
        ("harbour/ready", "wellbeing"),
        ("harbour/play", "harbour/ready"),
    ]


def test_a_view_cannot_expand_what_is_not_included(town: Path) -> None:
    with pytest.raises(TocModelError, match=r"no included theory 'harbor'.*did you mean 'harbour'"):
        to_diagram(load(town), View(title="x", expand="harbor"))


def test_the_graph_holds_the_whole(town: Path) -> None:
    assert "harbour/play" in to_networkx(load(town))


def test_a_check_examines_the_whole_and_reports_on_its_own_file(town: Path) -> None:
    document = read(town)
    rules = {finding.rule for finding in check(document)}
    assert "outcome-without-cause" not in rules
    assert {finding.span.path for finding in check(document) if finding.span} == {str(town)}
    inner = [finding.about for finding in check(document) if "/" in finding.about.split(" -> ")[0]]
    assert set(inner) <= {"harbour/ready -> wellbeing"}


def test_a_misspelt_reference_into_an_included_theory_is_reported(town: Path) -> None:
    town.write_text(TOWN.replace("from: harbour/ready", "from: harbour/redy"))
    assert messages_of(town) == [
        ("TOC011", 9, "no element 'harbour/redy'; did you mean 'harbour/ready'?", "")
    ]


@pytest.mark.parametrize(
    ("file", "message", "help_"),
    [
        (
            "nowhere.toc.yaml",
            "cannot read 'nowhere.toc.yaml': there is no such file",
            "check the name and the folder",
        ),
        (
            "../other.toc.yaml",
            "'../other.toc.yaml' cannot be included: it leads out of the project",
            "copy the file into the project",
        ),
        (
            "/etc/x.toc.yaml",
            "'/etc/x.toc.yaml' cannot be included: it starts at the root of a disk",
            "write it relative to this file",
        ),
        (
            f"{'x' * 300}.toc.yaml",
            f"cannot read '{'x' * 300}.toc.yaml': the name is too long",
            "",
        ),
        (
            "town.toc.yaml",
            "'town.toc.yaml' includes this theory again: town.toc.yaml → town.toc.yaml",
            "remove one of these includes",
        ),
        (
            "broken.toc.yaml",
            "'broken.toc.yaml' holds no valid theory: the file has no 'title' (line 1)",
            "run 'tocmodel check' on 'broken.toc.yaml'",
        ),
    ],
)
def test_a_theory_that_cannot_be_included_is_reported_at_its_file(
    town: Path, file: str, message: str, help_: str
) -> None:
    (town.parent / "broken.toc.yaml").write_text("tocmodel: 1\n")
    town.write_text(TOWN.replace("zones/harbour.toc.yaml", file))
    assert messages_of(town) == [("TOC014", 5, message, help_)]


def test_theories_that_include_one_another_are_reported(town: Path) -> None:
    harbour = town.parent / "zones" / "harbour.toc.yaml"
    harbour.write_text(HARBOUR + "includes: {town: {title: T, file: ../town.toc.yaml}}\n")
    (code, line, message, _), *more = messages_of(town)
    assert (code, line, more) == ("TOC014", 5, [])
    assert "'../town.toc.yaml' includes this theory again" in message
    assert "town.toc.yaml → harbour.toc.yaml → town.toc.yaml" in message


def test_theories_can_be_nested_only_so_deep(tmp_path: Path) -> None:
    (tmp_path / "tocmodel.toml").touch()
    for level in range(DEEPEST + 2):
        text = f"tocmodel: 1\ntitle: Level {level}\n"
        if level <= DEEPEST:
            text += f"includes: {{in: {{title: x, file: level-{level + 1}.toc.yaml}}}}\n"
        (tmp_path / f"level-{level}.toc.yaml").write_text(text)
    assert load(tmp_path / "level-2.toc.yaml").title == "Level 2"
    with pytest.raises(ModelFileError, match=f"more than {DEEPEST} theories deep"):
        load(tmp_path / "level-0.toc.yaml")


def include_many(folder: Path, levels: int, times: int) -> Path:
    """Write small theories, each of which includes the next one many times."""
    (folder / "tocmodel.toml").touch()
    for level in range(levels):
        text = "tocmodel: 1\ntitle: x\ngroups: {g: {title: y}}\n"
        if level < levels - 1:
            file = f"{{title: x, file: level-{level + 1}.toc.yaml}}"
            text += "includes:\n" + "".join(f"  i{number}: {file}\n" for number in range(times))
        (folder / f"level-{level}.toc.yaml").write_text(text)
    return folder / "level-0.toc.yaml"


def test_five_small_files_cannot_make_an_endless_theory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are refused before they are joined: 2.6 million groups would take minutes."""
    joined: list[str] = []
    monkeypatch.setattr("tocmodel.model.joining.joined", lambda theory: joined.append(theory.title))
    include_many(tmp_path, levels=5, times=40)
    found = read(tmp_path / "level-2.toc.yaml").findings
    assert [(finding.code, finding.message) for finding in found] == [
        ("TOC014", "this theory includes more than 1,000 others in all")
    ]
    found = read(tmp_path / "level-0.toc.yaml").findings
    assert {(finding.code, finding.pointer[0]) for finding in found} == {("TOC014", "includes")}
    assert joined == []


@pytest.mark.parametrize(("spare", "findings"), [(0, []), (-1, ["TOC014"])])
def test_each_included_theory_counts_as_often_as_it_is_included(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spare: int, findings: list[str]
) -> None:
    path = include_many(tmp_path, levels=3, times=3)
    _, middle, last = (file.stat().st_size for file in sorted(tmp_path.glob("*.toc.yaml")))
    monkeypatch.setattr("tocmodel.fileformat.includes.MOST", 3 * (middle + 3 * last) + spare)
    assert [finding.code for finding in read(path).findings] == findings
    monkeypatch.undo()
    monkeypatch.setattr("tocmodel.fileformat.includes.MOST_THEORIES", 3 * (1 + 3) + spare)
    assert [finding.code for finding in read(path).findings] == findings


def test_a_thousand_theories_may_be_included(tmp_path: Path) -> None:
    path = include_many(tmp_path, levels=2, times=MOST_THEORIES)
    assert read(path).findings == ()
    path = include_many(tmp_path, levels=2, times=MOST_THEORIES + 1)
    assert [finding.message for finding in read(path).findings] == [
        "this theory includes more than 1,000 others in all"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege")
def test_a_link_out_of_the_project_is_not_followed(town: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.toc.yaml"
    outside.write_text("tocmodel: 1\ntitle: Outside\n")
    (tmp_path / "inside.toc.yaml").symlink_to(outside)
    town.write_text(TOWN.replace("zones/harbour.toc.yaml", "inside.toc.yaml"))
    assert [message for _, _, message, _ in messages_of(town)] == [
        "'inside.toc.yaml' cannot be included: it leads out of the project"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege")
def test_circular_links_are_reported(town: Path) -> None:
    (town.parent / "round.toc.yaml").symlink_to("round.toc.yaml")
    town.write_text(TOWN.replace("zones/harbour.toc.yaml", "round.toc.yaml"))
    assert [message for _, _, message, _ in messages_of(town)] == [
        "cannot read 'round.toc.yaml': its links form a circle"
    ]


def test_a_theory_made_in_python_includes_another() -> None:
    zone = TheoryOfChange(title="Zone", outcomes={"ready": {"title": "Ready"}})
    town = TheoryOfChange(
        title="Town",
        includes=[Include(id="zone", title="Zone", file="zone.toc.yaml", theory=zone)],
        outcomes={"well": {"title": "Well"}},
        links=["zone/ready -> well"],
    )
    assert [arrow.from_ for arrow in to_diagram(town).arrows] == ["zone"]
    assert [finding for finding in check(town) if finding.code == "TOC011"] == []


def test_an_include_that_was_not_read_holds_nothing() -> None:
    town = TheoryOfChange(
        title="Town", includes=[Include(id="zone", title="Zone", file="zone.toc.yaml")]
    )
    assert list(town.whole.includes) == ["zone"]
    assert town.whole.elements == {}
