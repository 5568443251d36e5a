"""Claims of value: the data for each, the breaks in its chain, and whether it is plausible.

Someone sees an inspiring meeting; someone sees better results; but many things move results. Only
an account that runs through idea, use and effect makes the link between them believable. The four
questions are compiled from E. Wenger, B. Trayner and M. de Laat, *Promoting and assessing value
creation in communities and networks* (Rapport 18, Open Universiteit, 2011) and their later remarks
that stories and indicators belong together.
"""

from attrs import frozen

from tocmodel.analysis.value.agreement import agreement
from tocmodel.analysis.value.breaks import ChainBreak, chain_breaks
from tocmodel.analysis.value.data import (
    ContributionData,
    EffectData,
    contribution_data,
    effect_data,
)
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Answer, Cycle, TheoryOfChange, ValueCreation, ValueStatus, ValueValence
from tocmodel.results import Results
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Reply(SelfDescribing):
    """The answer to one of the four questions, and why."""

    answer: Answer
    reason: str


@frozen(kw_only=True)
class Claim(SelfDescribing):
    """A value as a claim that readers may or may not believe.

    Attributes:
        value, cycle: id of the value, and its cycle.
        space: id of the space where it arose; empty where the file does not state it.
        status: happened, planned or hoped; ``None`` where the file does not state it. A planned or
            hoped-for value is an aim: its answers show what data there will be to follow it up.
        effects: its effect data.
        contributions: its contribution data.
        breaks: the breaks in its chain.
        changed: question 1: does an indicator show change in this cycle?
        told: question 2: does a story pass through it from an earlier cycle?
        agrees: question 3: do indicator and story agree in time, people and direction?
        rival: question 4: was another source of the change considered?
    """

    value: str
    cycle: Cycle
    space: str
    status: ValueStatus | None
    effects: tuple[EffectData, ...]
    contributions: tuple[ContributionData, ...]
    breaks: tuple[ChainBreak, ...]
    changed: Reply
    told: Reply
    agrees: Reply
    rival: Reply

    @property
    def answers(self) -> tuple[Reply, Reply, Reply, Reply]:
        """The answers to the four questions, in order."""
        return (self.changed, self.told, self.agrees, self.rival)

    @property
    def plausible(self) -> Answer:
        """Yes if all four answers are yes; no if any of them is no; otherwise not known."""
        given = {reply.answer for reply in self.answers}
        if given == {Answer.YES}:
            return Answer.YES
        return Answer.NO if Answer.NO in given else Answer.UNKNOWN


QUESTIONS = (
    "Does an indicator show the change?",
    "Does a story come to it from an earlier cycle?",
    "Do indicator and story agree in time, people and direction?",
    "Was another source of the change considered?",
)
"""The four questions of the test of plausibility."""


class Claims(Results[Claim]):
    """The claims of value that a theory makes."""


def claims(theory: TheoryLike, space: str | None = None) -> Claims:
    """Return every claim of value with its data, its breaks and the four answers.

    An answer that is not in the file is *unknown*, never guessed. Unwanted value, and value that
    nobody found, is no claim.

    Args:
        theory: the theory.
        space: only the value of this space.

    Raises:
        UnknownIdError: there is no such space; the message names the nearest.

    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     value_creation={"calm": {"title": "Calmer mornings", "cycle": "realized"}},
    ...     indicators={"late": {"title": "Late arrivals", "measures": "calm", "better": "lower",
    ...                          "baseline": 21, "observations": [6]}},
    ... )
    >>> [claim] = claims(theory)
    >>> claim.changed
    Reply(answer=<Answer.YES: 'yes'>, reason='late: from 21 to 6')
    >>> claim.told
    Reply(answer=<Answer.NO: 'no'>, reason='no story passes through it')
    """
    theory = as_theory(theory)
    if space is not None:
        theory.spaces[space]  # raises for an unknown id, naming the nearest
    values = theory.value_creation.values()
    claimed = (
        value
        for value in values
        if (space is None or value.space == space) and value.valence is ValueValence.WANTED
    )
    return Claims((_claim(theory, value) for value in claimed), theory)


def _claim(theory: TheoryOfChange, value: ValueCreation) -> Claim:
    effects = effect_data(theory, value.id)
    contributions = contribution_data(theory, value.id)
    agreed, reason = agreement(theory, value, effects, contributions)
    return Claim(
        value=value.id,
        cycle=value.cycle,
        space=value.space,
        status=value.status,
        effects=effects,
        contributions=contributions,
        breaks=chain_breaks(theory, value.id),
        changed=_changed(effects),
        told=_told_in_stories(theory, contributions),
        agrees=Reply(answer=agreed, reason=reason),
        rival=_rival(theory, value.id),
    )


_BEST_FIRST = (Answer.YES, Answer.UNKNOWN, Answer.NO)


def _changed(effects: tuple[EffectData, ...]) -> Reply:
    if not effects:
        return Reply(answer=Answer.NO, reason="no indicator measures it")
    best = min((item.change for item in effects), key=_BEST_FIRST.index)
    if best is Answer.YES and any(item.against for item in effects):
        best = Answer.UNKNOWN
    reason = "; ".join(f"{item.indicator}: {item.reason}" for item in effects)
    return Reply(answer=best, reason=reason)


def _told_in_stories(theory: TheoryOfChange, contributions: tuple[ContributionData, ...]) -> Reply:
    if not contributions and any(story.is_withheld for story in theory.stories.values()):
        return Reply(answer=Answer.UNKNOWN, reason="its stories may be among those withheld")
    if not contributions:
        return Reply(answer=Answer.NO, reason="no story passes through it")
    best = min((item.tied for item in contributions), key=_BEST_FIRST.index)
    reason = "; ".join(f"{item.story}: {item.reason}" for item in contributions)
    return Reply(answer=best, reason=reason)


def _rival(theory: TheoryOfChange, value: str) -> Reply:
    links = [link for link in theory.links_to(value) if link.is_causal]
    named = dict.fromkeys(rival for link in links for rival in link.rivals_named)
    if named:
        return Reply(answer=Answer.YES, reason="; ".join(f"“{rival}”" for rival in named))
    unnamed = dict.fromkeys(rival for link in links for rival in link.rivals)
    if unnamed:
        words = " and ".join(f"“{rival}”" for rival in unnamed)
        return Reply(answer=Answer.NO, reason=f"its links name none, and state {words}")
    if not links:
        return Reply(answer=Answer.NO, reason="no link leads to it that could name one")
    return Reply(answer=Answer.NO, reason="no link that leads to it names one")
