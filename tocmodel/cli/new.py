"""``tocmodel new``: start a theory from a template or a real example."""

from collections.abc import Mapping
from pathlib import Path

import click
from click.core import ParameterSource

from tocmodel.cli.options import A_PATH, AN_EXAMPLE, common
from tocmodel.cli.output import OutputOptions, check_file, write_file
from tocmodel.cli.streams import STDIN, print_message, print_result
from tocmodel.diagnostics import TocModelError, listed, shell_argument

TEMPLATES = ("zone", "partnership", "value-creation")

STORY = "story"
"""The template that is not a theory but a form for a storyteller."""

ENDINGS = (".toc.yaml", ".toc.yml")


@click.command(
    epilog="""\b
Examples:
  tocmodel new --guide harbour.toc.yaml                questions in plain words, step by step
  tocmodel new harbour.toc.yaml
  tocmodel new harbour.toc.yaml --template partnership
  tocmodel new gate.story.txt --template story         a form for a storyteller
  tocmodel new --example pembury                       a real theory to learn from
  tocmodel new harbour.toc.yaml --from plan.xlsx       from a file of another program
  tocmodel new harbour.toc.yaml --editor vscode        with settings for the editor
  tocmodel new --list                                  list templates and examples
""",
)
@click.argument("path", type=A_PATH, required=False)
@click.option(
    "--guide",
    is_flag=True,
    help="Ask questions, step by step, and write the answers to PATH. If PATH exists, carry on "
    "with it.",
)
@click.option(
    "--template",
    type=click.Choice([*TEMPLATES, STORY]),
    default="zone",
    show_default=True,
    help="The template to start from.",
)
@click.option("--example", type=AN_EXAMPLE, help="Copy this example instead: a real theory.")
@click.option(
    "--from",
    "from_",
    type=A_PATH,
    metavar="FILE",
    help="Start from a file of another program that 'tocmodel convert' can read: a list of "
    "links, a logframe, an outline, a map.",
)
@click.option(
    "--editor",
    type=click.Choice(["vscode"]),
    help="Also write settings for this editor, so that it completes and explains what you type.",
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option("--list", "show_list", is_flag=True, help="List the templates and examples.")
@common
def new(
    *,
    path: Path | None,
    guide: bool,
    template: str,
    example: str | None,
    from_: Path | None,
    editor: str | None,
    force: bool,
    show_list: bool,
) -> None:
    """Write a new theory to PATH (NAME.toc.yaml), with notes that explain each part.

    You can leave out PATH with --example and --from. The command also writes a copy of the schema
    into the folder .tocmodel beside the file, so that your editor can help you offline.
    """
    if show_list:
        print_result(_list())
        return
    if from_ is not None:
        _new_from(from_, path, editor, example=example, guide=guide, force=force)
        return
    if guide:
        _refuse_beside_guide(example=example, force=force)
        _guide(path, editor)
        return
    if path is None and example:
        path = Path(f"{example}.toc.yaml")
    if path is None:
        raise click.UsageError(
            "name the file to write: tocmodel new NAME.toc.yaml; or start with questions: "
            "tocmodel new --guide"
        )
    if template == STORY and not example:
        from tocmodel.cli.story import write_form
        from tocmodel.formats import WriterInput

        _refuse_folder(path, "gate.story.txt")
        named = path if path.suffix or path == STDIN else path.with_name(f"{path.name}.story.txt")
        write_form(OutputOptions(path=named, sources=(WriterInput.FORM,), force=force))
        return
    from tocmodel.starters import companions, starter

    target = _target(path, force=force)
    files = {target: starter(template, example)}
    for name, text in companions(example).items() if example else ():
        files[_target(target.parent / name, force=force)] = text
    _write(files, editor, force=force)
    print_message(f"Wrote {target}")
    print_message(f"Next: open it in an editor, then run  tocmodel check {shell_argument(target)}")


def _new_from(
    source: Path,
    path: Path | None,
    editor: str | None,
    *,
    example: str | None,
    guide: bool,
    force: bool,
) -> None:
    """Write a theory that begins with what a file of another program has.

    Raises:
        TocModelError: the file cannot be read, or the theory cannot be written.
    """
    from tocmodel.cli.convert import print_notes
    from tocmodel.conversion.convert import read_foreign
    from tocmodel.starters import with_modeline

    named = click.get_current_context().get_parameter_source("template")
    if example or guide or named is ParameterSource.COMMANDLINE:
        raise click.UsageError("--from begins with a file: leave out --template and --example")
    target = _target(path or Path(f"{source.name.partition('.')[0]}.toc.yaml"), force=force)
    made = read_foreign(source)
    _write({target: with_modeline(made.text)}, editor, force=force)
    print_message(f"Wrote {target}")
    print_notes(made.notes)
    print_message(f"Next: open it in an editor, then run  tocmodel check {shell_argument(target)}")


def _refuse_beside_guide(*, example: str | None, force: bool) -> None:
    named = click.get_current_context().get_parameter_source("template")
    if example or named is ParameterSource.COMMANDLINE:
        raise click.UsageError("--guide begins with questions: leave out --template and --example")
    if force:
        raise click.UsageError("--guide never overwrites a theory: leave out --force")


def _guide(path: Path | None, editor: str | None) -> None:
    """Ask the questions of the guide about a new theory, or go on with one that exists."""
    from tocmodel.cli.guide import ask_title, run_guide
    from tocmodel.guide import new_draft

    title = ""
    if path is None:
        title, path = ask_title()
    if not path.exists():
        path = _target(path, force=False)
    elif not path.name.endswith(ENDINGS):
        _refuse_folder(path, "zone.toc.yaml")
        raise TocModelError(f"'{path}' is not a theory in YAML, whose name ends in {ENDINGS[0]}")
    if not path.exists():
        _write({path: new_draft(title or _title_of(path))}, editor, force=False)
        print_message(f"Wrote {path}")
    run_guide(path)


def _title_of(path: Path) -> str:
    """Return a title for a theory, made of the name of its file.

    >>> _title_of(Path("zones/harbour-zone.toc.yaml"))
    'Harbour zone'
    """
    name = path.name.removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] if words else "Our theory of change"


