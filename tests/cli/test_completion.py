"""``tocmodel completion``, and what the shell offers then."""

import pytest
from cli_types import Run, Start
from click.shell_completion import get_completion_class


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_its_script(run: Run, shell: str) -> None:
    script = run("completion", shell)
    if get_completion_class(shell) is None:  # an older Click cannot complete in PowerShell
        assert (script.exit_code, script.stdout) == (2, "")
        assert f"the installed Click cannot complete in {shell}" in script.stderr
    else:
        assert (script.exit_code, script.stderr) == (0, "")
        assert "_TOCMODEL_COMPLETE" in script.stdout


def completed(start: Start, words: str) -> list[str]:
    """What bash is offered after these words."""
    done = start(
        _TOCMODEL_COMPLETE="bash_complete",
        COMP_WORDS=f"tocmodel {words}",
        COMP_CWORD=str(len(words.split(" "))),
    )
    assert done.stderr == b""
    return [line.partition(",")[2] for line in done.stdout.decode().split("\n") if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sc", ["schema"]),
        ("draw zone.toc.yaml --view ", ["overview", "children"]),
        ("draw zone.toc.yaml --view ch", ["children"]),
        ("draw zone.toc.yaml --focus f", ["fed"]),
        ("explain zone.toc.yaml f", ["fed"]),
        ("tell zone.toc.yaml --to f", ["fed"]),
        ("pathways zone.toc.yaml f", ["fed"]),
        ("draw broken.toc.yaml --view ", []),
        ("draw no.toc.yaml --view ", []),
        ("describe TOC00", [f"TOC00{number}" for number in range(1, 8)]),
        ("describe no-b", ["no-baseline"]),
        ("new a.toc.yaml --example pem", ["pembury"]),
        ("check --format s", ["sarif"]),
        ("diff zone.toc.yaml --view ", ["overview", "children"]),
        ("draw zone.toc.yaml --expand ", []),
        ("framework show fairness-commission --template ", ["commission"]),
        ("framework coverage zone.toc.yaml resilience --dimension o", ["odds"]),
        ("framework coverage zone.toc.yaml --dimension o", []),
        ("analyse --measure lo", ["loops", "longest-pathway"]),
        ("report zone.toc.yaml --sections mo", ["monitoring"]),
    ],
)
@pytest.mark.usefixtures("zone", "broken")
def test_the_shell_completes_what_is_in_the_model(
    start: Start, words: str, offered: list[str]
) -> None:
    assert completed(start, words) == offered


def test_a_shell_that_an_older_click_does_not_know_is_reported(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_shell: str) -> None:
        return None

    monkeypatch.setattr("tocmodel.cli.completion.get_completion_class", unknown)
    result = run("completion", "powershell")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "get a newer one: pip install -U click" in result.stderr
