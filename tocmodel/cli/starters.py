"""The templates and examples that a new theory can start from, and what editors need beside it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.files import read_bytes
from tocmodel.loading import load

PACKAGE = Path(__file__).resolve().parent.parent

SCHEMA = Path(".tocmodel", "theory.schema.json")
"""The copy of the schema that an editor reads; it is kept beside the model, to work offline."""

MODELINE = f"# yaml-language-server: $schema={SCHEMA.as_posix()}"
"""The line by which an editor finds the schema."""

TEMPLATES = {
    "zone": "partners who work together for the children of one place",
    "partnership": "organisations that change how they work together",
    "value-creation": "people who learn together, and what comes of it",
}
"""Each template and whom it is for."""


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
    """Return the text of a new model, with the line that names the schema at its head.

    Raises:
        TocModelError: there is no such example.
    """
    if example is None:
        return _text(PACKAGE / "templates" / f"{template}.toc.yaml")
    known = examples()
    if example not in known:
        near = did_you_mean(example, known) or "; 'tocmodel new --list' lists them"
        raise TocModelError(f"there is no example '{example}'{near}")
    return _flat(known[example])


def companions(example: str) -> dict[str, str]:
    """Return the theories that an example includes, by the names their files get beside it."""
    known = examples()
    found: dict[str, str] = {}
    waiting = [known[example]] if example in known else []
    while waiting:
        path = waiting.pop()
        for include in load(path).includes.values():
            inner = (path.parent / include.file).resolve()
            if inner.name not in found:
                found[inner.name] = _flat(inner)
                waiting.append(inner)
    return found


def _flat(path: Path) -> str:
    """Return the text of an example that finds what it includes in its own folder."""
    text = _text(path)
    for include in load(path).includes.values():
        text = text.replace(f"file: {include.file}", f"file: {Path(include.file).name}")
    return with_modeline(text)


def _text(path: Path) -> str:
    return read_bytes(path).decode("utf-8")


def with_modeline(text: str) -> str:
    r"""Put the line that names the schema at the head of a YAML text, in place of another.

    >>> print(with_modeline("# yaml-language-server: $schema=../theory.json\ntitle: A zone\n"))
    # yaml-language-server: $schema=.tocmodel/theory.schema.json
    title: A zone
    <BLANKLINE>
    """
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("# yaml-language-server:")]
    return "".join([f"{MODELINE}\n", *kept])


def vscode_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Return the settings of VS Code for a folder of models, joined to those it has already.

    Raises:
        TocModelError: there are settings that cannot be read, and so not be joined.
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
    """Return what a file of settings holds, with the wanted keys, empty where they are new."""
    if not path.exists():
        return wanted
    try:
        data = json.loads(read_bytes(path))
    except ValueError:  # not JSON: VS Code allows comments, which would be lost
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
