"""Valid theories with odd words: each is checked, explained, measured, drawn and compared."""

import json
from typing import Any
from xml.etree import ElementTree as ET

from edits import edited
from hypothesis import strategies as st
from odd_labels import ODD
from strategies import theories as drawn_theories

from surfaces.model import Case, Surface
from tocmodel.analysis.coverage import coverage
from tocmodel.analysis.explanation import explain
from tocmodel.analysis.summary import analyse
from tocmodel.checks import check
from tocmodel.diagnostics import Finding, TocModelError
from tocmodel.diagram.difference import to_difference_diagram
from tocmodel.differences import diff
from tocmodel.differences.changelog import KeptVersion, change_log
from tocmodel.drawing import draw
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import reads
from tocmodel.fileformat.migration import KEEP, choices, migrate
from tocmodel.formats import WriterInput, find_format
from tocmodel.frameworks import FRAMEWORKS
from tocmodel.model import Cycle, TheoryOfChange
from tocmodel.narrative import narrate
from tocmodel.report import changelog, differences
from tocmodel.report.analysis import outline as analysis_outline
from tocmodel.report.explanation import outline as explanation_outline
from tocmodel.report.explanation_data import to_data
from tocmodel.report.narrative import narrative_data, narrative_outline
from tocmodel.report.outline import to_text
from tocmodel.tables.coverage import to_matrix


def _case(*written: TheoryOfChange, words: tuple[str, ...] = ()) -> Case:
    return Case({f"{at}.toc.yaml": dumps(item).encode() for at, item in enumerate(written)}, words)


INCLUDED = b"tocmodel: 1\ntitle: A part\noutcomes: {ready: {title: Ready, horizon: short}}\n"


def _theories(case: Case) -> list[TheoryOfChange]:
    """Read the files; any other file that they name holds a small theory."""
    found = [
        reads(content, name, fetch=lambda _: INCLUDED).theory
        for name, content in case.files.items()
    ]
    return [theory for theory in found if theory is not None]


def _checked(case: Case) -> bool:
    theories = _theories(case)
    if not theories:
        return False
    [theory] = theories
    findings = check(theory)
    assert all(isinstance(finding, Finding) and finding.message for finding in findings)
    assert findings == check(theory)
    assert dumps(theory).encode() == case.files["0.toc.yaml"]
    return True


def _explained(case: Case) -> bool:
    theories = _theories(case)
    if not theories:
        return False
    [theory] = theories
    assert to_text(analysis_outline(analyse(theory)))
    for id_ in theory.whole.elements:
        explained = explain(theory, id_)
        shown = to_text(explanation_outline(explained))
        assert shown == to_text(explanation_outline(explain(theory, id_)))
        assert json.dumps(to_data(explained, "0"), allow_nan=False)
    return True


def _told(case: Case) -> bool:
    theories = _theories(case)
    if not theories:
        return False
    [theory] = theories
    for plain in (False, True):
        told = narrate(theory, plain=plain)
        assert to_text(narrative_outline(told))
        assert told == narrate(theory, plain=plain)
        assert json.dumps(narrative_data(told, "0"), allow_nan=False)
    return True


def _drawn(case: Case) -> bool:
    theories = _theories(case)
    if not theories:
        return False
    [theory] = theories
    for view in (None, *theory.views):
        try:
            drawing = draw(theory, view)
        except TocModelError:  # a view of what the partner of nothing does, or that keeps nothing
            continue
        ET.fromstring(drawing.svg)
        assert all(drawing.to_bytes(format_) for format_ in ("dot", "mermaid", "text"))
    return True


def _compared(case: Case) -> bool:
    theories = _theories(case)
    if len(theories) < 2:  # an edit may leave a name of something that is gone
        return False
    old, new = theories
    found = diff(old, new)
    assert all(item.sentence for item in found)
    assert found == diff(old, new)
    assert not diff(new, new)
    compared = differences.Compared(title=new.title, old="old", new="new", differences=found)
    assert to_text(differences.outline(compared))
    assert to_difference_diagram(old, new) == to_difference_diagram(old, new)
    log = change_log([KeptVersion(theory=old, date="2019-01-01"), KeptVersion(theory=new)])
    assert to_text(changelog.outline(new, log))
    return True


