"""Links: causal claims, with their reasons."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from tocmodel.diagnostics import InvalidModelError
from tocmodel.model.choices import Confidence, Effect, Needed, Strength
from tocmodel.model.convert import EMPTY, FrozenDict, own_fields, texts
from tocmodel.model.elements import Assumption
from tocmodel.model.evidence import Evidence
from tocmodel.model.from_mapping import make, make_each
from tocmodel.model.origin import HasOrigin
from tocmodel.values import field, frozen, optional


def _assumptions(
    value: str | Iterable[str | Assumption | Mapping[str, Any]] | None,
) -> tuple[str | Assumption, ...]:
    if isinstance(value, str):
        return (value,)
    return make_each(Assumption, value, "an assumption")


def _evidence(
    value: str | Iterable[str | Evidence | Mapping[str, Any]] | None,
) -> tuple[str | Evidence, ...]:
    if isinstance(value, str):
        return (value,)
    return make_each(Evidence, value, "a piece of evidence")


def _confidence(value: Confidence | str | float | None) -> Confidence | float | None:
    return Confidence(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Link(HasOrigin):
    """A claim that one element leads to another, and why.

    Reason, assumption, mechanism and evidence are four different things: ``because`` says why
    the one should lead to the other at all, ``assumes`` what else must hold here, ``via`` how
    people come to respond, and ``evidence`` what supports the claim.

    Attributes:
        from_, to: ids of the elements; ``from`` in a file.
        effect: what more of the cause does to the effect.
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
        rivals: other explanations of the effect that were thought of.
        notes: remarks for those who keep the file, never drawn.
        fields: the partnership's own columns.
    """

    from_: str
    to: str
    effect: Effect = field(default=Effect.INCREASES, converter=Effect)
    via: tuple[str, ...] = field(default=(), converter=texts)
    because: str = ""
    assumes: tuple[str | Assumption, ...] = field(default=(), converter=_assumptions)
    confidence: Confidence | float | None = field(default=None, converter=_confidence)
    strength: Strength | None = field(default=None, converter=optional(Strength))
    delay: str = ""
    needed: Needed | None = field(default=None, converter=optional(Needed))
    feedback: bool = False
    main: bool = False
    evidence: tuple[str | Evidence, ...] = field(default=(), converter=_evidence)
    rivals: tuple[str, ...] = field(default=(), converter=texts)
    notes: str = ""
    fields: FrozenDict = field(default=EMPTY, converter=own_fields)

    @property
    def rivals_named(self) -> tuple[str, ...]:
        """The rivals that name another explanation: *none named* and its like do not.

        >>> Link(from_="a", to="b", rivals=["none named", "wages rose"]).rivals_named
        ('wages rose',)
        """
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
    """The links that a chain stands for.

    >>> [(link.from_, link.to) for link in chain("a -> b -> c")]
    [('a', 'b'), ('b', 'c')]
    """
    ids = [part.strip() for part in text.split("->")]
    if len(ids) < 2:
        raise InvalidModelError(f"a chain has an arrow, such as 'a -> b', and is not: {text!r}")
    return tuple(Link(from_=cause, to=effect) for cause, effect in pairwise(ids))


def links(value: Iterable[Link | str | Mapping[str, Any]] | None) -> tuple[Link, ...]:
    """Links from chains and mappings, in their order."""
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable | None):
        raise InvalidModelError(f"links are a list of chains or links, and not: {value!r}")
    found: list[Link] = []
    for item in value or ():
        if isinstance(item, Link):
            found.append(item)
        elif isinstance(item, str):
            found.extend(chain(item))
        elif isinstance(item, Mapping):
            found.append(make(Link, item, _ends(item)))
        else:
            raise InvalidModelError(
                f"a link is a chain, 'a -> b', or has fields, and not: {item!r}"
            )
    return tuple(found)


def _ends(item: Mapping[str, Any]) -> str:
    return f"the link from '{item.get('from', '?')}' to '{item.get('to', '?')}'"
