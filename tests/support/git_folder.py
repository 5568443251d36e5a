"""A git repository for tests, independent of this machine's git settings."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

Git = Callable[..., str]
"""``git("commit", ..., day="2019-03-14")`` in the current folder; gives what it wrote."""


def git(*arguments: str, day: str = "2019-03-14") -> str:
    """Run git in the current folder, on a given day."""
    moment = f"{day}T12:00:00Z"
    own = {
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    around = {
        name: value
        for name, value in os.environ.items()
        if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
    }
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**around, **own},
    )
    return done.stdout


def keep(name: str, text: str, message: str = "Keep", day: str = "2019-03-14") -> None:
    """Write a file and commit it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    git("add", "--", name)
    git("commit", "--quiet", "--message", message, day=day)
