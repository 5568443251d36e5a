"""However files name one another, each is read, or it is said which name leads to nothing."""

import os
import sys
from importlib import resources
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocmodel.analysis.coverage import coverage
from tocmodel.checking import check
from tocmodel.diagram import to_diagram
from tocmodel.diagram.coverage_matrix import to_matrix
from tocmodel.frameworks import FRAMEWORKS
from tocmodel.frameworks.reading import framework_of
from tocmodel.loading import read
from tocmodel.model import TheoryOfChange
from tocmodel.render import find_matrix_writer

EXAMPLES = int(os.environ.get("TOCMODEL_FUZZ_EXAMPLES", "40"))

odd = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

FILES = ("a.toc.yaml", "b.toc.yaml", "zones/c.toc.yaml", "zones/d.toc.yaml")
PATHS = (
    *FILES,
    "c.toc.yaml",
    "../a.toc.yaml",
    "./b.toc.yaml",
    "zones/../b.toc.yaml",
    "../../out.toc.yaml",
    "/etc/passwd",
    "C:\\zone.toc.yaml",
    "zones\\c.toc.yaml",
    "zones",
    "loop.toc.yaml",
    "outside.toc.yaml",
    "no.toc.yaml",
    "é \u202e.toc.yaml",
    f"{'x' * 300}.toc.yaml",
    f"{'x' * 300}.framework.yaml",
    "a\x00b.toc.yaml",
    "pipe.toc.yaml",
    "folder.toc.yaml",
    "pipe.framework.yaml",
    "",
    ".",
    "~/a.toc.yaml",
    "file:///etc/passwd",
    "broken.toc.yaml",
)
REFERENCES = ("o", "one/o", "two/o", "one/two/o", "one/", "/o", "one/o/o", "no/o", "one")


@st.composite
def files(draw: st.DrawFn) -> dict[str, str]:
    """Four theories, each of which may include any file and name anything in it."""
    return {name: draw(theories()) for name in FILES}


@st.composite
def theories(draw: st.DrawFn) -> str:
    """The text of a theory that includes up to two files."""
    path = st.sampled_from(PATHS)
    named = draw(st.lists(path, max_size=2))
    includes = {
        id_: {"title": id_, "file": file} for id_, file in zip(("one", "two"), named, strict=False)
    }
    links = draw(
        st.lists(st.builds("{} -> {}".format, *[st.sampled_from(REFERENCES)] * 2), max_size=2)
    )
    expand = draw(st.lists(st.sampled_from(REFERENCES), max_size=2))
    lines = [
        "tocmodel: 1",
        "title: T",
        "outcomes: {o: {title: O, horizon: impact}}",
        f"links: {_flow(links)}",
        f"views: {{all: {{title: All, expand: {_flow(expand)}}}}}",
    ]
    if includes:
        lines.append("includes:")
        for id_, body in includes.items():
            lines.append(f"  {id_}: {{title: {id_}, file: {_quoted(body['file'])}}}")
    if draw(st.booleans()):
        lines.append(f"frameworks: [{_quoted(draw(path))}]")
    return "\n".join(lines)


def _flow(words: list[str]) -> str:
    return f"[{', '.join(map(_quoted, words))}]"


def _quoted(word: str) -> str:
    return '"' + "".join(_escaped(letter) for letter in word) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\u{ord(letter):04x}"


@odd
@given(project=files())
def test_any_project_is_read_or_answered(tmp_path: Path, project: dict[str, str]) -> None:
    folder = tmp_path / "project"
    (folder / "zones").mkdir(parents=True, exist_ok=True)
    (folder / "tocmodel.toml").touch()
    (tmp_path / "out.toc.yaml").write_text("tocmodel: 1\ntitle: Outside\n", encoding="utf-8")
    (folder / "broken.toc.yaml").write_bytes(b"tocmodel: [\xff")
    for name, leads_to in {
        "loop.toc.yaml": "loop.toc.yaml",
        "outside.toc.yaml": "../out.toc.yaml",
    }.items():
        if sys.platform != "win32" and not (folder / name).is_symlink():
            (folder / name).symlink_to(leads_to)
    (folder / "folder.toc.yaml").mkdir(exist_ok=True)
    for name in ("pipe.toc.yaml", "pipe.framework.yaml"):
        if hasattr(os, "mkfifo") and not (folder / name).exists():
            os.mkfifo(folder / name)
    for name, text in project.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in FILES:
        document = read(folder / name)
        findings = check(document)
        assert findings == check(read(folder / name))
        assert document.theory is not None or findings
        assert all("Outside" not in finding.message for finding in findings)
        if document.theory is not None:
            for view in (None, *document.theory.views):
                assert to_diagram(document.theory, view).title


SUPPLIED = resources.files("tocmodel.frameworks") / "data"
"""The frameworks that come with tocmodel, wherever it is installed."""

PIECES = [
    "framework: 1\n",
    "framework: 2\n",
    "id: ours\n",
    "title: Ours\n",
    "edition: 2019\n",
    "dimensions:\n",
    "  words:\n    title: Words\n",
    "    categories:\n",
    "      kind: {title: Kind}\n",
    "      kind: {title: Kind, part_of: kind}\n",
    "checks:\n",
    "  - {check: coverage, dimension: words}\n",
    "templates:\n",
    "sources:\n",
    "classifies: [outcomes, nothing]\n",
    "*x ",
    "&x ",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "\n",
    "  ",
    "null",
    "\x00",
    "\ud800",
    "😀",
    "9" * 400,
]


@odd
@given(data=st.binary(max_size=300), name=st.sampled_from(["a.framework.yaml", "a.framework.json"]))
def test_any_bytes_are_a_framework_or_findings(data: bytes, name: str) -> None:
    found = framework_of(data, name)
    assert (found.framework is None) == bool(found.findings)


@odd
@given(text=st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_heap_of_pieces_is_a_framework_or_findings(text: str) -> None:
    found = framework_of(text, "a.framework.yaml")
    assert (found.framework is None) == bool(found.findings)


@odd
@given(data=st.data())
def test_a_damaged_framework_is_one_or_findings(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FRAMEWORKS), "framework")
    lines = (SUPPLIED / f"{name}.yaml").read_text(encoding="utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 4), "damages")):
        at = data.draw(st.integers(0, len(lines) - 1), "line")
        lines[at : at + data.draw(st.integers(0, 4), "lines")] = [
            data.draw(st.sampled_from([*PIECES, *lines[:200]]), "piece")
        ]
    found = framework_of("\n".join(lines), "a.framework.yaml")
    assert (found.framework is None) == bool(found.findings)
    if found.framework is not None:
        theory = TheoryOfChange(title="T", outcomes={"o": {"title": "O"}})
        covered = coverage(theory, found.framework)
        assert len(covered.rows) == len(found.framework.categories)
        assert find_matrix_writer("text")(to_matrix(covered))
