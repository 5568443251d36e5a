"""Waivers: which findings they accept, and what can be wrong with them."""

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.checks import check, comments
from tocmodel.checks.comments import Comment
from tocmodel.checks.waived import are_waived, needed
from tocmodel.checks.waivers import AppliedWaiver, applied_waivers, faults, unreadable
from tocmodel.diagnostics import Finding, InvalidModelError, Severity, Span
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.loading import loads, reads
from tocmodel.model import TheoryOfChange, Waiver
from tocmodel.syntax import parse

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
FED = ("TOC504", 4, "outcome 'Children are full' (fed) does not name who changes")
CALM = ("TOC504", 7, "outcome 'Mornings are calm' (calm) does not name who changes")


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
        assert _found(text, "TOC204") == [("TOC204", 13, "link calm -> fed gives no reason")]

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
        text = _text() + "waivers: [{check: TOC504, reason: everyone is meant}]\n"
        assert _found(text, "TOC504") == []

    def test_for_some_elements(self) -> None:
        text = _text() + "waivers: [{check: TOC504, reason: everyone is meant, at: [fed]}]\n"
        assert _found(text, "TOC504") == [CALM]

    def test_for_the_links_of_an_element(self) -> None:
        text = _text() + (
            "links: [fed -> calm]\nwaivers: [{check: TOC204, reason: plain to see, at: [calm]}]\n"
        )
        assert _found(text, "TOC204") == []

    def test_the_older_word_for_a_check_means_the_same(self) -> None:
        older = _text() + "waivers: [{rule: TOC504, reason: everyone is meant, at: [fed]}]\n"
        assert _found(older, "TOC504") == [CALM]
        assert loads(older) == loads(older.replace("rule:", "check:"))
        assert to_data(loads(older))["waivers"] == [
            {"check": "TOC504", "reason": "everyone is meant", "at": ["fed"]}
        ]

    def test_python_takes_the_older_word_in_a_mapping_and_never_both(self) -> None:
        waiver = Waiver(check="TOC504", reason="everyone is meant")
        older = {"rule": "TOC504", "reason": "everyone is meant"}
        assert TheoryOfChange(title="T", waivers=[older]).waivers == (waiver,)
        with pytest.raises(InvalidModelError, match="there is no field 'rule'"):
            TheoryOfChange(title="T", waivers=[{**older, "check": "TOC301"}])

    def test_the_former_name_of_a_check_selects_it(self) -> None:
        text = _text() + "waivers: [{check: TOC599, reason: everyone is meant}]\n"
        now = check(reads(text, PATH), select="waiver-unknown-check")
        assert [finding.code for finding in now] == ["TOC021"]
        assert check(reads(text, PATH), select="waiver-unknown-rule") == now
        assert check(reads(text, PATH), ignore=["TOC1", "waiver-unknown-rule"]) == check(
            reads(text, PATH), ignore=["TOC1", "TOC021"]
        )


class TestFaults:
    def test_a_waiver_without_a_reason(self) -> None:
        text = _text(on_key="  # tocmodel: ignore[TOC504]")
        document = reads(text, PATH)
        assert check(document, select=["TOC504", "TOC02"]) == (
            Finding(
                code="TOC020",
                rule="waiver-without-reason",
                severity=Severity.WARNING,
                message="the waiver of TOC504 has no reason",
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
                "there is no check 'outcome-no-whom' to waive; did you mean 'outcome-no-who'?",
            ),
            (
                "ignore[TOC011] all",
                "TOC021",
                "TOC011 is about the file itself and cannot be waived",
            ),
            ("ignore[] all", "TOC021", "the waiver names no check"),
            ("ignore[TOC301] all", "TOC022", "nothing here needs the waiver of TOC301"),
            (
                "ignore TOC301 all",
                "TOC023",
                "this comment looks like a waiver but is not written as one",
            ),
            (
                "ingore[TOC301] all",
                "TOC023",
                "this comment looks like a waiver but is not written as one",
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


# --- each by itself

LINE_FOUR = Span(PATH, 4, 3, 4, 9)
OF_LINK = Finding(
    code="TOC612",
    rule="resilience/odds-only-beat",
    severity=Severity.WARNING,
    message="m",
    about="fed -> calm",
    span=LINE_FOUR,
)


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        ({"rule": "toc612"}, True),
        ({"rule": "Framework-One-Sided"}, True),
        ({"rule": "resilience/odds-only-beat"}, True),
        ({"rule": "TOC613"}, False),
        ({"rule": "TOC6"}, False),
        ({"rule": "TOC612", "lines": (4, 4)}, True),
        ({"rule": "TOC612", "lines": (1, 4)}, True),
        ({"rule": "TOC612", "lines": (4, 9)}, True),
        ({"rule": "TOC612", "lines": (1, 3)}, False),
        ({"rule": "TOC612", "lines": (5, 9)}, False),
        ({"rule": "TOC612", "at": ("calm",)}, True),
        ({"rule": "TOC612", "at": ("club", "fed")}, True),
        ({"rule": "TOC612", "at": ("->",)}, False),
        ({"rule": "TOC612", "at": ("club",)}, False),
        ({"rule": "TOC613", "at": ("fed",)}, False),
    ],
)
def test_a_waiver_covers_the_findings_of_its_check_on_its_lines_or_about_its_ids(
    waiver: dict[str, Any], expected: bool
) -> None:
    found = AppliedWaiver(reason="known", **waiver)
    made = (OF_LINK, "framework-one-sided")
    assert are_waived([made], [found]) == [expected]
    assert needed([found], [made]) == ({found} if expected else set())
    if "lines" in waiver:
        nowhere = (evolve(OF_LINK, span=None), "framework-one-sided")
        assert are_waived([nowhere], [found]) == [False]
        assert needed([found], [nowhere]) == set()


