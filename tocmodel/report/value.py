"""Value creation as text: spaces, flows, learning loops and claims."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tocmodel.analysis.value.claims import QUESTIONS, Claim
from tocmodel.analysis.value.flows import Flow, FlowLength, Flows, FlowStep, value_flows
from tocmodel.analysis.value.loops import LearningLoop, learning_loops
from tocmodel.analysis.value.spaces import STATUSES, SpaceValue, ValuesAt, value_by_space
from tocmodel.model import Answer, TheoryOfChange, ValueCreation, ValueStatus
from tocmodel.model.editions import EDITIONS, edition_of
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import value_note

_NUMBER_WORDS = {5: "five", 8: "eight"}

MOST_FLOWS = 20
"""The most flows listed one by one."""


def value_outline(theory: TheoryOfChange, space: str | None = None) -> tuple[Line, ...]:
    """Return the account of a theory's value, or of one space's, line by line.

    Value that happened, planned value and hoped-for value are kept apart throughout.
    """
    return tuple(_account(theory, space))


def _account(theory: TheoryOfChange, space: str | None) -> Iterator[Line]:
    edition = edition_of(theory)
    number = _NUMBER_WORDS[len(EDITIONS[edition])]
    yield from title_lines(f"Value creation: {theory.title}", theory)
    yield Line(0, f"Uses the {number} cycles of '{edition}'.")
    spaces = [item for item in value_by_space(theory) if space in (None, item.space)]
    if not theory.value_creation and not spaces:
        yield Line(0, "The file has no learning space and no value.", "alarm")
        return
    for item in spaces:
        yield from space_lines(theory, item)
    yield from flows_lines(theory, value_flows(theory, space))
    yield from loops_lines(theory, learning_loops(theory, space))


def space_lines(theory: TheoryOfChange, found: SpaceValue) -> Iterator[Line]:
    """Yield the lines about one space."""
    if not found.space:
        yield Line(0, "Value of no stated space", "heading")
    else:
        yield Line(0, _entitled(theory, found.space), "heading")
        if found.framing:
            yield Line(0, f"The difference it cares to make: {found.framing}")
        else:
            yield Line(0, "It does not state the difference it cares to make.", "alarm")
        for item in found.reframings:
            words = f"Reframed ({status_words(item.status)}): "
            yield Line(0, words + _entitled(theory, item.value))
    for at in found.values:
        yield Line(0, f"{at.cycle.word.capitalize()}, {status_words(at.status)}", "item")
        yield from _values(theory, at)
    if not found.values:
        yield Line(0, "It has no value in the file.", "alarm")


def _values(theory: TheoryOfChange, at: ValuesAt) -> Iterator[Line]:
    for id_ in at.values:
        yield Line(1, _entitled(theory, id_))


def flows_lines(theory: TheoryOfChange, found: Flows) -> Iterator[Line]:
    """Yield the lines about how value is carried."""
    yield Line(0, "How value is carried from cycle to cycle", "heading")
    if not found.flows:
        yield Line(0, "No link leads from one value to another.", "alarm")
    else:
        yield from flow_figures(found)
    for flow in found.flows[:MOST_FLOWS]:
        yield Line(0, " -> ".join(step.value for step in flow.steps), "item")
        yield Line(1, flow_words(flow))
    if len(found.flows) > MOST_FLOWS:
        yield Line(0, f"and {len(found.flows) - MOST_FLOWS:,} more")
    if found.alone:
        ids = ", ".join(found.alone)
        yield Line(0, f"Not carried from or to other value: {ids}", "alarm")


def flow_figures(found: Flows) -> Iterator[Line]:
    """Count the flows by length, each by its least certain value; leave out inferred ones."""
    how_many = f"{'at least ' if found.truncated else ''}{len(found.flows):,}"
    attested = [flow for flow in found.flows if flow.is_attested]
    if len(attested) == len(found.flows):
        yield Line(0, f"Flows: {how_many}, each counted by its least certain value.")
    else:
        certain = f"{len(attested):,} with nothing inferred or drafted"
        yield Line(0, f"Flows: {how_many}. Counted below: {certain}.")
    for length, words in _LENGTHS.items():
        own = [flow for flow in attested if flow.length is length]
        counts = [
            f"{status_words(status)} {number:,}"
            for status in STATUSES
            if (number := sum(flow.status is status for flow in own))
        ]
        yield Line(0, f"{words}: {', '.join(counts) or 'none'}.")


_LENGTHS = {
    FlowLength.LONG: "Long ones, which reach a difference beyond the space",
    FlowLength.SHORT: "Short ones, which stay near it",
}


def flow_words(flow: Flow) -> str:
    """Describe how far a flow reaches, and how far it has already come.

    >>> from tocmodel.model import Cycle
    >>> steps = (FlowStep(value="a", cycle=Cycle.POTENTIAL, status=ValueStatus.HAPPENED),
    ...          FlowStep(value="b", cycle=Cycle.REALIZED, status=ValueStatus.HOPED))
    >>> flow_words(Flow(steps=steps))
    'long; happened as far as a (potential), then hoped for: b (realised)'
    """
    done = flow.happened
    if len(done) == len(flow.steps):
        return f"{flow.length.value}; happened throughout"
    parts = [f"happened as far as {_step(done[-1:])}"] if done else []
    left = flow.steps[len(done) :]
    for word, steps in groupby(left, _word):
        parts.append(f"{'then ' if parts else ''}{word}: {_step(steps)}")
    return f"{flow.length.value}; {', '.join(parts)}"


def _word(step: FlowStep) -> str:
    return status_words(step.status) if step.attested else "inferred or drafted"


def _step(steps: Iterable[FlowStep]) -> str:
    return ", ".join(f"{step.value} ({step.cycle.word})" for step in steps)


def loops_lines(theory: TheoryOfChange, found: tuple[LearningLoop, ...]) -> Iterator[Line]:
    """Yield the lines about the learning loops."""
    yield Line(0, "Learning loops: back to those who learn", "heading")
    if not found:
        yield Line(0, "There is no realised or later value to bring back.")
        return
    for status in STATUSES:
        own = [loop for loop in found if loop.status is status]
        if own:
            closed = sum(loop.is_closed for loop in own)
            words = status_words(status).capitalize()
            yield Line(0, f"{words}: {closed} closed, {len(own) - closed} open")
    for loop in found:
        state = "closed" if loop.is_closed else "open"
        words = f"{state}, {status_words(loop.status)}: {_entitled(theory, loop.value)}"
        yield Line(0, words[:1].upper() + words[1:], "item")
        if loop.is_closed:
            yield Line(1, " -> ".join(loop.way_back))
        elif loop.way_read:
            way = " -> ".join(loop.way_read)
            yield Line(1, f"what leads back is inferred or drafted: {way}", "alarm")
        else:
            where = ", ".join(loop.spaces) or "no space is stated"
            yield Line(1, f"no link leads back ({where})", "alarm")


def claims_outline(theory: TheoryOfChange, found: Iterable[Claim]) -> tuple[Line, ...]:
    """Return the claims with their data and the four answers, line by line."""
    return tuple(_claims(theory, tuple(found)))


def _claims(theory: TheoryOfChange, found: tuple[Claim, ...]) -> Iterator[Line]:
    yield from title_lines(f"Claims of value: {theory.title}", theory)
    for status in STATUSES:
        own = [claim for claim in found if claim.status is status]
        if own:
            yes = sum(claim.plausible is Answer.YES for claim in own)
            words = status_words(status).capitalize()
            yield Line(0, f"{words}: {len(own)} ({yes} of them plausible on all four questions)")
    for claim in found:
        yield from _claim(theory, claim)


def _claim(theory: TheoryOfChange, claim: Claim) -> Iterator[Line]:
    yield Line(0, _entitled(theory, claim.value), "item")
    yield Line(1, f"{claim.cycle.word}, {status_words(claim.status)}; {data_words(claim)}")
    for number, (question, reply) in enumerate(zip(QUESTIONS, claim.answers, strict=True), 1):
        part = "fact" if reply.answer is Answer.YES else "alarm"
        answer = answer_words(reply.answer)
        yield Line(1, f"{number}. {question} {answer.capitalize()}: {reply.reason}", part)
    for item in claim.breaks:
        after = f" ({item.after})" if item.after else ""
        yield Line(1, f"The chain breaks: {item.reason}{after}", "alarm")


def data_words(claim: Claim) -> str:
    """Return in words which of the two kinds of data a claim has."""
    if not claim.contributions and claim.told.answer is Answer.UNKNOWN:
        has_effects = "has effect data" if claim.effects else "has no effect data"
        return f"{has_effects}; its stories may be withheld"
    has = {
        (True, True): "has effect data and contribution data",
        (True, False): "has effect data only: no story tells how it came about",
        (False, True): "has contribution data only: no indicator shows it",
        (False, False): "has neither effect data nor contribution data",
    }
    return has[bool(claim.effects), bool(claim.contributions)]


def status_words(status: ValueStatus | None) -> str:
    """Return a status in words, or *status not stated*."""
    if status is None:
        return "status not stated"
    return "hoped for" if status is ValueStatus.HOPED else status.value


def answer_words(answer: Answer) -> str:
    """Return an answer in words."""
    return "not known" if answer is Answer.UNKNOWN else answer.value


def _entitled(theory: TheoryOfChange, id_: str) -> str:
    element = theory.element(id_)
    note = value_note(element) if isinstance(element, ValueCreation) else ""
    return f"{element.full_title} ({id_}){note}"