def _covered(case: Case) -> bool:
    theories = _theories(case)
    if not theories:
        return False
    [theory] = theories
    found = coverage(theory, *case.words)
    assert found == coverage(theory, *case.words)
    for heat in (False, True):
        matrix = to_matrix(found, heat=heat)
        for format_ in ("text", "csv", "html"):
            written = find_format(format_, WriterInput.MATRIX).write(matrix)
            assert written
            assert written == find_format(format_, WriterInput.MATRIX).write(matrix)
    return True


EDITIONS = ("value-creation", "value-creation-2011")


@st.composite
def _circles(draw: st.DrawFn) -> Case:
    """Values of some cycles, stories and views that name them, titles that look like YAML."""
    to = draw(st.sampled_from(EDITIONS))
    foreign = [Cycle.REFRAMING] if to == EDITIONS[0] else [Cycle.STRATEGIC, Cycle.ENABLING]
    titles, cycle = st.sampled_from(ODD), st.sampled_from([Cycle.POTENTIAL, *foreign])
    edition = draw(st.sampled_from(EDITIONS))
    values: dict[str, Any] = {
        f"v{place}": {
            "title": draw(titles)[:300],
            "cycle": draw(cycle),
            "space": draw(st.sampled_from(["", "one", "two"])),
            "reframes": draw(st.sampled_from(["", "one"])),
            "classified_as": draw(st.sampled_from([{}, {edition: ["potential", "reframing"]}])),
        }
        for place in range(draw(st.integers(1, 4)))
    }
    steps = [
        {"cycle": draw(cycle), "says": draw(titles), "value": draw(st.sampled_from(["", *values]))}
        for _ in range(draw(st.integers(0, 3)))
    ]
    theory = TheoryOfChange(
        title=draw(titles),
        frameworks=draw(st.sampled_from([(), (edition,), ("resilience", edition)])),
        spaces={"one": {"title": "One"}, "two": {"title": draw(titles)}},
        value_creation=values,
        stories={"s": {"title": draw(titles), "steps": steps}},
        views={"w": {"title": "W", "where": draw(st.sampled_from([{}, {edition: ["applied"]}]))}},
    )
    picked = draw(st.lists(st.integers(0, 9).map(str), min_size=8, max_size=8))
    return _case(theory, words=(to, *picked))


def _migrated(case: Case) -> bool:
    """There and back, nothing is lost, or the change is refused."""
    [theory] = _theories(case)
    to, *picked = case.words
    back = EDITIONS[to == EDITIONS[0]]
    refusal = ""
    for edition in (to, back):
        document = reads(dumps(theory), "a.toc.yaml")
        asked = choices(document, edition)
        decided = {
            item.id: item.options[int(picked[at % len(picked)]) % len(item.options)]
            for at, item in enumerate(asked)
        }
        try:
            text = migrate(document, edition, decided).text
        except TocModelError as error:  # there is nothing to do, or something would be lost
            refusal = str(error)
            break
        moved = reads(text, "a.toc.yaml").theory
        assert moved is not None
        assert {id_: item.title for id_, item in moved.whole.elements.items()} == {
            id_: item.title for id_, item in theory.whole.elements.items()
        }
        for id_, word in decided.items():
            if id_ in moved.value_creation and word != KEEP:
                assert moved.value_creation[id_].cycle == word
        theory = moved
    assert "cannot be changed safely" not in refusal  # as we wrote the file ourselves
    return not refusal


_ONE = (
    st.integers(0, 5)
    .flatmap(lambda kind: drawn_theories() if kind == 0 else edited().map(lambda pair: pair[1]))
    .map(_case)
)
"""Most are edits of one theory that has every section and key; those are drawn much faster."""

_TWO = (
    st.integers(0, 5)
    .flatmap(lambda kind: st.tuples(drawn_theories(), drawn_theories()) if kind == 0 else edited())
    .map(lambda pair: _case(*pair))
)

SURFACES = (
    Surface("valid theory: check", _ONE, _checked),
    Surface("valid theory: explain, analyse", _ONE, _explained),
    Surface("valid theory: tell", _ONE, _told),
    Surface("valid theory: draw", _ONE, _drawn, examples=20),
    Surface(
        "valid theory: coverage",
        st.builds(lambda case, name: Case(case.files, (name,)), _ONE, st.sampled_from(FRAMEWORKS)),
        _covered,
        examples=20,
    ),
    Surface("valid theories: diff, changelog", _TWO, _compared, examples=12),
    Surface("valid theory: migrate", _circles(), _migrated),
)