CHECKS = [("TOC101", "no-goal"), ("TOC504", "outcome-no-who"), ("TOC612", "framework-one-sided")]
LINES = st.tuples(st.integers(1, 9), st.integers(0, 5)).map(lambda two: (two[0], sum(two)))
WAIVERS = st.builds(
    AppliedWaiver,
    rule=st.sampled_from(["toc101", "TOC504", "Outcome-No-Who", "ours/one", "Ours/one"]),
    reason=st.just(""),
    lines=st.none() | LINES,
    at=st.lists(st.sampled_from("abcd"), max_size=2).map(tuple),
)
MADE = st.builds(
    lambda check, rule, line, about: (
        Finding(
            code=check[0],
            rule=rule or check[1],
            severity=Severity.ADVICE,
            message="m",
            span=line and Span(PATH, line, 1, line, 2),
            about=about,
        ),
        check[1],
    ),
    st.sampled_from(CHECKS),
    st.sampled_from(["", "ours/one"]),
    st.none() | st.integers(1, 12),
    st.sampled_from(["", "a", "b -> c"]),
)


def covers(waiver: AppliedWaiver, made: tuple[Finding, str]) -> bool:
    """Whether a waiver covers one finding, looked at by itself."""
    finding, check_ = made
    if waiver.rule.casefold() not in (finding.code.casefold(), check_) and (
        waiver.rule != finding.rule
    ):
        return False
    if waiver.lines is not None:
        first, last = waiver.lines
        return finding.span is not None and first <= finding.span.line <= last
    return not waiver.at or not {*finding.about.split(" -> ")}.isdisjoint(waiver.at)


@given(st.lists(WAIVERS, max_size=6), st.lists(MADE, max_size=6))
def test_many_waivers_and_findings_together_are_as_each_pair(
    waivers: list[AppliedWaiver], made: list[tuple[Finding, str]]
) -> None:
    assert are_waived(made, waivers) == [any(covers(one, item) for one in waivers) for item in made]
    assert needed(waivers, made) == {
        one for one in waivers if any(covers(one, item) for item in made)
    }


def test_the_waivers_of_a_theory_are_its_entries_and_then_its_comments() -> None:
    text = _text() + "waivers:\n  - {check: TOC504, reason: all, at: [fed]}\n"
    document = reads(text, PATH)
    assert document.theory is not None
    comment = Comment(span=LINE_FOUR, rules=("a", "b"), reason="why", lines=(4, 6))
    broken = Comment(span=LINE_FOUR, rules=None, reason="", lines=(4, 4))
    entry = AppliedWaiver(rule="TOC504", reason="all", pointer=("waivers", 0), at=("fed",))
    of_comments = tuple(
        AppliedWaiver(rule=rule, reason="why", span=LINE_FOUR, lines=(4, 6)) for rule in "ab"
    )
    both = [broken, comment]
    assert applied_waivers(document.theory, None, both) == (entry, *of_comments)
    placed = evolve(entry, span=document.locate(("waivers", 0)))
    assert placed.span is not None
    assert applied_waivers(document.theory, document, both) == (placed, *of_comments)


