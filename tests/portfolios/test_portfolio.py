"""Many theories read as one portfolio: a row for each, whatever is wrong with it."""

import os
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import tocmodel
from tocmodel.analysis.progress import ProgressStatus
from tocmodel.checks import check
from tocmodel.config import find_config
from tocmodel.diagnostics import InvalidModelError, Severity, TocModelError
from tocmodel.portfolios import measure, run
from tocmodel.portfolios.run import BATCH, find_theories, measure_all, portfolio

ZONE = """\
tocmodel: 1
title: {title}
frameworks: [resilience]
interventions:
  visits: {{title: Home visits, tier: targeted, odds: beat}}
outcomes:
  ready: {{title: Children are ready for school, horizon: short}}
indicators:
  score:
    {{title: Score, measures: [ready], better: higher, baseline: 1, target: 4, observations: [4]}}
  count: {{title: Count, measures: [ready]}}
evidence:
  study: {{title: A study, shows: change, supports: [ready]}}
links: [visits -> ready]
"""
DAMAGE = {
    "empty.toc.yaml": (b"", "it holds no valid theory: the file is empty (line 1)"),
    "no-yaml.toc.yaml": (b"tocmodel: [", "it holds no valid theory: "),
    "version.toc.yaml": (b"tocmodel: 2\ntitle: X\n", "it holds no valid theory: "),
    "picture.toc.yaml": (b"\x89PNG\r\n\x1a\n", "it holds no valid theory: this is a picture"),
    "deep.toc.yaml": (b"tocmodel: " + b"[" * 100_000, "it holds no valid theory: "),
}

posix = pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")


