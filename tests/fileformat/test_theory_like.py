"""Functions that take a theory also take its document or the path of its file."""

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import tocmodel

EXAMPLE = Path(__file__).parents[2] / "examples" / "uk-coaching" / "uk-coaching.toc.yaml"


ASKING = sorted(
    name
    for name in tocmodel.__all__
    if callable(getattr(tocmodel, name))
    and not isinstance(getattr(tocmodel, name), type)
    and {"theory", "old", "what"} & set(signature(getattr(tocmodel, name)).parameters)
)


def _answer(name: str, given: Any, tmp_path: Path) -> object:
    function: Callable[..., Any] = getattr(tocmodel, name)
    first = next(iter(tocmodel.load(EXAMPLE).value_creation))
    more: dict[str, tuple[Any, ...]] = {
        "coverage": ("value-creation",),
        "explain": (first,),
        "pathways": (first, first),
        "dump": (tmp_path / "copy.toc.yaml",),
        "write_foreign": (tmp_path / "copy.graphml",),
        "diff": (given,),
    }
    answer = function(given, *more.get(name, ()))
    if name in ("dump", "write_foreign"):
        return Path(more[name][0]).read_text(encoding="utf-8"), answer
    if name == "to_networkx":
        return sorted(answer.nodes), sorted(answer.edges)
    if name == "to_graphviz":
        return answer.source
    return answer


def test_the_functions_that_take_a_theory_are_listed() -> None:
    assert ASKING == [
        "agenda",
        "analyse",
        "as_theory",
        "check",
        "claims",
        "collect",
        "coverage",
        "diff",
        "draw",
        "draw_progress",
        "dump",
        "dumps",
        "explain",
        "learning_loops",
        "logframe",
        "loops",
        "monitoring_rows",
        "narrate",
        "pathways",
        "plan_rows",
        "progress",
        "published",
        "report_on",
        "signed_matrix",
        "to_data",
        "to_diagram",
        "to_graphviz",
        "to_networkx",
        "to_records",
        "totals",
        "track",
        "value_by_space",
        "value_flows",
        "value_matrix",
        "write_foreign",
    ]


@pytest.mark.parametrize("name", ASKING)
def test_a_document_and_a_path_are_as_good_as_a_theory(name: str, tmp_path: Path) -> None:
    document = tocmodel.read(EXAMPLE)
    answer = _answer(name, document.theory, tmp_path)
    assert _answer(name, document, tmp_path) == answer
    assert _answer(name, EXAMPLE, tmp_path) == answer
    assert _answer(name, str(EXAMPLE), tmp_path) == answer


@pytest.mark.parametrize("name", [name for name in ASKING if name != "check"])
def test_a_document_without_a_theory_is_refused_with_its_findings(
    name: str, tmp_path: Path
) -> None:
    broken = tocmodel.reads("tocmodel: 1", "zone.toc.yaml")
    with pytest.raises(tocmodel.ModelFileError) as refused:
        _answer(name, broken, tmp_path)
    assert refused.value.findings == broken.findings


def test_anything_else_is_refused_with_a_clear_message() -> None:
    with pytest.raises(tocmodel.InvalidModelError) as refused:
        tocmodel.analyse(3)  # type: ignore[arg-type]
    assert str(refused.value) == ("a theory or the path of its file is expected here, not: int")
    for ask in (tocmodel.load, tocmodel.read, tocmodel.check):
        with pytest.raises(tocmodel.InvalidModelError, match="expected here, not: NoneType"):
            ask(None)  # type: ignore[arg-type]


def test_a_changed_copy_of_a_loaded_theory_has_no_lines() -> None:
    theory = tocmodel.load(EXAMPLE)
    assert all(finding.span for finding in tocmodel.check(theory))
    changed = evolve(theory, title="Another title")
    assert not any(finding.span for finding in tocmodel.check(changed))


@pytest.mark.parametrize("path", sorted(EXAMPLE.parents[1].glob("*/*.toc.yaml")), ids=str)
def test_plain_data_and_theory_convert_both_ways(path: Path) -> None:
    theory = tocmodel.load(path)
    assert tocmodel.from_data(tocmodel.to_data(theory), str(path)) == theory


def test_invalid_plain_data_are_refused_with_all_problems_at_once() -> None:
    data = {
        "tocmodel": 1,
        "title": "Breakfast",
        "outcomes": {"fed": {"title": "Fed", "horizon": "lng"}},
        "links": ["club -> fed"],
    }
    with pytest.raises(tocmodel.ModelFileError) as refused:
        tocmodel.from_data(data)
    assert [(item.code, item.pointer, item.span) for item in refused.value.findings] == [
        ("TOC010", ("outcomes", "fed", "horizon"), None),
        ("TOC011", ("links", 0, 0), None),
    ]
