"""Numbers of a source: before every title, and the order of everything."""

from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import loads
from tocmodel.model import Include, TheoryOfChange

TOWN = {
    "ten": {"title": "Tenth", "number": "1.10"},
    "any": {"title": "Any"},
    "two": {"title": "Second", "number": "1.2"},
}


def test_numbered_entries_are_sorted_and_others_stay_where_they_are() -> None:
    theory = TheoryOfChange(title="T", outcomes=TOWN)
    assert list(theory.outcomes) == ["two", "any", "ten"]


def test_each_included_theory_is_sorted_by_itself() -> None:
    inner = TheoryOfChange(title="Inner", outcomes=TOWN)
    whole = TheoryOfChange(
        title="T",
        outcomes={"three": {"title": "Third", "number": 3}},
        includes=[Include(id="a", title="A", file="a", theory=inner)],
    ).whole
    assert list(whole.outcomes) == ["three", "a/two", "a/any", "a/ten"]


def test_a_number_keeps_its_last_nought() -> None:
    text = "tocmodel: 1\ntitle: T\noutcomes:\n  ten: {title: Tenth, number: 1.10}\n"
    theory = loads(text)
    assert theory.outcomes["ten"].full_title == "1.10 Tenth"
    assert "number: '1.10'" in dumps(theory)
