"""An explanation for people: one indented line for each fact."""

from collections.abc import Iterable, Iterator
from functools import partial

from tocmodel.analysis.causes import Action, is_difficulty
from tocmodel.analysis.chosen_figure import choose_figure
from tocmodel.analysis.explanation import Cause, CausesListed, Explanation, Why
from tocmodel.model import (
    Condition,
    Effect,
    Indicator,
    Monitoring,
    TheoryOfChange,
)
from tocmodel.report.evidence import evidence_lines
from tocmodel.report.explanation_subject import (
    asked_of,
    is_step,
    link_remarks,
    named_besides,
    own_lines,
)
from tocmodel.report.loop_words import loop_words
from tocmodel.report.origins import origin_words
from tocmodel.report.outline import MOST, Line, listed
from tocmodel.report.theory_kind import kind_line
from tocmodel.report.title_lines import title_lines
from tocmodel.report.whole_explanation import after_lines, before_lines, part_lines
from tocmodel.wording import (
    confidence_words,
    effect_verb,
    guess_of,
    kind_word,
    monitoring_words,
    needs_words,
    voice_words,
)


def outline(found: Explanation) -> tuple[Line, ...]:
    """Return the explanation line by line."""
    return tuple(_lines(found))


def question(found: Explanation) -> str:
    """Return the question that an explanation answers."""
    return asked_of(found.theory, found.subject.id)


def _lines(found: Explanation) -> Iterator[Line]:
    theory, subject = found.theory, found.subject
    yield from title_lines(question(found), theory)
    yield Line(0, f"{_kind(theory, subject.id).capitalize()}.")
    yield from kind_line(theory, "in ")
    yield from own_lines(theory, subject.id)
    yield from part_lines(theory, subject.id)
    yield from _facts(theory, subject, 0)
    yield from _effects(found)
    yield from _neglected(found)
    yield from _not_monitored(found)
    raising = [why for why in found.whys if why.effect == subject.id and not why.lowers]
    unexplained = not found.whys and not found.before and is_step(theory, subject.id)
    if raising or unexplained:
        yield Line(0, _asked(theory, subject.id, found.whys), "heading")
    if unexplained:
        yield Line(0, "The theory gives no answer: no link leads here.", "alarm")
    yield from _fan(found)
    if found.eases:
        yield Line(0, _LOWERED, "heading")
    for why in found.eases:
        yield Line(0, _entitled(theory, why.cause), "item")
        yield from _reasons(theory, why, 1)
    yield from before_lines(theory, found.before)
    yield from after_lines(theory, found.after)
    yield from named_besides(theory, subject.id)
    yield from _foot(found)


def _kind(theory: TheoryOfChange, id_: str) -> str:
    """Return the kind of an element, and how far upstream it is."""
    element = theory.element(id_)
    words = [kind_word(element, theory.section_of(id_))]
    if isinstance(element, Condition) and element.scale:
        words.append(f"{str(element.scale).replace('-', ' ')} scale")
    if element.level:
        words.append(f"{element.level} level")
    return ", ".join(words)


def _asked(theory: TheoryOfChange, id_: str, whys: Iterable[Why]) -> str:
    if id_ in theory.factors:
        links = (link for why in whys if why.effect == id_ and not why.lowers for link in why.links)
        raised = all(link.effect is Effect.INCREASES for link in links)
        return "What raises it?" if raised else "What raises or changes it?"
    return "Why is it so?" if is_difficulty(theory, id_) else "What leads to it?"


_LOWERED = "What lowers it?"


_MORE_OF_IT = ("More of it means more of", "More of it means less of")


def _effects(found: Explanation) -> Iterator[Line]:
    """List in one line each the elements that the subject leads to and those that it lowers."""
    more = found.subject.id in found.theory.factors
    raised, lowered = _MORE_OF_IT if more else ("It leads to", "It lowers")
    for verb, lowers in ((raised, False), (lowered, True)):
        ids = [why.effect for why in found.effects if why.lowers is lowers]
        if ids:
            yield Line(0, f"{verb}: {_names(found.theory, ids)}.")
    if found.associated:
        names = _names(found.theory, found.associated)
        yield Line(0, f"It goes with: {names} (no direction is claimed).")


def _neglected(found: Explanation) -> Iterator[Line]:
    if not found.neglected:
        return
    causes = {cause.id: cause for cause in (found.subject, *found.causes)}
    yield Line(0, "Not acted on by any intervention, the deepest cause first", "heading")
    for id_ in found.neglected:
        yield Line(0, _entitled(found.theory, id_), "item")
        yield Line(1, _action(found.theory, causes[id_]), "alarm")
        if causes[id_].actors:
            yield Line(1, _actors(found.theory, causes[id_]))


