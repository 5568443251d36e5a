"""``tocmodel completion``: print the shell completion script."""

import click
from click.shell_completion import get_completion_class

from tocmodel.cli.options import common
from tocmodel.cli.streams import print_result
from tocmodel.diagnostics import TocModelError

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command(
    epilog="""\b
Examples:
  bash        tocmodel completion bash >> ~/.bashrc
  zsh         tocmodel completion zsh >> ~/.zshrc
  fish        tocmodel completion fish > ~/.config/fish/completions/tocmodel.fish
  PowerShell  tocmodel completion powershell >> $PROFILE
""",
)
@click.argument("shell", type=click.Choice(SHELLS))
@common
def completion(shell: str) -> None:
    """Print the shell completion script. Then Tab completes commands, options, views and checks."""
    kind = get_completion_class(shell)
    if kind is None:
        raise TocModelError(
            f"the installed Click cannot complete in {shell}; get a newer one: pip install -U click"
        )
    print_result(kind(click.Command(None), {}, "tocmodel", "_TOCMODEL_COMPLETE").source() + "\n")
