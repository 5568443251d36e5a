"""One side of a comparison: its entries by key, its links, its titles, its neighbours."""

from pathlib import Path

from small_theories import titled

from tocmodel.differences.version import IndexedTheory, KeyedEntry, theory_fields
from tocmodel.fileformat.loading import load
from tocmodel.model import Evidence, Link, TheoryOfChange

THEORY = TheoryOfChange(
    title="Breakfast",
    outcomes=titled("a b"),
    mechanisms=titled("trust"),
    sources=titled("report"),
    evidence={"survey": {"title": "A  survey", "supports": ["b"]}},
    risks={"rents": {"title": "Rents", "threatens": ["a", "nothing"]}},
    links=[
        "b -> b",
        {
            "from": "a",
            "to": "b",
            "via": ["trust"],
            "source": "report",
            "assumes": [
                {"title": "Families come"},
                {"title": "Families  come", "critical": True},
                {"title": "Families come"},
            ],
            "evidence": ["survey", {"title": "A visit"}],
        },
    ],
    views={"board": {"title": "For the board"}},
)
COME = "a -> b: assumptions: Families come"
VISIT = "a -> b: evidence: A visit"


def test_neighbours_are_what_an_entry_names_or_is_named_by() -> None:
    side = IndexedTheory(THEORY)
    ends = {"trust", "report", "survey", COME, f"{COME} (2)", VISIT}
    both = frozenset({"a", "b"})
    expected = {
        "a": frozenset({"b", "rents", *ends}),
        "b": frozenset({"a", *ends}),
        "trust": both,
        "report": both,
        "survey": both,
        "rents": frozenset({"a"}),
        COME: both,
        f"{COME} (2)": both,
        VISIT: both,
    }
    assert dict(side.neighbours) == expected


def test_what_is_written_in_place_is_an_entry_and_its_link_names_it() -> None:
    side = IndexedTheory(THEORY)
    in_place = [item for item in side.items.values() if item.in_place]
    assert [(item.key, item.section, item.pointer) for item in in_place] == [
        (COME, "assumptions", ("links", 1, "assumes", 2)),
        (f"{COME} (2)", "assumptions", ("links", 1, "assumes", 1)),
        (VISIT, "evidence", ("links", 1, "evidence", 1)),
    ]
    assert [item.pointer for item in side.links] == [("links", 0), ("links", 1)]
    assert side.links[0].link == Link(from_="b", to="b")
    assert side.links[1].pair == ("a", "b")
    assert side.links[1].link.evidence == ("survey", VISIT)
    assert side.links[1].link.assumes == (COME, f"{COME} (2)", COME)


def test_a_key_has_the_title_of_its_entry_or_view_or_is_its_own() -> None:
    side = IndexedTheory(THEORY)
    assert [side.title(key) for key in ("survey", "board", "nothing", "x/nothing", VISIT)] == [
        "A survey",
        "For the board",
        "nothing",
        "x/nothing",
        "A visit",
    ]


def test_what_is_included_has_its_title_too(tmp_path: Path) -> None:
    part, whole = tmp_path / "part.toc.yaml", tmp_path / "whole.toc.yaml"
    part.write_text("tocmodel: 1\ntitle: P\noutcomes: {fed: {title: 'Children  are fed'}}\n")
    whole.write_text("tocmodel: 1\ntitle: W\nincludes: {part: {title: P, file: part.toc.yaml}}\n")
    side = IndexedTheory(load(whole))
    assert [side.title(key) for key in ("part", "part/fed", "part/calm", "fed")] == [
        "P",
        "Children are fed",
        "part/calm",
        "fed",
    ]


def test_what_says_the_same_in_place_is_one_entry_however_it_is_spaced() -> None:
    visits = [Evidence(title="A visit", supports=[claim]) for claim in ("a->b", "a -> b")]
    side = IndexedTheory(
        TheoryOfChange(
            title="Example",
            outcomes=titled("a b"),
            links=[Link(from_="a", to="b", evidence=visits)],
        )
    )
    assert list(side.items) == ["a", "b", VISIT]


def test_views_have_a_space_of_their_own() -> None:
    side = IndexedTheory(THEORY)
    view = THEORY.views["board"]
    assert dict(side.views) == {"board": KeyedEntry("board", "views", view, ("views", "board"))}
    assert "board" not in side.items


def test_the_fields_of_a_theory_are_those_that_hold_no_entries() -> None:
    names = [name for name, _ in theory_fields(THEORY)]
    assert dict(theory_fields(THEORY))["title"] == "Breakfast"
    assert {"title", "kind", "imagined", "frameworks", "summary"} <= set(names)
    assert not {"outcomes", "links", "waivers", "translations", "place", "revision"} & set(names)
