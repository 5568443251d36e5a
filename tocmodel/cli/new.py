"""``tocmodel new``: start a theory from a template or a real example."""

from collections.abc import Mapping
from pathlib import Path

import click

from tocmodel.cli.answers import Output, check_file, write_file
from tocmodel.cli.options import A_PATH, AN_EXAMPLE, common
from tocmodel.cli.streams import put, say
from tocmodel.diagnostics import TocModelError, listed, shell_argument

TEMPLATES = ("zone", "partnership", "value-creation")

STORY = "story"
"""The one template that is no theory but a form for a storyteller."""

ENDINGS = (".toc.yaml", ".toc.yml")


@click.command(
    epilog="""\b
Examples:
  tocmodel new harbour.toc.yaml
  tocmodel new harbour.toc.yaml --template partnership
  tocmodel new gate.story.txt --template story         a form for a storyteller
  tocmodel new --example pembury                       a real one, to learn from
  tocmodel new harbour.toc.yaml --editor vscode        and settings for the editor
  tocmodel new --list                                  what there is to start from
""",
)
@click.argument("path", type=A_PATH, required=False)
@click.option(
    "--template",
    type=click.Choice([*TEMPLATES, STORY]),
    default="zone",
    show_default=True,
    help="The starter file to begin with.",
)
@click.option("--example", type=AN_EXAMPLE, help="Copy a real theory instead.")
@click.option(
    "--editor",
    type=click.Choice(["vscode"]),
    help="Write settings that make the editor complete and explain what you type.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--list", "show_list", is_flag=True, help="List the templates and examples.")
@common
def new(
    *,
    path: Path | None,
    template: str,
    example: str | None,
    editor: str | None,
    force: bool,
    show_list: bool,
) -> None:
    """Write a new theory to PATH (NAME.toc.yaml), with notes that say what goes where.

    PATH may be left out with --example. A copy of the schema goes into the folder .tocmodel
    beside it, so that an editor can help without the internet.
    """
    if show_list:
        put(_list())
        return
    if path is None and example:
        path = Path(f"{example}.toc.yaml")
    if path is None:
        raise click.UsageError("name the file to write: tocmodel new NAME.toc.yaml")
    if template == STORY and not example:
        from tocmodel.cli.story_files import write_form
        from tocmodel.stories import FORM_FORMATS

        named = path if path.suffix else path.with_name(f"{path.name}.story.txt")
        write_form(Output(path=named, names=FORM_FORMATS, force=force))
        return
    from tocmodel.cli.starters import companions, starter

    target = _target(path, force=force)
    files = {target: starter(template, example)}
    for name, text in companions(example).items() if example else ():
        files[_target(target.parent / name, force=force)] = text
    _write(files, editor, force=force)
    say(f"Wrote {target}")
    say(f"Next: open it in an editor, then run  tocmodel check {shell_argument(target)}")


def _target(path: Path, *, force: bool) -> Path:
    if path == Path("-"):
        raise TocModelError("a new theory goes into a file; name it, like zone.toc.yaml")
    if path.is_dir():
        raise TocModelError(f"'{path}' is a folder; name a file in it, like zone.toc.yaml")
    if not path.suffix:
        path = path.with_name(f"{path.name}.toc.yaml")
    if not path.name.endswith(ENDINGS):
        name = f"{path.name.split('.')[0]}.toc.yaml"
        raise TocModelError(
            f"the name '{path.name}' must end in {listed(ENDINGS)}; for example {name}"
        )
    check_file(path, force=force, replaces=False)
    return path


def _write(models: Mapping[Path, str], editor: str | None, *, force: bool) -> None:
    """Write everything, after all of it has been put together."""
    from tocmodel.cli.starters import SCHEMA, vscode_files
    from tocmodel.files import make_folder
    from tocmodel.schema import schema_text

    folder = next(iter(models)).parent
    files = [(folder / SCHEMA, schema_text("theory")), *models.items()]
    if editor:
        files += vscode_files(folder)
    for path, content in files:
        if path not in models:
            make_folder(path.parent)
        write_file(path, content, force=force)


def _list() -> str:
    from tocmodel.cli import starters

    about_story = "a form for one who took part, to tell what came of it"
    templates = {**starters.TEMPLATES, STORY: about_story}
    rows = [f"  {name:16} {about}" for name, about in templates.items()]
    names = [f"  {name}" for name in starters.examples()]
    return "\n".join(["Templates:", *rows, "", "Examples:", *names, ""])