@pytest.fixture
def zones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two zones in folders of their own, and what is no theory."""
    monkeypatch.chdir(tmp_path)
    for name in ("harbour", "moor"):
        folder = tmp_path / "zones" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.toc.yaml").write_text(ZONE.format(title=name.capitalize()))
        (folder / "notes.md").write_text("notes")
    return tmp_path / "zones"


def test_a_row_has_what_other_commands_say_of_the_theory(zones: Path) -> None:
    row = portfolio(zones).rows[0]
    file = zones / "harbour" / "harbour.toc.yaml"
    theory = tocmodel.load(file)
    found = check(file)
    assert (row.file, row.title) == (str(Path("zones/harbour/harbour.toc.yaml")), "Harbour")
    assert sum(row.severities.values()) == len(found) == sum(row.checks.values())
    assert row.checks["no-mechanism"] == sum(finding.rule == "no-mechanism" for finding in found)
    assert (row.elements, row.links) == (len(theory.elements), len(theory.links))
    assert row.statuses == {ProgressStatus.MET: 1, ProgressStatus.NO_DATA: 1}
    assert (row.outcomes, row.outcomes_with_change, row.evidence, row.indicators) == (1, 1, 1, 2)
    covered = tocmodel.coverage(theory, "resilience")
    (use,) = row.frameworks
    assert (use.covered, len(use.sought)) == (covered.covered, len(covered.sought))
    assert use.by_category["beat-the-odds"] == 1


def test_the_settings_of_a_folder_decide_on_its_checks(zones: Path) -> None:
    (zones / "moor" / "tocmodel.toml").write_text(
        'select = ["no-mechanism"]\n[severity]\nTOC222 = "error"\n'
    )
    harbour, moor = portfolio(zones).rows
    assert set(moor.checks) == {"no-mechanism"} < set(harbour.checks)
    assert set(moor.severities) == {Severity.ERROR}
    assert find_config(zones / "moor").select == ("no-mechanism",)


def test_whatever_is_wrong_with_a_file_it_is_a_row_with_the_reason(zones: Path) -> None:
    for name, (data, _) in DAMAGE.items():
        (zones / name).write_bytes(data)
    found = portfolio(zones)
    assert [row.title for row in found.read] == ["Harbour", "Moor"]
    reasons = {Path(row.file).name: row.reason for row in found.unread}
    assert reasons.keys() == DAMAGE.keys()
    for name, (_, reason) in DAMAGE.items():
        assert reasons[name].startswith(reason), name
        assert str(zones.parent) not in reasons[name]


def test_a_mistake_of_our_own_is_a_row_too(zones: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(what: Any, name: str, config: Any, publication: Any) -> measure.Measured:
        if "moor" in name:
            raise ZeroDivisionError("none")
        return measure.measure(what, name, config, publication)

    monkeypatch.setattr(run, "measure", broken)
    harbour, moor = portfolio(zones).rows
    assert (harbour.reason, moor.reason) == (
        "",
        "tocmodel made a mistake with it; please report it: ZeroDivisionError('none')",
    )


@posix
def test_links_and_other_files_are_passed_over_and_counted(zones: Path) -> None:
    (zones / "up").symlink_to("..")
    (zones / "here").symlink_to("harbour")
    (zones / "again.toc.yaml").symlink_to("moor/moor.toc.yaml")
    (zones / "gone.toc.yaml").symlink_to("nowhere")
    (zones / "circle.toc.yaml").symlink_to("circle.toc.yaml")
    os.mkfifo(zones / "pipe.toc.yaml")
    (zones / ".git").mkdir()
    (zones / ".git" / "old.toc.yaml").write_text(ZONE.format(title="Old"))
    found = portfolio([zones, zones / "harbour" / "harbour.toc.yaml"])
    passed = found.passed_over
    assert (passed.others, passed.links, passed.twice) == (3, 2, 2)
    assert {row.title for row in found.read} == {"Harbour", "Moor"}
    assert {row.reason.partition("; ")[0] for row in found.unread} == {
        "it cannot be read: there is no such file",
        "it cannot be read: its links form a circle",
    }


def test_a_folder_that_cannot_be_looked_into_is_a_row(
    zones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refusing(path: Any) -> Any:
        if str(path).endswith("moor"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    harbour, moor = portfolio(zones).rows
    assert (harbour.title, moor.file) == ("Harbour", str(Path("zones/moor")))
    assert moor.reason.startswith("it cannot be read: ")


def test_a_theory_names_the_files_that_it_includes(zones: Path) -> None:
    (zones / "tocmodel.toml").write_text("")
    text = "tocmodel: 1\ntitle: Town\nincludes: {h: {title: H, file: harbour/harbour.toc.yaml}}\n"
    (zones / "town.toc.yaml").write_text(text)
    town, harbour, _ = portfolio(zones).rows
    assert (town.title, town.includes) == ("Town", (harbour.file,))
    assert (town.elements, town.indicators) == (harbour.elements, 0)  # own indicators only
    assert sum(portfolio(zones).statuses.values()) == 4


class Backwards(Executor):
    """An executor that does its work only when somebody waits, the last first."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Any]] = []

    def submit(self, function: Any, /, *arguments: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = _Lazy(self)
        self.waiting.append((future, lambda: function(*arguments, **more)))
        return future

    def work(self) -> None:
        while self.waiting:
            future, task = self.waiting.pop()
            if future.set_running_or_notify_cancel():
                future.set_result(pickle.loads(pickle.dumps(task())))


class _Lazy(Future[Any]):
    def __init__(self, executor: Backwards) -> None:
        super().__init__()
        self.executor = executor

    def result(self, timeout: float | None = None) -> Any:
        self.executor.work()
        return super().result(timeout)


def many(folder: Path, count: int) -> Path:
    """A folder with so many small theories, one of them empty."""
    folder.mkdir()
    for number in range(count):
        text = ZONE.format(title=f"Zone {number}") if number != 3 else ""
        (folder / f"{number:03}.toc.yaml").write_text(text)
    return folder


@pytest.mark.parametrize("batch", [1, 4, BATCH])
def test_the_answer_and_its_order_do_not_depend_on_who_reads(tmp_path: Path, batch: int) -> None:
    folder = many(tmp_path / "many", 12)
    here = portfolio(folder)
    assert [Path(row.file).name for row in here.rows] == [f"{n:03}.toc.yaml" for n in range(12)]
    assert portfolio(folder, executor=Backwards(), batch=batch) == here
    with ThreadPoolExecutor(2) as threads:
        assert portfolio(folder, executor=threads, batch=batch) == here


def test_equal_frameworks_of_several_batches_are_one_object(tmp_path: Path) -> None:
    found = portfolio(many(tmp_path / "many", 6), executor=Backwards(), batch=2)
    (framework,) = found.frameworks
    assert all(use.framework is framework for row in found.rows for use in row.frameworks)


def test_what_has_not_begun_is_cancelled_if_nobody_asks_for_more(tmp_path: Path) -> None:
    executor = Backwards()
    found = find_theories(many(tmp_path / "many", 6))
    rows: Iterator[measure.Measured] = measure_all(found, executor, 1)
    executor.work = (
        lambda: executor.waiting[0][0].set_result(  # type: ignore[method-assign]
            run.measure_batch(found.files[:1])
        )
    )
    assert next(rows).row.title == "Zone 0"
    rows.close()  # type: ignore[attr-defined]
    assert [future.cancelled() for future, _ in executor.waiting] == [False] + [True] * 5


def test_an_executor_that_broke_down_is_one_sentence(tmp_path: Path) -> None:
    class Broken(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor("a process was terminated"))
            return future

    with pytest.raises(TocModelError, match="died, perhaps for lack of memory; use fewer workers"):
        portfolio(many(tmp_path / "many", 2), executor=Broken())


def test_theories_in_memory_stand_among_files(zones: Path) -> None:
    theory = tocmodel.load(zones / "moor" / "moor.toc.yaml")
    made = tocmodel.TheoryOfChange(title="Made")
    rows = portfolio([made, zones / "harbour" / "harbour.toc.yaml", theory]).rows
    assert [row.title for row in rows] == ["Made", "Harbour", "Moor"]
    assert [row.file for row in rows][::2] == ["Made", str(Path("zones/moor/moor.toc.yaml"))]
    broken = tocmodel.reads("tocmodel: 1", "x.toc.yaml")
    assert portfolio(broken).rows[0].reason.startswith("it holds no valid theory: ")
    assert portfolio(theory).rows == portfolio(zones / "moor" / "moor.toc.yaml").rows


def test_anything_else_is_refused(zones: Path) -> None:
    with pytest.raises(InvalidModelError, match="made of files and theories, not of: 3"):
        portfolio([3])  # type: ignore[list-item]
    (zones / "none").mkdir()
    with pytest.raises(TocModelError, match="there is no theory file in"):
        portfolio(zones / "none")


def test_entries_of_very_large_theories_are_left_out_and_counted(
    zones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "MOST_ENTRIES", 3)
    row = portfolio(zones).rows[0]
    assert ([entry.id for entry in row.entries], row.left_out) == (["visits", "ready", "score"], 1)


def test_rows_are_small_and_survive_pickling(zones: Path) -> None:
    found = portfolio(zones)
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(pickle.dumps(found.rows[0])) < 12_000
