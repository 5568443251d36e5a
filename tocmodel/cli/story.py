"""``tocmodel story``: give people a form to tell a story in, and read it into a theory."""

from collections.abc import Mapping
from types import MappingProxyType

import click

from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.options import common

COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "form": LazyCommand("tocmodel.cli.story_form:form", "Write an empty form to fill in."),
        "read": LazyCommand(
            "tocmodel.cli.story_read:read", "Put the stories of filled-in forms into a theory."
        ),
    }
)


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    epilog="""\b
Examples:
  tocmodel story form -o gate.story.txt                  a text to fill in
  tocmodel story form -o gate.xlsx --for harbour.toc.yaml  a sheet with its names to choose from
  tocmodel story read gate.story.txt --into harbour.toc.yaml
  tocmodel story COMMAND --help                          explain one of them
""",
)
@common
def story() -> None:
    """Collect value-creation stories: a form for the teller, and back into the theory."""
