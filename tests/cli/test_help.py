"""``tocmodel help``."""

import pytest
from cli_types import Run

from tocmodel.cli.program import COMMANDS


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["story", "read"]])
def test_help_explains_what_it_is_asked_about(run: Run, command: list[str]) -> None:
    answer = run("help", *command)
    assert (answer.exit_code, answer.stdout) == (0, run(*command, "--help").stdout)


def test_help_about_nothing_there_is_names_the_nearest_command(run: Run) -> None:
    answer = run("help", "story", "reed")
    assert answer.exit_code == 2
    assert "Error: there is no command 'story reed'; did you mean 'read'?" in answer.stderr
