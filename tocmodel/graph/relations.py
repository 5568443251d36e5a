"""The one typed graph: every relation of a theory as an edge.

=========== ======================================= ===========================================
kind        from -> to                              written as
=========== ======================================= ===========================================
causal      cause -> effect                         a link that does not start at a risk
threatens   risk -> element                         a link that starts at a risk; ``threatens``
explains    mechanism -> effect of the link         ``via`` of a link
assumes     assumption -> effect of the link        ``assumes`` of a link
supports    evidence -> element, effect of the link ``supports``; ``evidence`` of a link
contradicts evidence -> element, effect of the link ``contradicts``
concerns    evidence -> element, effect of the link ``about``
measures    indicator -> element                    ``measures``
addresses   intervention -> condition               ``addresses``
uses        intervention -> asset or input          ``uses``
delivers    partner -> intervention                 ``partners`` of an intervention
provides    partner -> asset or input               ``partners`` of an asset or input
owns        partner -> assumption                   ``owner``
joins       partner -> space                        ``members``
creates     space -> value creation                 ``space`` of a value creation
benefits    value creation -> partner               ``for``
reframes    value creation -> space                 ``reframes``
tells       partner -> story                        ``teller``
recalls     story -> space, value or outcome        ``space``; ``value`` of a step
cites       story -> indicator or evidence          ``indicator`` and ``evidence`` of a step
=========== ======================================= ===========================================

An edge reads as a sentence, *from* kind *to*: "the partner delivers the intervention". An edge
that is about a link, rather than about an element, ends at the link's effect and names the link
in ``about``. What is written in place, without an id, is no node and so has no edge. An edge one
of whose ends is not in the theory is left out: checking a theory reports it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tocmodel.diagnostics import Pointer
from tocmodel.graph.remembering import remembered
from tocmodel.model import Link, TheoryOfChange
from tocmodel.values import frozen

Pair = tuple[str, str]

EDGE_KINDS = (
    "causal",
    "threatens",
    "explains",
    "assumes",
    "supports",
    "contradicts",
    "concerns",
    "measures",
    "addresses",
    "uses",
    "delivers",
    "provides",
    "owns",
    "joins",
    "creates",
    "benefits",
    "reframes",
    "tells",
    "recalls",
    "cites",
)
"""The kinds of edge, as in the table above."""

NODE_KINDS: Mapping[str, str] = {
    "partners": "partner",
    "conditions": "condition",
    "assets": "asset",
    "inputs": "input",
    "interventions": "intervention",
    "outputs": "output",
    "mechanisms": "mechanism",
    "outcomes": "outcome",
    "assumptions": "assumption",
    "risks": "risk",
    "indicators": "indicator",
    "evidence": "evidence",
    "spaces": "space",
    "value_creation": "value_creation",
    "stories": "story",
}
"""Each section of elements, and the name of one of its elements."""


@frozen(kw_only=True)
class Edge:
    """One typed relation between two elements.

    Attributes:
        kind: one of ``EDGE_KINDS``.
        from_, to: ids of the elements.
        pointer: where the relation is written; a link's position counts single links, as
            ``theory.links`` holds them.
        link: the causal link that the edge is, or is about.
        about: cause and effect of the link that the edge is about; ``None`` for the link itself.
    """

    kind: str
    from_: str
    to: str
    pointer: Pointer
    link: Link | None = None
    about: Pair | None = None


@remembered
def edges(theory: TheoryOfChange) -> tuple[Edge, ...]:
    """Return every relation of the theory, links first, then section by section.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     partners={"school": {"title": "The school"}},
    ...     interventions={"club": {"title": "Breakfast club", "partners": ["school"]}},
    ...     outcomes={"fed": {"title": "Children are not hungry"}},
    ...     links=["club -> fed"],
    ... )
    >>> [(edge.from_, edge.kind, edge.to) for edge in edges(theory)]
    [('club', 'causal', 'fed'), ('school', 'delivers', 'club')]
    """
    known = theory.elements
    return tuple(edge for edge in _all_edges(theory) if edge.from_ in known and edge.to in known)


def _all_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for place, link in enumerate(theory.links):
        yield from _link_edges(theory, place, link)
    for fields in (_acting, _measuring, _weighing, _learning, _telling):
        yield from fields(theory)


def _link_edges(theory: TheoryOfChange, place: int, link: Link) -> Iterator[Edge]:
    kind = "threatens" if link.from_ in theory.risks else "causal"
    at: Pointer = ("links", place)
    yield Edge(kind=kind, from_=link.from_, to=link.to, pointer=at, link=link)
    if not (link.via or link.assumes or link.evidence):
        return
    for name, about, items in (
        ("via", "explains", link.via),
        ("assumes", "assumes", link.assumes),
        ("evidence", "supports", link.evidence),
    ):
        for number, item in enumerate(items):
            id_ = item if isinstance(item, str) else item.id
            yield Edge(
                kind=about,
                from_=id_,
                to=link.to,
                pointer=(*at, name, number),
                link=link,
                about=(link.from_, link.to),
            )


def _out(kind: str, from_: str, ids: Iterable[str], pointer: Pointer) -> Iterator[Edge]:
    for number, id_ in enumerate(ids):
        yield Edge(kind=kind, from_=from_, to=id_, pointer=(*pointer, number))


def _in(kind: str, ids: Iterable[str], to: str, pointer: Pointer) -> Iterator[Edge]:
    for number, id_ in enumerate(ids):
        yield Edge(kind=kind, from_=id_, to=to, pointer=(*pointer, number))


def _acting(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, asset in theory.assets.items():
        yield from _in("provides", asset.partners, id_, ("assets", id_, "partners"))
    for id_, input_ in theory.inputs.items():
        yield from _in("provides", input_.partners, id_, ("inputs", id_, "partners"))
    for id_, done in theory.interventions.items():
        at: Pointer = ("interventions", id_)
        yield from _in("delivers", done.partners, id_, (*at, "partners"))
        yield from _out("uses", id_, done.uses, (*at, "uses"))
        yield from _out("addresses", id_, done.addresses, (*at, "addresses"))
    for id_, assumption in theory.assumptions.items():
        if assumption.owner:
            pointer = ("assumptions", id_, "owner")
            yield Edge(kind="owns", from_=assumption.owner, to=id_, pointer=pointer)
    for id_, risk in theory.risks.items():
        yield from _out("threatens", id_, risk.threatens, ("risks", id_, "threatens"))


def _measuring(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, indicator in theory.indicators.items():
        yield from _out("measures", id_, indicator.measures, ("indicators", id_, "measures"))


def _weighing(theory: TheoryOfChange) -> Iterator[Edge]:
    links = {(link.from_, link.to): link for link in reversed(theory.links)}
    for id_, piece in theory.evidence.items():
        for kind, field, claims in (
            ("supports", "supports", piece.supports),
            ("contradicts", "contradicts", piece.contradicts),
            ("concerns", "about", piece.about),
        ):
            for number, claim in enumerate(claims):
                at: Pointer = ("evidence", id_, field, number)
                pairs = link_pairs(claim)
                if not pairs:
                    yield Edge(kind=kind, from_=id_, to=claim, pointer=at)
                for pair in pairs:
                    link = links.get(pair)
                    yield Edge(kind=kind, from_=id_, to=pair[1], pointer=at, link=link, about=pair)


def link_pairs(claim: str) -> tuple[Pair, ...]:
    """Return cause and effect of each link that a claim names; none where it names an element.

    >>> link_pairs("a -> b -> c")
    (('a', 'b'), ('b', 'c'))
    >>> link_pairs("wellbeing")
    ()
    """
    ids = [part.strip() for part in claim.split("->")]
    return tuple(pairwise(ids))


def _learning(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, space in theory.spaces.items():
        yield from _in("joins", space.members, id_, ("spaces", id_, "members"))
    for id_, value in theory.value_creation.items():
        at: Pointer = ("value_creation", id_)
        if value.space:
            yield Edge(kind="creates", from_=value.space, to=id_, pointer=(*at, "space"))
        yield from _out("benefits", id_, value.for_, (*at, "for"))
        if value.reframes:
            at_reframes: Pointer = (*at, "reframes")
            yield Edge(kind="reframes", from_=id_, to=value.reframes, pointer=at_reframes)


def _telling(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, story in theory.stories.items():
        at: Pointer = ("stories", id_)
        if story.teller:
            yield Edge(kind="tells", from_=story.teller, to=id_, pointer=(*at, "teller"))
        if story.space:
            yield Edge(kind="recalls", from_=id_, to=story.space, pointer=(*at, "space"))
        for number, step in enumerate(story.steps):
            here: Pointer = (*at, "steps", number)
            if step.value:
                yield Edge(kind="recalls", from_=id_, to=step.value, pointer=(*here, "value"))
            if step.indicator:
                pointer = (*here, "indicator")
                yield Edge(kind="cites", from_=id_, to=step.indicator, pointer=pointer)
            yield from _out("cites", id_, step.evidence, (*here, "evidence"))


@remembered
def kinds(theory: TheoryOfChange) -> Mapping[str, str]:
    """Return what each element is, by id: ``outcome``, ``partner`` ..."""
    return {id_: kind for name, kind in NODE_KINDS.items() for id_ in getattr(theory, name)}
