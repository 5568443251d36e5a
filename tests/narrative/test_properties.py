"""For any theory: the main story is told whole, and no sentence claims more than the theory."""

from hypothesis import given
from hypothesis import strategies as st
from small_theories import few
from strategies import theories

from tocmodel.model import Effect, Standing, TheoryOfChange, ValueStatus
from tocmodel.narrative import Narrative, Paragraph, narrate
from tocmodel.narrative.choose import choose
from tocmodel.report.narrative import narrative_data, narrative_outline
from tocmodel.report.outline import to_markdown, to_text

plain_or_not = st.booleans()
MARKS = {
    Standing.INFERRED: ("our own reading", "our own idea"),
    Standing.DRAFTED: ("a draft by a program", "a computer program wrote"),
}


def paragraphs(story: Narrative) -> list[Paragraph]:
    return [paragraph for section in story.sections for paragraph in section.paragraphs]


@given(theories(), plain_or_not)
@few
def test_every_element_of_the_main_story_is_spoken_of(theory: TheoryOfChange, plain: bool) -> None:
    theory = theory.whole
    story = narrate(theory, plain=plain)
    ends = {id_ for link in choose(theory, (), ()).main for id_ in (link.from_, link.to)}
    known = {id_ for id_ in ends if id_ in theory.elements or id_ in theory.groups}
    spoken = {id_ for sentence in story.sentences for id_ in sentence.elements}
    assert known <= spoken
    told = {pair for sentence in story.sentences for pair in sentence.links}
    assert {(link.from_, link.to) for link in choose(theory, (), ()).main} <= told


@given(theories(), plain_or_not)
@few
def test_a_guess_is_called_one_wherever_it_is_told(theory: TheoryOfChange, plain: bool) -> None:
    theory = theory.whole
    story = narrate(theory, plain=plain)
    for paragraph in paragraphs(story):
        pairs = {pair for sentence in paragraph.sentences for pair in sentence.links}
        guesses = {
            link.standing
            for link in theory.links
            if (link.from_, link.to) in pairs and not link.standing.is_attested
        }
        only = {
            kind
            for kind in guesses
            if not any(
                link.standing is not kind for link in theory.links if (link.from_, link.to) in pairs
            )
        }
        if "explanation" in paragraph.text:  # of other explanations, which are not a claim
            continue
        for kind in only:
            assert any(mark in paragraph.text.casefold() for mark in MARKS[kind])


@given(theories(), plain_or_not)
@few
def test_a_narrative_is_the_same_each_time_and_can_be_written(
    theory: TheoryOfChange, plain: bool
) -> None:
    story = narrate(theory, plain=plain)
    assert story == narrate(theory, plain=plain)
    assert to_text(narrative_outline(story)).endswith("\n")
    assert to_markdown(narrative_outline(story)).startswith("# ")
    assert narrative_data(story, "0")["left_out"] == story.left_out
    for sentence in story.sentences:
        assert sentence.text.strip()
        assert not sentence.text.strip()[0].islower() or not sentence.text.strip()[0].isascii()


_ENDS = st.sampled_from(["interventions", "outcomes", "conditions", "factors", "mechanisms"])
_TITLES = st.sampled_from(
    ["Arrears fall", "Trust", "Young people belong", "A club", "Improve health", "What next?"]
)
_UP = ("lead to", "mean that", "rise", "then", "one reason", "set a response")
_DOWN = ("reduce", "less common", "less often", "fall")


@given(_ENDS, _ENDS, _TITLES, _TITLES, st.sampled_from(list(Effect)), plain_or_not)
@few
def test_a_decrease_never_reads_as_an_increase(
    start: str, end: str, cause: str, effect: str, sign: Effect, plain: bool
) -> None:
    sections: dict[str, dict[str, dict[str, str]]] = {}
    sections.setdefault(start, {})["a"] = {"title": cause}
    sections.setdefault(end, {})["b"] = {"title": effect}
    link = {"from": "a", "to": "b", "effect": str(sign)}
    theory = TheoryOfChange(title="T", links=[link], **sections)
    claims = [
        sentence.text
        for section in narrate(theory, plain=plain).sections
        if section.id in ("needs", "story", "pathways")
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
        if ("a", "b") in sentence.links
    ]
    last = " ".join(claims).casefold().replace(cause.casefold(), "").replace(effect.casefold(), "")
    if sign is Effect.DECREASES:
        assert any(word in last for word in _DOWN)
        assert "mean that" not in last
    elif sign is Effect.INCREASES:
        assert not any(word in last for word in _DOWN)
    else:
        assert any(word in last for word in ("change", "affect"))


@given(st.sampled_from([*ValueStatus, None]), st.sampled_from([*ValueStatus, None]))
@few
def test_value_that_is_hoped_for_never_reads_as_having_happened(
    first: ValueStatus | None, second: ValueStatus | None
) -> None:
    value = {
        id_: {"title": title, "cycle": cycle, "space": "s", "status": status}
        for id_, title, cycle, status in (
            ("a", "Parents meet", "immediate", first),
            ("b", "Mornings are calm", "realized", second),
        )
    }
    theory = TheoryOfChange(
        title="T", spaces={"s": {"title": "A circle"}}, value_creation=value, links=["a -> b"]
    )
    [section] = [part for part in narrate(theory).sections if part.id == "value"]
    words = {"a": first, "b": second}
    for sentence in (one for part in section.paragraphs for one in part.sentences):
        statuses = {words[id_] for id_ in sentence.elements if id_ in words}
        if sentence.links:
            statuses = {first, second}
        marks = {
            ValueStatus.PLANNED: "plan",
            ValueStatus.HOPED: "hope",
            None: "not stated",
        }
        if (
            statuses
            and statuses != {ValueStatus.HAPPENED}
            and not sentence.text.startswith("One th")
        ):
            wanted = [mark for status, mark in marks.items() if status in statuses]
            assert any(mark in sentence.text.casefold() for mark in wanted)