def fault(code: str, rule: str, message: str, help_: str, waiver: AppliedWaiver) -> Finding:
    return Finding(
        code=code,
        rule=rule,
        severity=Severity.WARNING,
        message=message,
        pointer=waiver.pointer,
        span=waiver.span,
        help=help_,
    )


def test_a_comment_that_cannot_be_read_is_found_where_it_is() -> None:
    comments = [
        Comment(span=LINE_FOUR, rules=("TOC504",), reason="all", lines=(4, 4)),
        Comment(span=LINE_FOUR, rules=None, reason="", lines=(4, 4)),
    ]
    assert [*unreadable(comments)] == [
        fault(
            "TOC023",
            "waiver-not-understood",
            "this comment looks like a waiver but is not written as one",
            "write '# tocmodel: ignore[TOC204] the reason'",
            AppliedWaiver(rule="", reason="", span=LINE_FOUR),
        )
    ]


KNOWN = {"TOC101": "no-goal", "TOC504": "outcome-no-who"}
UNUSED = ("TOC022", "waiver-unused", "remove it")
UNKNOWN = (
    "TOC021",
    "waiver-unknown-check",
    "name a check by its code, 'TOC204', or by its name, 'link-no-rationale'",
)
OF_FILE = (*UNKNOWN[:2], "correct the mistake instead")
WITHOUT_REASON = (
    "TOC020",
    "waiver-without-reason",
    "add the reason, for those who read the theory later",
)


@pytest.mark.parametrize(
    ("rule", "reason", "expected"),
    [
        ("no-goal", "why", {"nothing here needs the waiver of no-goal": UNUSED}),
        ("outcome-no-who", "why", {}),  # which did not run
        (
            "no-gaol",
            "why",
            {"there is no check 'no-gaol' to waive; did you mean 'no-goal'?": UNKNOWN},
        ),
        ("zzz", "why", {"there is no check 'zzz' to waive": UNKNOWN}),
        ("toc011", "why", {"toc011 is about the file itself and cannot be waived": OF_FILE}),
        ("TOC022", "why", {"TOC022 is about the file itself and cannot be waived": OF_FILE}),
        (
            "waiver-unused",
            "why",
            {"waiver-unused is about the file itself and cannot be waived": OF_FILE},
        ),
        ("TOC504", " ", {"the waiver of TOC504 has no reason": WITHOUT_REASON}),
        (
            "",
            "",
            {
                "the waiver names no check": UNKNOWN,
                "the waiver of a check has no reason": WITHOUT_REASON,
            },
        ),
    ],
)
def test_what_is_wrong_with_a_waiver_is_found_where_it_is(
    rule: str, reason: str, expected: dict[str, tuple[str, str, str]]
) -> None:
    waiver = AppliedWaiver(rule=rule, reason=reason, pointer=("waivers", 3), span=LINE_FOUR)
    assert [*faults([waiver], [], KNOWN, ["TOC101"])] == [
        fault(code, name, message, help_, waiver)
        for message, (code, name, help_) in expected.items()
    ]


def test_a_waiver_that_applies_is_not_called_unused() -> None:
    used = AppliedWaiver(rule="TOC101", reason="why")
    idle = evolve(used, rule="no-goal")
    found = faults([used, idle], [used], KNOWN, ["TOC101"])
    assert [item.message for item in found] == ["nothing here needs the waiver of no-goal"]


def test_the_work_for_comments_grows_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys of a section are listed once, and not again for every comment in it."""
    looked_at: list[int] = []
    steps = comments._steps

    def counted(value: object) -> Sequence[str | int]:
        found = steps(value)
        looked_at.append(len(found))
        return found

    def work(number: int) -> int:
        looked_at.clear()
        entry = "{title: A, horizon: short}  # tocmodel: ignore[TOC504] everyone"
        body = "".join(f"  a{place}: {entry}\n" for place in range(number))
        tree = parse(f"tocmodel: 1\ntitle: T\noutcomes:\n{body}", PATH)
        assert [comment.lines for comment in comments.find_comments(tree)] == [
            (line, line) for line in range(4, number + 4)
        ]
        return sum(looked_at)

    monkeypatch.setattr(comments, "_steps", counted)
    few = work(100)
    assert few < work(400) <= 4 * few


def test_a_block_of_comments_is_about_what_follows_it() -> None:
    block = "  # tocmodel: ignore[TOC504] everyone\n" * 3
    tree = parse(_text(before=block), PATH)
    assert [comment.lines for comment in comments.find_comments(tree)] == [(10, 12)] * 3
