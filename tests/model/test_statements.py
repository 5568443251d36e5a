"""A link with a list at an end: one statement, with one reason, about several links."""

import pytest

from tocmodel.diagnostics import InvalidModelError
from tocmodel.differences import diff
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import loads, reads
from tocmodel.model import Include, Link, TheoryOfChange
from tocmodel.model.joining import joined

HEAD = """\
tocmodel: 1
title: A small theory
outcomes:
  a: {title: A}
  b: {title: B}
  c: {title: C}
  d: {title: D}
"""
STATEMENT = """\
links:
- from:
  - a
  - b
  to:
  - c
  - d
  because: it is so
- from: a
  to:
  - b
  - c
"""
PAIRS = [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("a", "b"), ("a", "c")]


def test_a_list_at_an_end_is_a_link_for_each_pair_with_the_same_reason() -> None:
    links = loads(HEAD + STATEMENT).links
    assert [(link.from_, link.to) for link in links] == PAIRS
    assert [link.because for link in links] == ["it is so"] * 4 + [""] * 2


def test_the_lists_are_written_as_they_were_read() -> None:
    text = dumps(loads(HEAD + STATEMENT))
    assert text[text.index("links:") :] == STATEMENT


def test_a_statement_of_which_a_link_was_changed_is_written_link_by_link() -> None:
    first, *others = loads(HEAD + STATEMENT).links
    changed = TheoryOfChange(title="T", links=(first, *others[1:4]))
    assert "- a -> c" not in dumps(changed)
    assert dumps(changed).count("because: it is so") == 3


def test_a_list_of_one_is_a_single_link() -> None:
    assert loads(HEAD + "links: [{from: [a], to: [b]}]").links == (Link(from_="a", to="b"),)


def test_each_end_is_found_in_its_list() -> None:
    document = reads(HEAD + STATEMENT)
    found = [document.in_file(("links", 2, key)) for key in ("from", "to", "because")]
    assert found == [("links", 0, "from", 1), ("links", 0, "to", 0), ("links", 0, "because")]
    assert document.in_file(("links", 5, "to")) == ("links", 1, "to", 1)


def test_an_included_theory_keeps_its_statements() -> None:
    part = loads(HEAD + STATEMENT)
    town = TheoryOfChange(title="Town", includes=[Include(id="x", title="", file="", theory=part)])
    whole = joined(town)
    assert [link.from_ for link in whole.links][:4] == ["x/a", "x/a", "x/b", "x/b"]
    assert "- from:\n  - x/a\n  - x/b\n" in dumps(whole)


def test_writing_the_links_out_one_by_one_is_no_difference() -> None:
    together = loads(HEAD + "links: [{from: [a, b], to: c}]")
    assert not diff(loads(HEAD + "links: [a -> c, b -> c]"), together)


def test_a_link_in_python_needs_something_at_each_end() -> None:
    with pytest.raises(InvalidModelError, match="nothing at one of its ends"):
        TheoryOfChange(title="T", links=[{"from": [], "to": "a"}])


def test_lists_cannot_stand_for_very_many_links() -> None:
    ids = ", ".join(f"a{number}" for number in range(400))
    text = f"{HEAD}links: [{{from: [{ids}], to: [{ids}]}}]"
    findings = reads(text).findings
    message = "the lists at the ends of the links up to here make 160,000 links"
    assert [finding.code for finding in findings] == ["TOC004"]
    assert findings[0].message == f"{message}; the most is 100,000"


def test_a_link_made_in_python_is_part_of_a_whole_statement_or_of_none() -> None:
    with pytest.raises(InvalidModelError, match="the causes and the effects of one statement"):
        Link(from_="a", to="b", together=(("a",),))
