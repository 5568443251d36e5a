"""The shortest theory that the README shows: ten lines, without errors, and drawn."""

import re
from pathlib import Path

from tocmodel import Severity, check, draw, loads


def shortest(repository: Path) -> str:
    text = (repository / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- file: short\.toc\.yaml -->\n```yaml\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_shortest_theory_has_ten_lines(repository: Path) -> None:
    assert len(shortest(repository).splitlines()) == 10


def test_the_shortest_theory_has_no_error(repository: Path) -> None:
    theory = loads(shortest(repository))
    assert [item for item in check(theory) if item.severity is Severity.ERROR] == []
    assert [(link.from_, link.to) for link in theory.links] == [("visits", "ask"), ("ask", "ready")]


def test_the_shortest_theory_is_drawn_with_its_titles(repository: Path) -> None:
    theory = loads(shortest(repository))
    picture = re.sub(r"<[^>]+>", " ", draw(theory).svg)
    words = " ".join(picture.split())
    for entry in (theory, *theory.elements.values()):
        assert entry.title in words
