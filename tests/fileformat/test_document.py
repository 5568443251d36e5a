"""Values of a theory are located in its file."""

from tocmodel.fileformat.loading import reads

DOCUMENT = reads(
    """\
tocmodel: 1
title: A small theory
outcomes:
  a: {title: A}
  b: {title: B}
  c: {title: C}
links:
  - a -> b  ->  c
  - {from: c, to: a, because: it returns}
  - "a -> c"
""",
    "x.toc.yaml",
)


def places(*pointers: tuple[str | int, ...]) -> list[str]:
    return [str(DOCUMENT.locate(pointer)).removeprefix("x.toc.yaml:") for pointer in pointers]


def test_the_ends_of_links_in_a_chain_are_found_in_the_chain() -> None:
    first = places(("links", 0), ("links", 0, "from"), ("links", 0, "to"))
    assert first == ["8:5", "8:5", "8:10"]
    assert places(("links", 1, "from"), ("links", 1, "to")) == ["8:10", "8:17"]
    assert places(("links", 3, "from"), ("links", 3, "to")) == ["10:6", "10:11"]


def test_a_link_written_out_is_found_after_a_chain_of_two() -> None:
    assert places(("links", 2), ("links", 2, "because")) == ["9:5", "9:31"]


def test_a_missing_value_is_placed_at_its_owner() -> None:
    assert places(("outcomes", "b", "horizon"), ("views",), ("links", 9)) == ["5:3", "1:1", "7:1"]


def test_the_address_in_the_file_counts_chains_as_one() -> None:
    assert DOCUMENT.in_file(("links", 1, "to")) == ("links", 0, 2)
    assert DOCUMENT.in_file(("links", 2, "to")) == ("links", 1, "to")
    assert DOCUMENT.in_file(("outcomes", "a")) == ("outcomes", "a")
