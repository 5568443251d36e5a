"""Two links of different effect between the same two elements: both signs stay readable."""

from html import unescape

import pytest
from small_theories import outcomes_linked

from tocmodel.drawing import draw

DIFFERING = outcomes_linked(
    {"from": "a", "to": "b", "because": "food draws people in"},
    {"from": "a", "to": "b", "effect": "decreases", "because": "some feel judged"},
    count="a b",
)
SIGNED = "both + and −"
REASONS = (
    "+ leads to it, because food draws people in",
    "− reduces it, because some feel judged",
)


@pytest.mark.parametrize(
    ("format_", "words"),
    [
        ("svg", (SIGNED, *REASONS)),
        ("html", (SIGNED, *REASONS)),
        ("text", REASONS),
        ("dot", (SIGNED, *REASONS)),
        ("mermaid", ("both #43; and #8722;", *REASONS)),
    ],
)
def test_both_signs_and_both_reasons_are_written(format_: str, words: tuple[str, ...]) -> None:
    written = unescape(draw(DIFFERING).to_bytes(format_).decode())
    missing = [part for part in words if part not in " ".join(written.split())]
    assert not missing
