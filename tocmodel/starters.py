"""Templates and examples for a new theory, and the files that editors need with it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import TocModelError, UnknownIdError, did_you_mean
from tocmodel.fileformat.loading import load
from tocmodel.system.files import read_bytes, read_whole
from tocmodel.system.reading import LARGEST_SETTINGS

PACKAGE = Path(__file__).resolve().parent

SCHEMA = Path(".tocmodel", "theory.schema.json")
"""The copy of the schema for an editor; it is beside the model, to work offline."""

MODELINE = f"# yaml-language-server: $schema={SCHEMA.as_posix()}"
"""The line that tells an editor where the schema is."""

TEMPLATES = {
    "zone": "partners who work together for the children of one place",
    "partnership": "organisations that change how they work together",
    "value-creation": "people who learn together, and the results",
}
"""Each template and its users."""


def examples() -> dict[str, Path]:
    """Return the examples by name: in ``tocmodel/examples`` of a wheel, or of the repository."""
    packaged = PACKAGE / "examples"
    folder = packaged if packaged.is_dir() else PACKAGE.parent / "examples"
    return {
        model.parent.name: model
        for model in sorted(folder.glob("*/*.toc.yaml"))
        if model.name == f"{model.parent.name}.toc.yaml"
    }


def starter(template: str, example: str | None) -> str:
    """Return the text of a new model, with the line that names the schema at the top.

    Raises:
        UnknownIdError: there is no such example.
    """
    if example is None:
        return _text(PACKAGE / "templates" / f"{template}.toc.yaml")
    known = examples()
    if example not in known:
        near = did_you_mean(example, known) or "; 'tocmodel new --list' lists them"
        raise UnknownIdError(f"there is no example '{example}'{near}")
    return _flat(known[example])


def companions(example: str) -> dict[str, str]:
    """Return the theories that an example includes, by their file names beside it."""
    known = examples()
    found: dict[str, str] = {}
    waiting = [known[example]] if example in known else []
    while waiting:
        path = waiting.pop()
        for include in load(path).includes.values():
            if not include.file:
                continue  # an area that nothing describes
            inner = (path.parent / include.file).resolve()
            if inner.name not in found:
                found[inner.name] = _flat(inner)
                waiting.append(inner)
    return found


def _flat(path: Path) -> str:
    """Return the text of an example with its included theories in its own folder."""
    text = _text(path)
    for include in filter(lambda include: include.file, load(path).includes.values()):
        text = text.replace(f"file: {include.file}", f"file: {Path(include.file).name}")
    return with_modeline(text)


def _text(path: Path) -> str:
    return read_bytes(path).decode("utf-8")


def with_modeline(text: str) -> str:
    r"""Put the line that names the schema at the top of a YAML text, in place of another.

    >>> print(with_modeline("# yaml-language-server: $schema=../theory.json\ntitle: A zone\n"))
    # yaml-language-server: $schema=.tocmodel/theory.schema.json
    title: A zone
    <BLANKLINE>
    """
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("# yaml-language-server:")]
    return "".join([f"{MODELINE}\n", *kept])


def vscode_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Return the settings of VS Code for a folder of models, added to the existing ones.

    Raises:
        TocModelError: the existing settings cannot be read, so nothing can be added to them.
    """
    schema = f"./{SCHEMA.as_posix()}"
    settings = folder / ".vscode" / "settings.json"
    data = _json(settings, {"yaml.schemas": {}, "json.schemas": []})
    data["yaml.schemas"][schema] = ["*.toc.yaml", "*.toc.yml"]
    own = {"fileMatch": ["*.toc.json"], "url": schema}
    if own not in data["json.schemas"]:
        data["json.schemas"].append(own)
    yield settings, _dumped(data)

    extensions = folder / ".vscode" / "extensions.json"
    data = _json(extensions, {"recommendations": []})
    if "redhat.vscode-yaml" not in data["recommendations"]:
        data["recommendations"].append("redhat.vscode-yaml")
    yield extensions, _dumped(data)


def _json(path: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return the contents of a settings file, with the wanted keys, which are empty if new."""
    if not path.exists():
        return wanted
    try:
        data = json.loads(read_whole(path, LARGEST_SETTINGS))
    except (ValueError, RecursionError):  # not JSON: VS Code allows comments, which would be lost
        data = None
    joined = {**wanted, **data} if isinstance(data, dict) else {}
    if not joined or any(type(joined[key]) is not type(wanted[key]) for key in wanted):
        raise TocModelError(
            f"cannot add to '{path}': it is not as VS Code writes it, or holds comments, which "
            "would be lost; move it away, run this again, and join the two by hand"
        )
    return joined


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
