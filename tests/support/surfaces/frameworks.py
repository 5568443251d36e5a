"""Files of a framework: whatever they hold, there is a framework or a reason why not."""

import json
from functools import cache
from importlib import resources
from typing import Any

from hypothesis import strategies as st
from strategies import ids, texts, words

from surfaces.damage import damaged_lines, damaged_text
from surfaces.model import Case, Surface, one_file, only_file
from tocmodel.analysis.coverage import coverage
from tocmodel.formats import WriterInput, find_format
from tocmodel.frameworks import FRAMEWORKS
from tocmodel.frameworks.read import framework_of
from tocmodel.model import TheoryOfChange
from tocmodel.tables.coverage import to_matrix

START = "tocmodel_framework: 1\nid: ours\ntitle: Ours\n"
DIMENSION = """\
dimensions:
  kinds:
    title: Kinds
    classifies: [outcomes]
    categories:
      kind: {title: Kind}
"""
"""What every framework must have."""

PIECES = [
    "tocmodel_framework: 1\n",
    "tocmodel_framework: 2\n",
    "id: ours\n",
    "title: Ours\n",
    "edition: 2019\n",
    DIMENSION,
    "      part: {title: Part, part_of: kind}\n",
    "      own: {title: Own, part_of: own}\n",
    "      first: {title: First, order: 1}\n",
    "      beat: {title: Beat, where: {odds: beat}}\n",
    "      none: {title: None, where: {no_such: x}}\n",
    "checks:\n",
    "  every: {check: coverage, dimension: kinds}\n",
    "  order: {check: in-order, dimension: kinds, may_leap: true}\n",
    "  other: {check: not-only, dimension: nothing, categories: [kind]}\n",
    "templates:\n",
    "  small: {title: Small, sections: {outcomes: {o: {title: O}}}}\n",
    "sources:\n",
    "  us: {title: Us, year: 2019}\n",
    "    classifies: [outcomes, nothing]\n",
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
"""Pieces of a framework, most of which are in their place after those above."""


@cache
def supplied() -> tuple[str, ...]:
    """The frameworks that come with tocmodel, wherever it is installed."""
    folder = resources.files("tocmodel.frameworks") / "data"
    return tuple((folder / f"{name}.yaml").read_text(encoding="utf-8") for name in FRAMEWORKS)


def read_and_use(case: Case) -> bool:
    """Read a framework, and show a theory by it."""
    name, content = only_file(case)
    found = framework_of(content, name)
    assert (found.framework is None) == bool(found.findings)
    assert all(finding.message for finding in found.findings)
    if found.framework is None:
        return False
    theory = TheoryOfChange(title="T", outcomes={"o": {"title": "O"}})
    covered = coverage(theory, found.framework)
    assert len(covered.rows) == len(found.framework.categories)
    assert find_format("text", WriterInput.MATRIX).write(to_matrix(covered))
    return True


@st.composite
def valid_framework(draw: st.DrawFn) -> str:
    """A framework of any size and shape, as JSON."""
    dimensions = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    sections = st.lists(
        st.sampled_from(["outcomes", "interventions", "partners"]), min_size=1, max_size=2
    )
    data: dict[str, Any] = {
        "tocmodel_framework": 1,
        "id": draw(ids),
        "title": draw(words),
        "description": draw(texts),
        "dimensions": {
            name: {
                "title": draw(words),
                "classifies": draw(sections),
                "ordered": draw(st.booleans()),
                "single": draw(st.booleans()),
                "unwanted": draw(st.booleans()),
                "categories": draw(_categories()),
            }
            for name in dimensions
        },
    }
    kinds = st.sampled_from(["coverage", "at-least-one", "not-only", "in-order"])
    data["checks"] = {
        name: {
            "check": draw(kinds),
            "dimension": draw(st.sampled_from(dimensions)),
            "message": draw(texts),
            "at_least": draw(st.integers(1, 3)),
        }
        for name in draw(st.lists(ids, max_size=2, unique=True))
    }
    return json.dumps(data)


@st.composite
def _categories(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(ids, min_size=1, max_size=5, unique=True))
    return {
        name: {
            "title": draw(words),
            "meaning": draw(texts),
            **draw(st.sampled_from([{}, {"order": at + 1}])),
            **(
                {"part_of": draw(st.sampled_from(names[:at]))} if at and draw(st.booleans()) else {}
            ),
        }
        for at, name in enumerate(names)
    }


_NAMES = st.sampled_from(["a.framework.yaml", "a.framework.json"])
_HEAPS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)

SURFACES = (
    Surface(
        "framework: any bytes", st.builds(one_file, _NAMES, st.binary(max_size=300)), read_and_use
    ),
    Surface(
        "framework: heap of pieces",
        (
            _HEAPS
            | st.lists(st.sampled_from(PIECES[6:20]), max_size=5).map(
                lambda pieces: START + DIMENSION + "".join(pieces)
            )
        ).map(lambda text: one_file("a.framework.yaml", text)),
        read_and_use,
    ),
    Surface(
        "framework: valid",
        valid_framework().map(lambda text: one_file("a.framework.json", text)),
        read_and_use,
    ),
    Surface(
        "framework: damaged text",
        st.deferred(lambda: damaged_text(supplied(), PIECES) | damaged_lines(supplied())).map(
            lambda text: one_file("a.framework.yaml", text)
        ),
        read_and_use,
    ),
)
