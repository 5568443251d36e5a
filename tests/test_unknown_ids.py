"""An id or a name that does not exist is one error everywhere, which names the nearest."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

import tocmodel

THEORY = tocmodel.TheoryOfChange(
    title="Breakfast",
    kind="value-creation",
    frameworks=["resilience"],
    interventions={"club": {"title": "Breakfast club"}},
    outcomes={"fed": {"title": "Children are fed"}},
    links=["club -> fed"],
    spaces={"circle": {"title": "A circle"}},
    value_creation={"idea": {"title": "An idea", "cycle": "potential", "space": "circle"}},
    stories={"tale": {"title": "A tale"}},
    views={"all": {"title": "All"}},
    translations={"cy": {"fed": {"title": "Mae plant yn cael eu bwydo"}}},
)
RESILIENCE = tocmodel.find_framework("resilience")

CASES: dict[str, Callable[[], object]] = {
    "check(select)": lambda: tocmodel.check(THEORY, select="TOC999"),
    "check(ignore)": lambda: tocmodel.check(THEORY, ignore="no-gaol"),
    "check(severity)": lambda: tocmodel.check(THEORY, severity={"no-gaol": "error"}),
    "claims(space)": lambda: tocmodel.claims(THEORY, "circel"),
    "coverage(framework)": lambda: tocmodel.coverage(THEORY, "resilence"),
    "coverage(dimension)": lambda: tocmodel.coverage(THEORY, "resilience", "od"),
    "draw(view)": lambda: tocmodel.draw(THEORY, "al"),
    "draw(language)": lambda: tocmodel.draw(THEORY, language="cyr"),
    "draw(**keys)": lambda: tocmodel.draw(THEORY, focus="feed"),
    "explain(id_)": lambda: tocmodel.explain(THEORY, "feed"),
    "find_framework(name_or_path)": lambda: tocmodel.find_framework("resilence"),
    "learning_loops(space)": lambda: tocmodel.learning_loops(THEORY, "circel"),
    "logframe(language)": lambda: tocmodel.logframe(THEORY, language="cyr"),
    "signed_matrix(language)": lambda: tocmodel.signed_matrix(THEORY, language="cyr"),
    "draw_progress(language)": lambda: tocmodel.draw_progress(THEORY, language="cyr"),
    "to_trends(language)": lambda: tocmodel.to_trends(tocmodel.progress(THEORY), language="cyr"),
    "monitoring_rows(language)": lambda: tocmodel.monitoring_rows(THEORY, language="cyr"),
    "narrate(to)": lambda: tocmodel.narrate(THEORY, to=["feed"]),
    "narrate(language)": lambda: tocmodel.narrate(THEORY, language="cyr"),
    "pathways(from_)": lambda: tocmodel.pathways(THEORY, "clubs", "fed"),
    "pathways(to)": lambda: tocmodel.pathways(THEORY, "club", "feed"),
    "plan_rows(space)": lambda: tocmodel.plan_rows(THEORY, "circel"),
    "portfolio_heat(framework)": lambda: tocmodel.portfolio_heat(
        tocmodel.portfolio([THEORY]), "resilence"
    ),
    "portfolio_heat(dimension)": lambda: tocmodel.portfolio_heat(
        tocmodel.portfolio([THEORY]), "resilience", "od"
    ),
    "report_on(language)": lambda: tocmodel.report_on(THEORY, language="cyr"),
    "to_diagram(view)": lambda: tocmodel.to_diagram(THEORY, "al"),
    "to_diagram(language)": lambda: tocmodel.to_diagram(THEORY, language="cyr"),
    "to_diagram(**keys)": lambda: tocmodel.to_diagram(THEORY, partner="clubs"),
    "to_graphviz(view)": lambda: tocmodel.to_graphviz(THEORY, "al"),
    "to_graphviz(language)": lambda: tocmodel.to_graphviz(THEORY, language="cyr"),
    "to_records(table)": lambda: tocmodel.to_records(THEORY, "outcome"),
    "value_flows(space)": lambda: tocmodel.value_flows(THEORY, "circel"),
    "value_matrix(space)": lambda: tocmodel.value_matrix(THEORY, "circel"),
    "value_matrix(edition)": lambda: tocmodel.value_matrix(THEORY, edition="2011-14"),
    "value_matrix(story)": lambda: tocmodel.value_matrix(THEORY, story="tail"),
    "TheoryOfChange.element(id_)": lambda: THEORY.element("feed"),
    "TheoryOfChange.section_of(id_)": lambda: THEORY.section_of("feed"),
    "TheoryOfChange.links_from(id_)": lambda: THEORY.links_from("clubs"),
    "TheoryOfChange.links_to(id_)": lambda: THEORY.links_to("feed"),
    "Dimension.ancestors(id_)": lambda: [*RESILIENCE.dimensions["odds"].ancestors("beet")],
    "Framework.dimension_of(category)": lambda: RESILIENCE.dimension_of("basic"),
}
LOOKED_UP: dict[str, Callable[[], object]] = {
    "a section": lambda: THEORY.outcomes["feed"],
    "all elements": lambda: THEORY.elements["feed"],
    "own columns": lambda: THEORY.fields["pupils"],
    "the sections": lambda: tocmodel.SECTIONS["outcome"],
    "an analysis": lambda: tocmodel.analyse(THEORY)["depht"],
    "a coverage": lambda: tocmodel.coverage(THEORY, "resilience")["basic"],
    "categories": lambda: RESILIENCE.categories["basic"],
    "categories of a dimension": lambda: RESILIENCE.dimensions["odds"].categories["beet"],
    "dimensions": lambda: RESILIENCE.dimensions["od"],
}
_IDS = frozenset(
    """
    category dimension edition framework from_ id_ ignore **keys language name_or_path select
    severity space story table to view
    """.split()
)


def _takes_ids() -> Iterator[str]:
    """Every public function and method with each parameter that is an id or a name."""
    for name in tocmodel.__all__:
        value = getattr(tocmodel, name)
        functions: dict[str, Any] = {name: value} if inspect.isfunction(value) else {}
        if isinstance(value, type) and attrs.has(value):
            functions = {
                f"{name}.{key}": one
                for key, one in vars(value).items()
                if inspect.isfunction(one) and not key.startswith("_")
            }
        for key, function in functions.items():
            for parameter in inspect.signature(function).parameters.values():
                stars = "**" * (parameter.kind is parameter.VAR_KEYWORD)
                if f"{stars}{parameter.name}" in _IDS:
                    yield f"{key}({stars}{parameter.name})"


def test_every_public_function_that_takes_an_id_is_tried() -> None:
    assert set(_takes_ids()) == set(CASES)


@pytest.mark.parametrize("case", [*CASES, *LOOKED_UP])
def test_an_unknown_id_is_one_error(case: str) -> None:
    with pytest.raises(tocmodel.UnknownIdError) as raised:
        (CASES | LOOKED_UP)[case]()
    assert "\n" not in str(raised.value)
    assert isinstance(raised.value, KeyError)
