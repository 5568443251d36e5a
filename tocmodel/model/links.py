"""Links: causal claims, with their reasons."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise, product
from typing import Any

from attrs import evolve, field, frozen
from attrs.converters import optional

from tocmodel.diagnostics import InvalidModelError
from tocmodel.model.choices import (
    Confidence,
    Effect,
    LinkKind,
    Needed,
    Strength,
    VoicedEffect,
)
from tocmodel.model.convert import EMPTY, FieldValue, FrozenDict, own_fields, text, texts
from tocmodel.model.elements import Assumption
from tocmodel.model.evidence import Evidence
from tocmodel.model.figure import Figure, figures
from tocmodel.model.from_mapping import make, make_each
from tocmodel.model.keys import key
from tocmodel.model.origin import HasOrigin
from tocmodel.self_describing import SelfDescribing


def _one_statement(_: Any, __: Any, together: tuple[tuple[str, ...], ...]) -> None:
    if together and (len(together) != 2 or not all(together)):
        raise InvalidModelError(
            f"together is the causes and the effects of one statement, and not: {together!r}"
        )


def _assumptions(
    value: str | Iterable[str | Assumption | Mapping[str, Any]] | None,
) -> tuple[str | Assumption, ...]:
    if isinstance(value, str):
        return (value,)
    return make_each(Assumption, value, "an assumption") if value else ()


def _evidence(
    value: str | Iterable[str | Evidence | Mapping[str, Any]] | None,
) -> tuple[str | Evidence, ...]:
    if isinstance(value, str):
        return (value,)
    return make_each(Evidence, value, "a piece of evidence") if value else ()


def _confidence(value: Confidence | str | float | None) -> Confidence | float | None:
    return Confidence(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Voice(SelfDescribing):
    """What one source, or one group of people, says about an effect that is disputed.

    Attributes:
        who: the source or the people, in words.
        effect: the effect that they see.
        source: id of the source that has it.
        at: the place in the source.
    """

    who: str
    effect: VoicedEffect = field(converter=VoicedEffect)
    source: str = ""
    at: str = field(default="", converter=text)


def _voices(value: Iterable[Voice | Mapping[str, Any]] | None) -> tuple[Voice, ...]:
    return make_each(Voice, value, "a voice")


@frozen(kw_only=True)
class Link(HasOrigin):
    """A claim about two elements: most often that one leads to the other, and why.

    Reason, assumption, mechanism and evidence are four different things: ``because`` is why the one
    should lead to the other at all, ``assumes`` what else must be true here, ``via`` how people
    come to respond, and ``evidence`` what supports the claim.

    Attributes:
        from_, to: ids of the elements; ``from`` in a file.
        together: the causes and the effects of the statement that this link is part of, where a
            file has a list at an end; a file does not have this field.
        kind: a cause; a mutual effect, each on the other; or an association, without a claimed
            direction, which is in no path and no loop.
        effect: how more of the cause changes the effect.
        effect_back: the effect the other way of a mutual link; ``None`` where it is the same.
        voices: where the effect is disputed, who says what.
        via: ids of the mechanisms that explain this one link.
        because: the reason.
        assumes: ids of assumptions, or assumptions written in place.
        confidence: a word, or a percentage from 0 to 100.
        strength: how large the effect is thought to be.
        delay: how long it takes, in words.
        needed: necessary, sufficient, or a contributory part of a package.
        feedback: leads back to something earlier, on purpose.
        main: part of the main story, drawn with a heavier line.
        evidence: ids of evidence, or evidence written in place.
        rivals: other explanations of the effect that were considered.
        votes: how many votes it had when people chose, or its score; not evidence for it.
        notes: remarks for those who keep the file, never drawn.
        fields: the partnership's own columns.
    """

    from_: str
    to: str
    together: tuple[tuple[str, ...], ...] = field(
        default=(), eq=False, repr=False, validator=_one_statement
    )
    kind: LinkKind = field(
        default=LinkKind.CAUSE,
        converter=LinkKind,
        metadata=key("significant", question="what sort of relation {} is"),
    )
    effect: Effect = field(
        default=Effect.INCREASES,
        converter=Effect,
        metadata=key("significant", question="what effect {} has"),
    )
    effect_back: Effect | None = field(
        default=None,
        converter=optional(Effect),
        metadata=key("significant", question="what effect {} has the other way"),
    )
    voices: tuple[Voice, ...] = field(
        default=(), converter=_voices, metadata=key("significant", item="voice")
    )
    via: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="is explained by")
    )
    because: str = field(default="", metadata=key("reason", noun="a reason"))
    assumes: tuple[str | Assumption, ...] = field(
        default=(), converter=_assumptions, metadata=key("significant", verb="assumes")
    )
    confidence: Confidence | float | None = field(
        default=None,
        converter=_confidence,
        metadata=key("significant", question="how sure the partnership is of {}"),
    )
    strength: Strength | None = field(
        default=None,
        converter=optional(Strength),
        metadata=key("significant", question="how strong {} is"),
    )
    delay: str = field(default="", metadata=key("significant", question="how long {} takes"))
    needed: Needed | None = field(
        default=None,
        converter=optional(Needed),
        metadata=key("significant", question="how far the cause in {} is needed"),
    )
    feedback: bool = field(default=False, metadata=key("significant", mark="feedback"))
    main: bool = field(default=False, metadata=key("minor", mark="part of the main story"))
    evidence: tuple[str | Evidence, ...] = field(
        default=(), converter=_evidence, metadata=key("minor", verb="is supported by")
    )
    rivals: tuple[str, ...] = field(
        default=(),
        converter=texts,
        metadata=key("significant", verb="names as another explanation"),
    )
    votes: tuple[Figure, ...] = field(
        default=(), converter=figures, metadata=key("result", item="count of votes")
    )
    notes: str = field(default="", metadata=key("minor", noun="notes", prose=True))
    fields: FrozenDict[str, FieldValue] = field(
        default=EMPTY, converter=own_fields, metadata=key("minor")
    )

    @property
    def is_mutual(self) -> bool:
        """Whether each of the two elements has an effect on the other."""
        return self.kind is LinkKind.MUTUAL

    @property
    def is_causal(self) -> bool:
        """Whether it claims an effect; an association does not."""
        return self.kind is not LinkKind.ASSOCIATION

    @property
    def way_back(self) -> "Link":
        """A mutual link, read from its other end.

        >>> Link(from_="a", to="b", kind="mutual", effect_back="decreases").way_back.effect.value
        'decreases'
        """
        effect = self.effect_back or self.effect
        return evolve(self, from_=self.to, to=self.from_, effect=effect, effect_back=self.effect)

    @property
    def is_repeated(self) -> bool:
        """Whether an earlier link is part of the same statement, and so has the same reason.

        >>> statement = {"from": ["a", "b"], "to": "c"}
        >>> [link.is_repeated for link in links([statement])]
        [False, True]
        """
        if not self.together:
            return False
        causes, effects = self.together
        return (self.from_, self.to) != (causes[0], effects[0])

    @property
    def rivals_named(self) -> tuple[str, ...]:
        """The rivals that name another explanation: *none named* and its like do not.

        >>> Link(from_="a", to="b", rivals=["none named", "wages rose"]).rivals_named
        ('wages rose',)
        """
        if not self.rivals:
            return ()
        return tuple(rival for rival in self.rivals if not _names_nothing(rival))


_NOTHING = frozenset(
    (
        *("", "?", "n/a", "na", "nil", "no", "none", "nothing", "tba", "tbc", "tbd", "unknown"),
        *(
            f"{no} {rest}"
            for no in ("none", "not")
            for rest in ("given", "known", "named", "stated")
        ),
        *("none asked", "none found", "none thought of", "none yet", "no other", "no others"),
        *("no rival", "no rivals", "not asked", "not yet", "not thought of", "not applicable"),
        *("to be agreed", "to be asked", "to be confirmed", "to be decided"),
    )
)
"""What people write where they have nothing to name."""


def _names_nothing(text: str) -> bool:
    return " ".join(text.casefold().split()).strip(" .-–—") in _NOTHING


def chain(text: str) -> tuple[Link, ...]:
    """The links in a chain.

    >>> [(link.from_, link.to) for link in chain("a -> b -> c")]
    [('a', 'b'), ('b', 'c')]
    """
    ids = [part.strip() for part in text.split("->")]
    if len(ids) < 2:
        raise InvalidModelError(f"a chain has an arrow, such as 'a -> b', and is not: {text!r}")
    return tuple(Link(from_=cause, to=effect) for cause, effect in pairwise(ids))


def each_pair(link: Link, causes: tuple[str, ...], effects: tuple[str, ...]) -> tuple[Link, ...]:
    """Return one link from each cause to each effect, with the reason and all else of a link.

    >>> pattern = Link(from_="", to="", because="it is free")
    >>> [(link.from_, link.to) for link in each_pair(pattern, ("a", "b"), ("c", "d"))]
    [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')]
    """
    pairs = list(product(causes, effects))
    together = (causes, effects) if len(pairs) > 1 else ()
    return tuple(evolve(link, from_=cause, to=effect, together=together) for cause, effect in pairs)


def with_new_ends(link: Link, new_id: Callable[[str], str]) -> Link:
    """Return a link whose ends have new ids, also where it is part of a statement."""
    together = tuple(tuple(map(new_id, ids)) for ids in link.together)
    return evolve(link, from_=new_id(link.from_), to=new_id(link.to), together=together)


def links(value: Iterable[Link | str | Mapping[str, Any]] | None) -> tuple[Link, ...]:
    """Links from chains and mappings, in their order; each is from one element to one."""
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable | None):
        raise InvalidModelError(f"links are a list of chains or links, and not: {value!r}")
    found: list[Link] = []
    for item in value or ():
        if isinstance(item, Link):
            found.append(item)
        elif isinstance(item, str):
            found.extend(chain(item))
        elif isinstance(item, Mapping):
            found.extend(_links_of(item))
        else:
            raise InvalidModelError(
                f"a link is a chain, 'a -> b', or has fields, and not: {item!r}"
            )
    return tuple(found)


def _links_of(item: Mapping[str, Any]) -> tuple[Link, ...]:
    """Return the links of one statement: several where there is a list at an end."""
    ends = item.get("from"), item.get("to")
    if not (isinstance(ends[0], _SEVERAL) or isinstance(ends[1], _SEVERAL)):
        return (make(Link, item, _ends(item)),)
    causes, effects = map(texts, ends)
    if not (causes and effects):
        raise InvalidModelError(f"{_ends(item)} has nothing at one of its ends")
    first = make(Link, {**item, "from": causes[0], "to": effects[0]}, _ends(item))
    return each_pair(first, causes, effects)


_SEVERAL = (list, tuple)


def _ends(item: Mapping[str, Any]) -> str:
    return f"the link from '{item.get('from', '?')}' to '{item.get('to', '?')}'"
