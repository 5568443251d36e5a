"""The example theories, and every figure in them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import fields, has

from tocmodel.model import Figure, TheoryOfChange

FOLDER = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(
    path.parent.name
    for path in FOLDER.glob("*/*.toc.yaml")
    if path.name == f"{path.parent.name}.toc.yaml"
)
"""Each example, by its folder. Other models in a folder are parts that its model includes."""

PARTS = sorted(
    f"{path.parent.name}/{path.name.removesuffix('.toc.yaml')}"
    for path in FOLDER.glob("*/*.toc.yaml")
    if path.name != f"{path.parent.name}.toc.yaml"
)
"""The models beside that of an example: ``headstart/hull``."""


Kept = Callable[[Path, bytes], None]
"""What the fixture ``kept`` gives: compare what was made with the kept file, or keep it."""


def model_file(name: str) -> Path:
    """The file of an example, or of a part of one."""
    folder, _, part = name.partition("/")
    return FOLDER / folder / f"{part or folder}.toc.yaml"


def figures(theory: TheoryOfChange) -> dict[str, Figure]:
    """Every figure of a theory's own by its path, ``indicators/jobs/observations/0``."""
    return dict(_figures(theory, ()))


def _figures(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, Figure]]:
    if isinstance(value, Figure):
        yield "/".join(path), value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _figures(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _figures(item, (*path, str(index)))
    elif has(type(value)):
        if path and isinstance(value, TheoryOfChange):  # included, and listed by itself
            return
        for attribute in fields(type(value)):
            yield from _figures(getattr(value, attribute.name), (*path, attribute.name))