def _target(path: Path, *, force: bool) -> Path:
    if path == STDIN:
        raise TocModelError("a new theory goes into a file; name it, like zone.toc.yaml")
    _refuse_folder(path, "zone.toc.yaml")
    if not path.suffix:
        path = path.with_name(f"{path.name}.toc.yaml")
    if not path.name.endswith(ENDINGS):
        name = f"{path.name.split('.')[0]}.toc.yaml"
        raise TocModelError(
            f"the name '{path.name}' must end in {listed(ENDINGS)}; for example {name}"
        )
    check_file(path, force=force, replaces=False)
    return path


def _refuse_folder(path: Path, example: str) -> None:
    if path.is_dir():
        raise TocModelError(f"'{path}' is a folder; name a file in it, like {example}")


def _write(models: Mapping[Path, str], editor: str | None, *, force: bool) -> None:
    """Write all files, once all of them are ready."""
    from tocmodel.schema import schema_text
    from tocmodel.starters import SCHEMA, vscode_files
    from tocmodel.system.files import make_folder

    folder = next(iter(models)).parent
    files = [(folder / SCHEMA, schema_text("theory")), *models.items()]
    if editor:
        files += vscode_files(folder)
    for path, content in files:
        if path not in models:
            make_folder(path.parent)
        write_file(path, content, force=force)


def _list() -> str:
    from tocmodel import starters

    about_story = "a form in which someone who took part tells their story"
    templates = {**starters.TEMPLATES, STORY: about_story}
    rows = [f"  {name:16} {about}" for name, about in templates.items()]
    names = [f"  {name}" for name in starters.examples()]
    return "\n".join(["Templates:", *rows, "", "Examples:", *names, ""])