def _not_monitored(found: Explanation) -> Iterator[Line]:
    for heading, causes in (
        ("What is not routinely monitored", found.not_monitored),
        ("What was not routinely monitored before the programme", found.not_monitored_before),
    ):
        if causes:
            yield Line(0, heading, "heading")
        for cause in causes:
            yield Line(0, _entitled(found.theory, cause.id), "item")
            yield _seen(found.theory, cause, 1)


def _fan(found: Explanation) -> Iterator[Line]:
    """List the answers; an answer to an answer is indented below it."""
    theory, subject = found.theory, found.subject.id
    causes = {cause.id: cause for cause in found.causes}
    depth = {subject: 0}
    asked = {(subject, False)}
    for why in found.whys:
        level = depth[why.effect]
        if (why.effect, why.lowers) not in asked:
            asked.add((why.effect, why.lowers))
            heading = _LOWERED if why.lowers else _asked(theory, why.effect, found.whys)
            yield Line(level, heading, "heading" if why.effect == subject else "fact")
        yield Line(level, _entitled(theory, why.cause), "item")
        yield from _reasons(theory, why, level + 1)
        if why.causes_listed is CausesListed.HERE:
            depth[why.cause] = level + 1
            yield from _facts(theory, causes[why.cause], level + 1)
        else:
            yield Line(level + 1, _LISTED_ELSEWHERE[why.causes_listed])


_LISTED_ELSEWHERE = {
    CausesListed.LOOP: "This closes a circle: see above.",
    CausesListed.ELSEWHERE: "It is explained elsewhere in this list.",
}


def _reasons(theory: TheoryOfChange, why: Why, depth: int) -> Iterator[Line]:
    if not why.links:
        yield Line(depth, f"which {_quoted(theory, why.effect)} addresses")
    for link in why.links:
        if link.effect is not Effect.INCREASES and not why.lowers:
            yield Line(
                depth, f"It {effect_verb(theory, link.effect, link.to)} {_quoted(theory, link.to)}"
            )
        yield from (Line(depth, f"{words}.") for words in voice_words(theory, link))
        if link.is_mutual:
            back = link.way_back
            verb = effect_verb(theory, back.effect, back.to)
            ends = (_quoted(theory, back.from_), _quoted(theory, back.to))
            yield Line(depth, f"Both ways: {ends[0]} in turn {verb} {ends[1]}.")
        if link.because:
            yield Line(depth, f"because {link.because}")
        yield from (Line(depth, f"by way of {_quoted(theory, id_)}") for id_ in link.via)
        yield from _origin(theory, link, depth)
        if sure := confidence_words(link.confidence):
            yield Line(depth, f"Confidence in this: {sure}.")
        yield from (Line(depth, remark) for remark in link_remarks(theory, link))
        if link.rivals_named:
            yield Line(depth, f"It may also be: {'; '.join(link.rivals_named)}.")
    if why.links and not any(link.because for link in why.links):
        yield Line(depth, "No reason is given.", "alarm")
    yield from evidence_lines(theory, why.weight, depth, link=True)


def _origin(theory: TheoryOfChange, claim: object, depth: int) -> Iterator[Line]:
    if words := origin_words(theory, claim):
        yield Line(depth, words, "alarm" if guess_of(claim) else "fact")


def _facts(theory: TheoryOfChange, cause: Cause, depth: int) -> Iterator[Line]:
    """List the facts about a cause."""
    yield from _origin(theory, theory.element(cause.id), depth)
    if cause.id in theory.outcomes and (needed := theory.outcomes[cause.id].needs):
        yield Line(depth, f"It needs {needs_words(needed, partial(_title, theory))}.")
    yield from evidence_lines(theory, cause.weight, depth)
    if cause.action:
        calm = cause.action in (Action.CAUSE, Action.EASES, Action.SOURCE)
        yield Line(depth, _action(theory, cause), "fact" if calm else "alarm")
    if cause.eased_by:
        yield Line(depth, f"Lowered by: {_names(theory, cause.eased_by)}.")
    if cause.action or cause.id in theory.interventions:
        yield Line(depth, _actors(theory, cause))
    if cause.strengths:
        facts = [
            _title(theory, near.id)
            + (f" (used by {_names(theory, near.used_by)})" if len(cause.acted_on_by) > 1 else "")
            for near in cause.strengths
        ]
        yield Line(depth, f"Strengths near it: {listed(facts)}.")
    if cause.action or cause.indicators:
        yield _seen(theory, cause, depth)


