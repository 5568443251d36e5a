"""Whatever a valid theory says, it is checked, explained and drawn, and the same each time."""

import json
import os
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, Phase, given, settings
from strategies import theories

from tocmodel.analysis.explaining import explain
from tocmodel.analysis.summary import analyse
from tocmodel.checking import check
from tocmodel.diagnostics import Finding
from tocmodel.drawing import draw
from tocmodel.model import TheoryOfChange
from tocmodel.telling.analysis import outline as figures_of
from tocmodel.telling.explanation import outline as explanation_of
from tocmodel.telling.explanation_data import to_data
from tocmodel.telling.outline import to_text

EXAMPLES = int(os.environ.get("TOCMODEL_FUZZ_EXAMPLES", "25"))

odd = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # drawing is too slow to look for less
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@odd
@given(theory=theories())
def test_every_theory_is_checked(theory: TheoryOfChange) -> None:
    findings = check(theory)
    assert all(isinstance(finding, Finding) and finding.message for finding in findings)
    assert findings == check(theory)


@odd
@given(theory=theories())
def test_every_element_of_every_theory_is_explained(theory: TheoryOfChange) -> None:
    figures = to_text(figures_of(analyse(theory)))
    told = [to_text(explanation_of(explain(theory, id_))) for id_ in theory.whole.elements]
    assert all((figures, *told))
    for id_ in theory.whole.elements:
        json.dumps(to_data(explain(theory, id_), "0"), allow_nan=False)
    assert told == [to_text(explanation_of(explain(theory, id_))) for id_ in theory.whole.elements]


@odd
@given(theory=theories())
def test_every_view_of_every_theory_is_drawn(theory: TheoryOfChange) -> None:
    for view in (None, *theory.views):
        drawing = draw(theory, view)
        ET.fromstring(drawing.svg)
        assert all(drawing.to_bytes(format_) for format_ in ("dot", "mermaid", "text"))
