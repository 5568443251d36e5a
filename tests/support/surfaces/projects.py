"""Projects: however files name one another, each is read, or a finding shows the wrong name."""

import os
import sys
import tempfile
from pathlib import Path

from hypothesis import strategies as st

from surfaces.frameworks import DIMENSION, START, valid_framework
from surfaces.model import Case, Surface
from tocmodel.checks import check
from tocmodel.diagram import to_diagram
from tocmodel.fileformat.loading import read

FILES = ("a.toc.yaml", "b.toc.yaml", "zones/c.toc.yaml", "zones/d.toc.yaml")
OWN = "ours.framework.yaml"
BESIDE = ("broken.toc.yaml", "outside.toc.yaml", "loop.toc.yaml", "pipe.toc.yaml")
PATHS = (
    *FILES,
    *BESIDE,
    OWN,
    "zones/../ours.framework.yaml",
    "../ours.framework.yaml",
    "c.toc.yaml",
    "../a.toc.yaml",
    "./b.toc.yaml",
    "zones/../b.toc.yaml",
    "../../out.toc.yaml",
    "/etc/passwd",
    "C:\\zone.toc.yaml",
    "zones\\c.toc.yaml",
    "zones",
    "no.toc.yaml",
    "é \u202e.toc.yaml",
    f"{'x' * 300}.toc.yaml",
    f"{'x' * 300}.framework.yaml",
    "a\x00b.toc.yaml",
    "folder.toc.yaml",
    "pipe.framework.yaml",
    "",
    ".",
    "~/a.toc.yaml",
    "file:///etc/passwd",
    "resilience",
)
REFERENCES = ("o", "one/o", "two/o", "one/two/o", "one/", "/o", "one/o/o", "no/o", "one")


@st.composite
def _projects(draw: st.DrawFn) -> Case:
    """Four theories, each of which may include any file and name anything in it."""
    files = {name: draw(_theories()).encode() for name in FILES}
    own = draw(valid_framework() | st.just(START + DIMENSION) | st.just(START) | st.none())
    return Case({**files, **({} if own is None else {OWN: own.encode()})})


@st.composite
def _theories(draw: st.DrawFn) -> str:
    """The text of a theory that includes up to two files."""
    path = st.sampled_from(FILES) | st.sampled_from(PATHS)
    named = draw(st.lists(path, max_size=2))
    pair = st.builds("{} -> {}".format, *[st.sampled_from(REFERENCES)] * 2)
    lines = [
        "tocmodel: 1",
        "title: T",
        "outcomes: {o: {title: O, horizon: impact, classified_as: {ours: kind}}}",
        f"links: {_flow(draw(st.lists(pair, max_size=2)))}",
        f"views: {{all: {{title: All, expand: {_flow(draw(_SOME_REFERENCES))}}}}}",
    ]
    if named:
        lines.append("includes:")
        for id_, file in zip(("one", "two"), named, strict=False):
            lines.append(f"  {id_}: {{title: {id_}, file: {_quoted(file)}}}")
    if draw(st.booleans()):
        lines.append(f"frameworks: [{_quoted(draw(st.just(OWN) | path))}]")
    return "\n".join(lines)


_SOME_REFERENCES = st.lists(st.sampled_from(REFERENCES), max_size=2)


def _flow(words: list[str]) -> str:
    return f"[{', '.join(map(_quoted, words))}]"


def _quoted(word: str) -> str:
    return '"' + "".join(_escaped(letter) for letter in word) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\u{ord(letter):04x}"


def write_project(case: Case, folder: Path) -> None:
    """Write the files, and beside them a broken one, links that lead out or in a circle, pipes."""
    (folder / "zones").mkdir(parents=True)
    (folder / "tocmodel.toml").touch()
    (folder.parent / "out.toc.yaml").write_text("tocmodel: 1\ntitle: Outside\n", encoding="utf-8")
    (folder / "broken.toc.yaml").write_bytes(b"tocmodel: [\xff")
    (folder / "folder.toc.yaml").mkdir()
    if sys.platform != "win32":
        (folder / "loop.toc.yaml").symlink_to("loop.toc.yaml")
        (folder / "outside.toc.yaml").symlink_to("../out.toc.yaml")
        for name in ("pipe.toc.yaml", "pipe.framework.yaml"):
            os.mkfifo(folder / name)
    for name, content in case.files.items():
        (folder / name).write_bytes(content)


def _read(case: Case) -> bool:
    valid = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "project")
        write_project(case, folder)
        for name in FILES:
            document = read(folder / name)
            findings = check(document)
            assert findings == check(read(folder / name))
            assert document.theory is not None or findings
            assert all("Outside" not in finding.message for finding in findings)
            valid.append(document.theory is not None)
            if document.theory is not None:
                for view in (None, *document.theory.views):
                    assert to_diagram(document.theory, view).title
    return any(valid)


SURFACES = (Surface("project: files that name files", _projects(), _read),)
