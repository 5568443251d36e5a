"""Waivers: what they let stand, and what can be wrong with them."""

import pytest

from tocmodel.checking import check
from tocmodel.diagnostics import Finding, Severity, Span
from tocmodel.loading import reads

PATH = "club.toc.yaml"


def _found(text: str, *select: str) -> list[tuple[str, int, str]]:
    document = reads(text, PATH)
    assert document.findings == ()
    found = check(document, select=[*select, "TOC02"])
    return [(item.code, item.span.line, item.message) for item in found if item.span]


BODY = """\
outcomes:
  fed:{on_key}
    title: Children are full{on_line}
    horizon: short
  calm:
    title: Mornings are calm
    horizon: short
"""
FED = ("TOC504", 4, "outcome 'Children are full' (fed) does not say in whom the change is seen")
CALM = ("TOC504", 7, "outcome 'Mornings are calm' (calm) does not say in whom the change is seen")


def _text(*, top: str = "", on_key: str = "", on_line: str = "", before: str = "") -> str:
    body = BODY.format(on_key=on_key, on_line=on_line).replace("  calm:", f"{before}  calm:")
    return f"{top}tocmodel: 1\ntitle: Breakfast\n{body}"


class TestComments:
    def test_without_a_waiver_both_are_found(self) -> None:
        assert _found(_text(), "TOC504") == [FED, CALM]

    def test_on_its_own_line(self) -> None:
        text = _text(on_key="  # tocmodel: ignore[TOC504] everyone on the estate is meant")
        assert _found(text, "TOC504") == [CALM]

    def test_by_the_name_of_the_rule(self) -> None:
        text = _text(on_key="  # tocmodel: ignore[outcome-no-who] everyone is meant")
        assert _found(text, "TOC504") == [CALM]

    def test_on_the_line_of_a_key_for_everything_in_it(self) -> None:
        text = _text().replace("outcomes:", "outcomes:  # tocmodel: ignore[TOC504] everyone")
        assert _found(text, "TOC504") == []

    def test_alone_on_a_line_for_the_next(self) -> None:
        text = _text(before="  # tocmodel: ignore[TOC504] everyone is meant\n\n  # and more\n")
        assert _found(text, "TOC504") == [FED]

    def test_before_the_first_key_for_the_whole_file(self) -> None:
        text = _text(top="# Breakfast\n# tocmodel: ignore[TOC504] everyone is meant\n")
        assert _found(text, "TOC504") == []

    def test_several_rules_at_once(self) -> None:
        text = _text(top="# tocmodel: ignore[TOC504, no-indicator] a first draft\n")
        assert _found(text, "TOC504", "TOC301") == []

    def test_on_an_item_of_a_list(self) -> None:
        text = _text() + (
            "links:\n"
            "  - from: fed  # tocmodel: ignore[TOC204] plain to see\n"
            "    to: calm\n"
            "  - calm -> fed\n"
        )
        assert _found(text, "TOC204") == [("TOC204", 13, "link calm -> fed does not say why")]

    def test_inside_a_longer_text_it_is_no_comment(self) -> None:
        text = _text() + (
            "notes: |\n"
            "  # tocmodel: ignore[TOC504] this is prose\n"
            'summary: "a text # tocmodel: ignore[TOC504] with a hash"\n'
        )
        assert _found(text, "TOC504") == [FED, CALM]

    def test_other_comments_that_name_the_tool_are_left_alone(self) -> None:
        assert _found(_text(top="# tocmodel: see the handbook\n"), "TOC504") == [
            (code, line + 1, message) for code, line, message in (FED, CALM)
        ]


class TestEntries:
    def test_for_the_whole_theory(self) -> None:
        text = _text() + "waivers: [{rule: TOC504, reason: everyone is meant}]\n"
        assert _found(text, "TOC504") == []

    def test_for_some_elements(self) -> None:
        text = _text() + "waivers: [{rule: TOC504, reason: everyone is meant, at: [fed]}]\n"
        assert _found(text, "TOC504") == [CALM]

    def test_for_the_links_of_an_element(self) -> None:
        text = _text() + (
            "links: [fed -> calm]\nwaivers: [{rule: TOC204, reason: plain to see, at: [calm]}]\n"
        )
        assert _found(text, "TOC204") == []


class TestFaults:
    def test_a_waiver_without_a_reason(self) -> None:
        text = _text(on_key="  # tocmodel: ignore[TOC504]")
        document = reads(text, PATH)
        assert check(document, select=["TOC504", "TOC02"]) == (
            Finding(
                code="TOC020",
                rule="waiver-without-reason",
                severity=Severity.WARNING,
                message="the waiver of TOC504 does not say why",
                span=Span(PATH, 4, 9, 4, 35),
                help="add the reason, for those who read the theory later",
            ),
            *check(document, select=["TOC504"]),
        )

    @pytest.mark.parametrize(
        ("comment", "code", "message"),
        [
            (
                "ignore[outcome-no-whom] all",
                "TOC021",
                "there is no rule 'outcome-no-whom' to waive; did you mean 'outcome-no-who'?",
            ),
            (
                "ignore[TOC011] all",
                "TOC021",
                "TOC011 is about the file itself and cannot be waived",
            ),
            ("ignore[] all", "TOC021", "the waiver names no rule"),
            ("ignore[TOC301] all", "TOC022", "nothing here needs the waiver of TOC301"),
            (
                "ignore TOC301 all",
                "TOC023",
                "this comment looks like a waiver and is not written as one",
            ),
            (
                "ingore[TOC301] all",
                "TOC023",
                "this comment looks like a waiver and is not written as one",
            ),
        ],
    )
    def test_a_waiver_that_does_nothing(self, comment: str, code: str, message: str) -> None:
        text = _text(on_line=f"  # tocmodel: {comment}")
        faults = [item for item in _found(text, "TOC301") if item[0].startswith("TOC02")]
        assert faults == [(code, 5, message)]

    def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused(self) -> None:
        text = _text(on_key="  # tocmodel: ignore[TOC504] everyone is meant")
        assert _found(text, "TOC204") == []

    def test_faults_can_be_ignored_and_made_errors_like_any_finding(self) -> None:
        document = reads(_text(on_key="  # tocmodel: ignore[TOC504]"), PATH)
        found = check(document, select=["TOC02"], severity={"TOC020": "error"})
        assert [(item.code, item.severity) for item in found] == [("TOC020", Severity.ERROR)]
        assert check(document, select=["TOC02"], ignore=["TOC020"]) == ()


def test_a_mistake_in_the_file_cannot_be_waived() -> None:
    text = "# tocmodel: ignore[TOC011] later\n" + _text() + "links: [fed -> clam]\n"
    assert [item.code for item in check(reads(text, PATH))] == ["TOC011"]
