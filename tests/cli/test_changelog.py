"""``tocmodel changelog``."""

from pathlib import Path

import pytest
from cli_types import Run
from git_folder import git, keep
from reading_club import SECOND

LOG = """\
Change log: A reading club
Next review due: 2020-03.

2019-03-14: Spring review (minor)
- Took part: Parents.
- Prompted by: what parents told us.
- Decided: to wait longer.
- Changed: Children enjoy reading; Reading together → Children enjoy reading.
- Committed on 2019-03-15 (Wait longer): 3 significant differences and 1 minor
  difference.
  The review calls this minor; some of it is significant.
  - The outcome “Children enjoy reading” is now expected in the medium term; it was in
    the short term.
  - The outcome “Parents feel sure” is no longer part of the theory.
  - It is no longer claimed that “Reading together” leads to “Parents feel sure”.
  - The revision now has a date for the next review: 2020-03.

2018-09-03: First version
- The first version on record.
"""


@pytest.mark.usefixtures("history")
def test_the_change_log_joins_reviews_and_revisions(run: Run) -> None:
    result = run("changelog", "club.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == LOG


@pytest.mark.usefixtures("history")
def test_the_change_log_begins_where_asked(run: Run) -> None:
    assert "First version" not in run("changelog", "club.toc.yaml", "--since", "HEAD~1").stdout
    since_last = run("changelog", "club.toc.yaml", "--since", "HEAD", "-f", "markdown").stdout
    assert since_last == (
        "# Change log: A reading club\n\n- Next review due: 2020-03.\n"
        "- No review and no change is on record.\n"
    )


@pytest.mark.usefixtures("history")
def test_a_change_without_a_review_says_so(run: Run) -> None:
    path = Path("club.toc.yaml")
    path.write_text(SECOND.replace("horizon: medium", "horizon: long"), encoding="utf-8")
    log = run("changelog", path.name).stdout
    assert "\nNot committed yet\n- 1 significant difference.\n  No review states who agreed" in log


@pytest.mark.usefixtures("pair")
def test_without_git_the_reviews_stand_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("PATH", str(folder / "nowhere"))
    result = run("changelog", "new.toc.yaml")
    assert result.stderr == (
        "Note: git has no history of this file; the log has its reviews only\n"
    )
    assert result.stdout == LOG[: LOG.index("- Committed")]


@pytest.mark.usefixtures("history")
def test_a_state_that_holds_no_theory_is_left_out_of_the_log(run: Run) -> None:
    keep("club.toc.yaml", "tocmodel: 1\n", "Break it", "2019-04-01")
    keep("club.toc.yaml", SECOND, "Mend it", "2019-04-02")
    result = run("changelog", "club.toc.yaml")
    assert result.stdout == LOG
    assert result.stderr.startswith("Note: left out the version of 2019-04-01 (")


def test_a_shallow_clone_says_that_its_log_lacks_the_beginning(
    run: Run, history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("clone", "--quiet", "--depth", "1", history.as_uri(), "copy")
    monkeypatch.chdir("copy")
    result = run("changelog", "club.toc.yaml")
    assert result.exit_code == 0
    assert result.stderr == (
        "Note: this is a shallow clone; 'git fetch --unshallow' gets the earlier history\n"
    )
