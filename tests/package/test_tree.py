"""XML becomes a small tree, and hostile XML is refused in one sentence."""

import pytest

from tocmodel.package import PackageLimits, UnreadableFileError, XmlElement, xml_tree

LIMITS = PackageLimits()


def shown(element: XmlElement) -> object:
    """The tree as plain data."""
    inside = [item if isinstance(item, str) else shown(item) for item in element.content]
    return (element.name, dict(element.attributes), element.line, inside)


def test_elements_keep_their_order_attributes_and_lines() -> None:
    text = (
        '<a:map xmlns:a="urn:x">\n <box r:id="1">Bread &amp; <b>jam</b></box>\n <line/>\n</a:map>'
    )
    assert shown(xml_tree(text.encode(), LIMITS)) == (
        "map",
        {"xmlns:a": "urn:x"},
        1,
        [("box", {"r:id": "1"}, 2, ["Bread & ", ("b", {}, 2, ["jam"])]), ("line", {}, 3, [])],
    )


def test_elements_are_found_by_their_paths() -> None:
    tree = xml_tree(b"<a><b><c x='1'>one</c></b><b><c>two</c></b><d/></a>", LIMITS)
    first = tree.first("b", "c")
    assert first is not None
    assert (first.get("x"), first.get("y", "none"), first.text) == ("1", "none", "one")
    assert tree.first("b", "e") is None
    assert (tree.text_of("b"), tree.text_of("e"), tree.text) == ("one", "", "onetwo")
    assert [item.name for item in tree.within()] == ["b", "c", "b", "c", "d"]
    assert [item.text for item in tree.within("c")] == ["one", "two"]


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (b"", LIMITS, "the file is damaged: 'the file' is not XML (no element found"),
        (b"<a><b></a>", LIMITS, "'the file' is not XML (mismatched tag: line 1, column 8)"),
        (b"<a>\xff</a>", LIMITS, "'the file' is not XML (not well-formed"),
        (BOMB, LIMITS, "'the file' has a document type, which no file has"),
        (b"<a>&x;</a>", LIMITS, "'the file' is not XML (undefined entity"),
        (
            b"<?xml version='1.0' encoding='cp037'?><a/>",
            LIMITS,
            "is encoded as cp037, not as UTF-8",
        ),
        (b"<a>" * 65 + b"</a>" * 65, LIMITS, "'the file' are too deep inside one another"),
        (b"<a><b/><b/></a>", PackageLimits(tags=2), "the file has more than 2 tags"),
        (b"<a b='1'/>", PackageLimits(names=1), "'the file' has more names than any file"),
        (b"<a " + b"x" * 400_000, PackageLimits(), "a tag of 'the file' does not end"),
        (b"<a/>", PackageLimits(size=3), "the file is larger than"),
    ],
)
def test_what_is_no_sound_xml_is_refused(data: bytes, limits: PackageLimits, message: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        xml_tree(data, limits)
    assert message in str(caught.value)


def test_the_edge_of_each_limit_is_allowed() -> None:
    assert xml_tree(b"<a><b/></a>", PackageLimits(tags=2, depth=2, size=11, names=2)).first("b")
