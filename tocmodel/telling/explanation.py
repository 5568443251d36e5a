"""An explanation as it is read aloud: one indented line for each thing that is known."""

from collections.abc import Iterable, Iterator

from tocmodel.analysis.causes import Action, is_difficulty
from tocmodel.analysis.explaining import Cause, Explanation, Told, Why
from tocmodel.analysis.latest import given_figure
from tocmodel.model import (
    Condition,
    Effect,
    Indicator,
    Monitoring,
    TheoryOfChange,
)
from tocmodel.telling.evidence import evidence_lines
from tocmodel.telling.heading import headed
from tocmodel.telling.kinds import kind_line
from tocmodel.telling.origins import origin_words
from tocmodel.telling.outline import MOST, Line, listed
from tocmodel.telling.subject import (
    asked_of,
    is_step,
    link_remarks,
    named_besides,
    own_lines,
)
from tocmodel.wording import (
    EFFECT_WORDS,
    confidence_words,
    guess_of,
    kind_word,
    monitoring_words,
)


def outline(found: Explanation) -> tuple[Line, ...]:
    """Return what is read aloud, line by line."""
    return tuple(_lines(found))


def question(found: Explanation) -> str:
    """Return the question that an explanation answers."""
    return asked_of(found.theory, found.subject.id)


def _lines(found: Explanation) -> Iterator[Line]:
    theory, subject = found.theory, found.subject
    yield from headed(question(found), theory)
    yield Line(0, f"{_kind(theory, subject.id).capitalize()}.")
    yield from kind_line(theory, "in ")
    yield from own_lines(theory, subject.id)
    yield from _facts(theory, subject, 0)
    yield from _effects(found)
    yield from _neglected(found)
    yield from _not_monitored(found)
    raising = [why for why in found.whys if why.effect == subject.id and not why.lowers]
    unexplained = not found.whys and is_step(theory, subject.id)
    if raising or unexplained:
        yield Line(0, _asked(theory, subject.id), "heading")
    if unexplained:
        yield Line(0, "The theory does not say: no link leads here.", "alarm")
    yield from _fan(found)
    if found.eases:
        yield Line(0, _LOWERED, "heading")
    for why in found.eases:
        yield Line(0, _entitled(theory, why.cause), "item")
        yield from _reasons(theory, why, 1)
    yield from named_besides(theory, subject.id)
    yield from _foot(found)


def _kind(theory: TheoryOfChange, id_: str) -> str:
    """Return what an element is, and how far upstream it lies."""
    element = theory.element(id_)
    words = [kind_word(element, theory.section_of(id_))]
    if isinstance(element, Condition) and element.scale:
        words.append(f"{str(element.scale).replace('-', ' ')} scale")
    if element.level:
        words.append(f"{element.level} level")
    return ", ".join(words)


def _asked(theory: TheoryOfChange, id_: str) -> str:
    return "Why is it so?" if is_difficulty(theory, id_) else "What leads to it?"


_LOWERED = "What lowers it?"


def _effects(found: Explanation) -> Iterator[Line]:
    """Say in one line each what the subject leads to, and what it lowers."""
    for said, lowers in (("It leads to", False), ("It lowers", True)):
        ids = [why.effect for why in found.effects if why.lowers is lowers]
        if ids:
            yield Line(0, f"{said}: {_names(found.theory, ids)}.")


def _neglected(found: Explanation) -> Iterator[Line]:
    if not found.neglected:
        return
    causes = {cause.id: cause for cause in (found.subject, *found.causes)}
    yield Line(0, "What no intervention acts on, the deepest cause first", "heading")
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
    """Tell the answers; an answer to an answer is indented below it."""
    theory, subject = found.theory, found.subject.id
    causes = {cause.id: cause for cause in found.causes}
    depth = {subject: 0}
    asked = {(subject, False)}
    for why in found.whys:
        here = depth[why.effect]
        if (why.effect, why.lowers) not in asked:
            asked.add((why.effect, why.lowers))
            heading = _LOWERED if why.lowers else _asked(theory, why.effect)
            yield Line(here, heading, "heading" if why.effect == subject else "fact")
        yield Line(here, _entitled(theory, why.cause), "item")
        yield from _reasons(theory, why, here + 1)
        if why.told is Told.HERE:
            depth[why.cause] = here + 1
            yield from _facts(theory, causes[why.cause], here + 1)
        else:
            yield Line(here + 1, _TOLD[why.told])


_TOLD = {
    Told.LOOP: "Here the telling comes round to where it was: see above.",
    Told.ELSEWHERE: "What is known of it is told in another place here.",
}


