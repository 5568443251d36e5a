"""The commands as the program has them, and how to run each that can write a file."""

from collections.abc import Iterator
from pathlib import Path

import click

from tocmodel.cli.program import program

ZONE = """\
tocmodel: 1
title: Breakfast club
frameworks: [ours.framework.yaml, value-creation]
includes:
  harbour: {title: The harbour, file: harbour.toc.yaml}
interventions:
  club: {title: '=HYPERLINK(1)', classified_as: {strands: water}}
outcomes:
  fed: {title: Children are fed, horizon: short}
  calm: {title: Mornings are calm, horizon: impact}
links:
  - {from: club, to: fed, because: there is food}
  - {from: fed, to: calm, because: nobody is hungry}
indicators:
  late:
    title: '=late()'
    data: {file: pupils.csv, where: {late: true}, time: term}
trackers:
  pastoral:
    title: '=pastoral()'
    data: {file: pupils.csv, each: pupil, time: term}
    signs: {late: {title: '=1+1', column: late, is: true}}
    tips: {flagged: {any: [late]}}
    offers: {meal: {intervention: club, for: [late], given: {column: fed, is: true}}}
spaces:
  circle: {title: The circle}
value_creation:
  idea: {title: '=1+1', space: circle, cycle: potential}
views:
  overview: {title: How it works, lanes: strands}
  children: {title: What children notice, show: [outcomes]}
"""

HARBOUR = """\
tocmodel: 1
title: The harbour
outcomes:
  ready: {title: Children are ready, horizon: short}
"""

FRAMEWORK = """\
tocmodel_framework: 1
id: strands
title: Our strands
dimensions:
  strand:
    title: Strand
    classifies: [interventions]
    categories:
      water: {title: On the water}
      land: {title: On land}
"""

PROJECT = {
    "zone.toc.yaml": ZONE,
    "harbour.toc.yaml": HARBOUR,
    "ours.framework.yaml": FRAMEWORK,
    "tocmodel.toml": 'ignore = ["TOC101"]\n',
    "zone.json": '{"tocmodel": 1, "title": "Breakfast club", "outcomes": {"fed": {"title": "F"}}}',
    "other.toc.yaml": "tocmodel: 1\ntitle: Another theory\n",
    "OTHER.TOC.YML": "tocmodel: 1\ntitle: Another theory\n",
    "other.toc.json": '{"tocmodel": 1, "title": "Another theory"}',
    "other.framework.yml": FRAMEWORK,
}
"""Files of a project: a theory, what it includes and names, and others that nothing reads."""

DATA = {"pupils.csv": "pupil,term,late,fed\n1,2024-Q1,yes,yes\n2,2024-Q1,no,no\n"}
"""Data that the theory names: only the commands that count them know of the file."""

ARGUMENTS = {
    "check": ("zone.toc.yaml",),
    "draw": ("zone.toc.yaml",),
    "print cards": ("zone.toc.yaml",),
    "print canvas": (),
    "print value-canvas": (),
    "explain": ("zone.toc.yaml", "fed"),
    "tell": ("zone.toc.yaml",),
    "pathways": ("zone.toc.yaml", "club", "calm"),
    "value": ("zone.toc.yaml",),
    "report": ("zone.toc.yaml",),
    "indicators": ("zone.toc.yaml",),
    "progress": ("zone.toc.yaml",),
    "collect": ("zone.toc.yaml",),
    "review": ("zone.toc.yaml",),
    "tracker": ("zone.toc.yaml",),
    "logframe": ("zone.toc.yaml",),
    "matrix": ("zone.toc.yaml",),
    "portfolio": ("zone.toc.yaml", "harbour.toc.yaml"),
    "analyse": ("zone.toc.yaml",),
    "story form": ("--for", "zone.toc.yaml"),
    "framework show": ("ours.framework.yaml",),
    "framework coverage": ("zone.toc.yaml", "strands"),
    "show": ("zone.toc.yaml",),
    "diff": ("harbour.toc.yaml", "zone.toc.yaml"),
    "changelog": ("zone.toc.yaml",),
    "convert": ("zone.toc.yaml",),
    "schema": (),
}
"""The arguments with which each command that has ``--output`` runs in the project."""

_THEORY = ("zone.toc.yaml", "harbour.toc.yaml")

READS = {
    **dict.fromkeys(ARGUMENTS, _THEORY),
    "check": (*_THEORY, "ours.framework.yaml", "tocmodel.toml"),
    "draw": (*_THEORY, "ours.framework.yaml", "tocmodel.toml"),
    "report": (*_THEORY, "ours.framework.yaml", "tocmodel.toml"),
    "portfolio": (*_THEORY, "ours.framework.yaml", "tocmodel.toml"),
    "framework coverage": (*_THEORY, "ours.framework.yaml"),
    "framework show": ("ours.framework.yaml",),
    "print cards": (*_THEORY, "tocmodel.toml"),
    "print canvas": ("tocmodel.toml",),
    "print value-canvas": ("tocmodel.toml",),
    **dict.fromkeys(("collect", "tracker"), (*_THEORY, "tocmodel.toml")),
    "schema": (),
}
"""What each of them reads with these arguments."""


def make_project(folder: Path) -> dict[str, bytes]:
    """Write the files of the project, and return what each holds."""
    for name, text in (PROJECT | DATA).items():
        (folder / name).write_text(text, encoding="utf-8")
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    """What the files of the project hold now."""
    return {name: (folder / name).read_bytes() for name in PROJECT}


def commands(group: click.Group = program, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command of the program by its name, such as ``story form``."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def options(command: click.Command) -> dict[str, click.Parameter]:
    """The options of a command, each by all its names."""
    return {name: option for option in command.params for name in option.opts}


WRITING = {name: command for name, command in commands() if "--output" in options(command)}
"""The commands that can write their answer to a file, as the program has them."""


WITH_OPTIONS = {
    "framework show": ("theory",),
    "portfolio": ("svg", "png"),
    "value": ("json",),
}
"""Formats that a command writes with other arguments only."""


def usual_formats(name: str) -> tuple[str, ...]:
    """The formats in which a command answers with the arguments above."""
    offered = formats(WRITING[name])
    return tuple(format_ for format_ in offered if format_ not in WITH_OPTIONS.get(name, ()))


def formats(command: click.Command) -> tuple[str, ...]:
    """The formats that a command offers; none where it has one only."""
    option = options(command).get("--format")
    return tuple(option.type.choices) if option and isinstance(option.type, click.Choice) else ()