def _action(theory: TheoryOfChange, cause: Cause) -> str:
    if cause.action is Action.CAUSE:
        return f"Acted on by: {_names(theory, cause.acted_on_by)}."
    if cause.action is Action.EASES:
        return "No intervention acts on it, but interventions lead to something that lowers it."
    names = _names(theory, cause.instead)
    if cause.action is Action.SOURCE:
        return f"No intervention acts on it, only on its causes: {names}."
    if cause.action is Action.SYMPTOMS:
        return f"No intervention acts on it, only on its effects: {names}."
    return "No intervention acts on it, nor on its causes or effects."


def _actors(theory: TheoryOfChange, cause: Cause) -> str:
    """Name those who act and those who could: who takes part, and who has a say."""
    acting = [actor.id for actor in cause.actors if actor.delivers]
    deciding = [
        f"{_title(theory, actor.id)} (decides: {listed(actor.decides)})"
        for actor in cause.actors
        if actor.decides
    ]
    parts = [f"Who acts: {_names(theory, acting)}."] if acting else []
    parts += [f"Who has a say: {listed(deciding)}."] if deciding else []
    if parts:
        return " ".join(parts)
    return (
        "The theory does not state who acts."
        if cause.acted_on_by
        else "The theory does not state who could act."
    )


def _seen(theory: TheoryOfChange, cause: Cause, depth: int) -> Line:
    """Name the indicators that show a cause, and whether it is routinely monitored."""
    stated = cause.routinely_monitored
    words = monitoring_words(stated)
    counted = f"It {_since_when(stated)} {words}." if words else ""
    signs = [_sign(theory, theory.indicators[id_]) for id_ in cause.indicators]
    shown = f"Shown by: {listed(signs)}." if signs else "No indicator shows it."
    blind = stated is False or not signs
    return Line(depth, f"{shown} {counted}".strip(), "alarm" if blind else "fact")


def _since_when(stated: bool | Monitoring | None) -> str:
    if isinstance(stated, Monitoring):
        return "has been" if stated.since else "was"
    return "is"


def _sign(theory: TheoryOfChange, indicator: Indicator) -> str:
    """Name an indicator with one of its figures, and note if it is not routinely monitored."""
    given = choose_figure(indicator, theory.place)
    stated = indicator.routinely_monitored
    words = "" if stated is True else monitoring_words(stated)
    seen = f": {given.words}" if given else ""
    return f"{indicator.full_title}{f' ({words})' if words else ''}{seen}"


def _foot(found: Explanation) -> Iterator[Line]:
    theory = found.theory
    if found.named:
        yield Line(0, "Named loops that it is part of", "heading")
    for named in found.named:
        yield Line(0, loop_words(theory, named), "item")
        if named.loop.because:
            yield Line(1, f"because {named.loop.because}")
    if found.loops:
        yield Line(0, "Circles that lead back to where they start", "heading")
        for loop in found.loops[:MOST]:
            path = " -> ".join(_title(theory, id_) for id_ in (*loop.elements, loop.elements[0]))
            yield Line(0, f"{path} ({loop.sign.value})", "item")
        if len(found.loops) > MOST:
            least = "" if found.loops.complete else "at least "
            yield Line(0, f"and {least}{len(found.loops) - MOST:,} more")
    if found.bystanders and (found.whys or is_step(theory, found.subject.id)):
        yield Line(0, "Who else might be asked", "heading")
        for id_ in found.bystanders[:MOST]:
            yield Line(0, _bystander(theory, id_), "item")
    if found.left_out:
        causes = "cause is" if found.left_out == 1 else "causes are"
        yield Line(0, "What is left out", "heading")
        yield Line(0, f"{found.left_out:,} further {causes} not listed here.", "alarm")


def _bystander(theory: TheoryOfChange, id_: str) -> str:
    partner = theory.partners[id_]
    facts = [f"decides: {listed(partner.decides)}"] if partner.decides else []
    facts += [f"influence: {partner.influence}"] if partner.influence else []
    return f"{partner.full_title}: {'; '.join(facts)}"


def _title(theory: TheoryOfChange, id_: str) -> str:
    return theory.element(id_).full_title if id_ in theory.elements else id_


def _quoted(theory: TheoryOfChange, id_: str) -> str:
    return f"“{_title(theory, id_)}”"


def _entitled(theory: TheoryOfChange, id_: str) -> str:
    return f"{_title(theory, id_)} ({_kind(theory, id_)})"


def _names(theory: TheoryOfChange, ids: Iterable[str]) -> str:
    return listed([_title(theory, id_) for id_ in ids])