def _reasons(theory: TheoryOfChange, why: Why, depth: int) -> Iterator[Line]:
    if not why.links:
        yield Line(depth, f"which {_quoted(theory, why.effect)} is there to answer")
    for link in why.links:
        if link.effect is not Effect.INCREASES and not why.lowers:
            yield Line(depth, f"It {EFFECT_WORDS[link.effect]} {_quoted(theory, link.to)}")
        if link.because:
            yield Line(depth, f"because {link.because}")
        yield from (Line(depth, f"by way of {_quoted(theory, id_)}") for id_ in link.via)
        yield from _origin(theory, link, depth)
        if sure := confidence_words(link.confidence):
            yield Line(depth, f"Confidence in this: {sure}.")
        yield from (Line(depth, said) for said in link_remarks(theory, link))
        if link.rivals_named:
            yield Line(depth, f"It may also be: {'; '.join(link.rivals_named)}.")
    if why.links and not any(link.because for link in why.links):
        yield Line(depth, "No reason is given.", "alarm")
    yield from evidence_lines(theory, why.weight, depth, link=True)


def _origin(theory: TheoryOfChange, claim: object, depth: int) -> Iterator[Line]:
    if said := origin_words(theory, claim):
        yield Line(depth, said, "alarm" if guess_of(claim) else "fact")


def _facts(theory: TheoryOfChange, cause: Cause, depth: int) -> Iterator[Line]:
    """Tell what stands beside a cause."""
    yield from _origin(theory, theory.element(cause.id), depth)
    yield from evidence_lines(theory, cause.weight, depth)
    if cause.action:
        calm = cause.action in (Action.CAUSE, Action.EASES, Action.SOURCE)
        yield Line(depth, _action(theory, cause), "fact" if calm else "alarm")
    if cause.eased_by:
        yield Line(depth, f"Lowered by: {_names(theory, cause.eased_by)}.")
    if cause.action or cause.id in theory.interventions:
        yield Line(depth, _actors(theory, cause))
    if cause.strengths:
        said = [
            _title(theory, near.id)
            + (f" (used by {_names(theory, near.used_by)})" if len(cause.acted_on_by) > 1 else "")
            for near in cause.strengths
        ]
        yield Line(depth, f"Strengths near it: {listed(said)}.")
    if cause.action or cause.indicators:
        yield _seen(theory, cause, depth)


def _action(theory: TheoryOfChange, cause: Cause) -> str:
    if cause.action is Action.CAUSE:
        return f"Acted on by: {_names(theory, cause.acted_on_by)}."
    if cause.action is Action.EASES:
        return "No intervention acts on it, but interventions lead to what lowers it."
    names = _names(theory, cause.instead)
    if cause.action is Action.SOURCE:
        return f"No intervention acts on it, only on what is behind it: {names}."
    if cause.action is Action.SYMPTOMS:
        return f"No intervention acts on it, only on what it affects: {names}."
    return "No intervention acts on it, nor on anything behind it or below it."


def _actors(theory: TheoryOfChange, cause: Cause) -> str:
    """Say who acts and who could: those who take part, and those who have a say."""
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
    return "Who acts is not stated." if cause.acted_on_by else "Who could act is not stated."


def _seen(theory: TheoryOfChange, cause: Cause, depth: int) -> Line:
    """Say how it is seen, and whether anyone counts it."""
    stated = cause.routinely_monitored
    said = monitoring_words(stated)
    counted = f"It {_since_when(stated)} {said}." if said else ""
    signs = [_sign(theory, theory.indicators[id_]) for id_ in cause.indicators]
    shown = f"Shown by: {listed(signs)}." if signs else "No indicator shows it."
    blind = stated is False or not signs
    return Line(depth, f"{shown} {counted}".strip(), "alarm" if blind else "fact")


def _since_when(stated: bool | Monitoring | None) -> str:
    if isinstance(stated, Monitoring):
        return "has been" if stated.since else "was"
    return "is"


def _sign(theory: TheoryOfChange, indicator: Indicator) -> str:
    """Name an indicator, with one figure of it, and say where it is not routinely monitored."""
    given = given_figure(indicator, theory.place)
    stated = indicator.routinely_monitored
    said = "" if stated is True else monitoring_words(stated)
    seen = f": {given.words}" if given else ""
    return f"{indicator.title}{f' ({said})' if said else ''}{seen}"


def _foot(found: Explanation) -> Iterator[Line]:
    theory = found.theory
    if found.loops:
        yield Line(0, "Circles: what leads back to itself", "heading")
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
        yield Line(0, f"{found.left_out:,} further {causes} not told of here.", "alarm")


def _bystander(theory: TheoryOfChange, id_: str) -> str:
    partner = theory.partners[id_]
    said = [f"decides: {listed(partner.decides)}"] if partner.decides else []
    said += [f"influence: {partner.influence}"] if partner.influence else []
    return f"{partner.title}: {'; '.join(said)}"


def _title(theory: TheoryOfChange, id_: str) -> str:
    return theory.element(id_).title if id_ in theory.elements else id_


def _quoted(theory: TheoryOfChange, id_: str) -> str:
    return f"“{_title(theory, id_)}”"


def _entitled(theory: TheoryOfChange, id_: str) -> str:
    return f"{_title(theory, id_)} ({_kind(theory, id_)})"


def _names(theory: TheoryOfChange, ids: Iterable[str]) -> str:
    return listed([_title(theory, id_) for id_ in ids])
