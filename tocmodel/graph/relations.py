"""The one typed graph: every relation of a theory as an edge.

=========== ======================================= ===========================================
kind        from -> to                              written as
=========== ======================================= ===========================================
causal      cause -> effect                         a link not from a risk; both ways if mutual
associated  element -> element                      a link of the kind ``association``
threatens   risk -> element                         a link that starts at a risk; ``threatens``
explains    mechanism -> effect of the link         ``via`` of a link
assumes     assumption -> effect of the link        ``assumes`` of a link
supports    evidence -> element, effect of the link ``supports``; ``evidence`` of a link
contradicts evidence -> element, effect of the link ``contradicts``
concerns    evidence -> element, effect of the link ``about``
measures    indicator -> element                    ``measures``
addresses   intervention -> condition               ``addresses``
uses        intervention -> asset or input          ``uses``; ``for`` of an input
part_of     part -> what it is part of              ``part_of``
delivers    partner -> intervention                 ``partners`` of an intervention
provides    partner -> asset or input               ``partners`` of an asset or input
owns        partner -> assumption, outcome,         ``owner``
            indicator
joins       partner -> space                        ``members``
creates     space -> value creation                 ``space`` of a value creation
benefits    value creation -> partner               ``for``
reframes    value creation -> space                 ``reframes``
tells       partner -> story                        ``teller``
recalls     story -> space, value or outcome        ``space``; ``value`` of a step
cites       story -> indicator or evidence          ``indicator`` and ``evidence`` of a step
=========== ======================================= ===========================================

An edge reads as a sentence, *from* kind *to*: "the partner delivers the intervention". An edge that
is about a link, rather than about an element, ends at the link's effect and names the link in
``about``. What is written in place, without an id, is not a node, so it has no edge. An edge with
an end that is not in the theory is left out; checking the theory reports it.

An edge that starts or ends at a whole (a group, an included theory, a section) is not one between
elements: ``whole_edges`` returns these, and ``edges`` all others.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.wholes import find_whole, part_of
from tocmodel.model import Input, Link, TheoryOfChange

Pair = tuple[str, str]

EDGE_KINDS = (
    "causal",
    "associated",
    "threatens",
    "explains",
    "assumes",
    "supports",
    "contradicts",
    "concerns",
    "measures",
    "addresses",
    "uses",
    "part_of",
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
    "factors": "factor",
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
        is_way_back: whether it is the other way of a mutual link, which ``link`` then reads in
            this direction.
        about: cause and effect of the link that the edge is about; ``None`` for the link itself.
    """

    kind: str
    from_: str
    to: str
    pointer: Pointer
    link: Link | None = None
    is_way_back: bool = False
    about: Pair | None = None


@cached_per_theory
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
    return tuple(edge for edge in _every_edge(theory) if edge.from_ in known and edge.to in known)


@cached_per_theory
def whole_edges(theory: TheoryOfChange) -> tuple[Edge, ...]:
    """Return the relations that a group, an included theory or a section is an end of.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     inputs={"money": {"title": "Money", "for": ["all"]}},
    ...     interventions={"club": {"title": "Breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are not hungry"}},
    ...     links=["interventions -> fed"],
    ... )
    >>> [(edge.from_, edge.kind, edge.to) for edge in whole_edges(theory)]
    [('interventions', 'causal', 'fed'), ('all', 'uses', 'money')]
    """
    known = theory.elements
    found = (e for e in _every_edge(theory) if not (e.from_ in known and e.to in known))
    return tuple(
        edge for edge in found if all(is_end(theory, id_) for id_ in (edge.from_, edge.to))
    )


def is_end(theory: TheoryOfChange, name: str) -> bool:
    """Whether something has this name: an element, a group, an included theory or a section."""
    return name in theory.elements or find_whole(theory, name) is not None


@cached_per_theory
def _every_edge(theory: TheoryOfChange) -> tuple[Edge, ...]:
    return tuple(_all_edges(theory))


def _all_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for place, link in enumerate(theory.links):
        yield from _link_edges(theory, place, link)
    for fields in (
        _intervention_edges,
        _part_edges,
        _indicator_edges,
        _evidence_edges,
        _space_edges,
        _story_edges,
    ):
        yield from fields(theory)


def _link_edges(theory: TheoryOfChange, place: int, link: Link) -> Iterator[Edge]:
    at: Pointer = ("links", place)
    yield Edge(kind=_kind(theory, link), from_=link.from_, to=link.to, pointer=at, link=link)
    if link.is_mutual:
        back = link.way_back
        yield Edge(
            kind=_kind(theory, back),
            from_=back.from_,
            to=back.to,
            pointer=at,
            link=back,
            is_way_back=True,
        )
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


def _kind(theory: TheoryOfChange, link: Link) -> str:
    if not link.is_causal:
        return "associated"
    return "threatens" if link.from_ in theory.risks else "causal"


def _out(kind: str, from_: str, ids: Iterable[str], pointer: Pointer) -> Iterator[Edge]:
    for number, id_ in enumerate(ids):
        yield Edge(kind=kind, from_=from_, to=id_, pointer=(*pointer, number))


def _in(kind: str, ids: Iterable[str], to: str, pointer: Pointer) -> Iterator[Edge]:
    for number, id_ in enumerate(ids):
        yield Edge(kind=kind, from_=id_, to=to, pointer=(*pointer, number))


def _intervention_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, asset in theory.assets.items():
        yield from _in("provides", asset.partners, id_, ("assets", id_, "partners"))
    for id_, input_ in theory.inputs.items():
        yield from _in("provides", input_.partners, id_, ("inputs", id_, "partners"))
        yield from _funding_edges(input_)
        yield from _in("uses", input_.for_, id_, ("inputs", id_, "for"))
    for id_, done in theory.interventions.items():
        at: Pointer = ("interventions", id_)
        yield from _in("delivers", done.partners, id_, (*at, "partners"))
        yield from _out("uses", id_, done.uses, (*at, "uses"))
        yield from _out("addresses", id_, done.addresses, (*at, "addresses"))
    yield from _owner_edges(theory)
    for id_, risk in theory.risks.items():
        yield from _out("threatens", id_, risk.threatens, ("risks", id_, "threatens"))


def _funding_edges(given: Input) -> Iterator[Edge]:
    """Yield who funds a part of an input, except the partners whom the input itself names."""
    for place, part in enumerate(given.amounts):
        if part.funder and part.funder not in given.partners:
            pointer: Pointer = ("inputs", given.id, "amounts", place, "funder")
            yield Edge(kind="provides", from_=part.funder, to=given.id, pointer=pointer)


def _owner_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for name in ("assumptions", "outcomes", "indicators"):
        for id_, entry in getattr(theory, name).items():
            if entry.owner:
                yield Edge(kind="owns", from_=entry.owner, to=id_, pointer=(name, id_, "owner"))


def _part_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, larger in part_of(theory).items():
        pointer = (theory.section_of(id_), id_, "part_of")
        yield Edge(kind="part_of", from_=id_, to=larger, pointer=pointer)


def _indicator_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, indicator in theory.indicators.items():
        yield from _out("measures", id_, indicator.measures, ("indicators", id_, "measures"))


def _evidence_edges(theory: TheoryOfChange) -> Iterator[Edge]:
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
    """Return the cause and effect of each link that a claim names; none where it names an element.

    >>> link_pairs("a -> b -> c")
    (('a', 'b'), ('b', 'c'))
    >>> link_pairs("wellbeing")
    ()
    """
    ids = [part.strip() for part in claim.split("->")]
    return tuple(pairwise(ids))


def _space_edges(theory: TheoryOfChange) -> Iterator[Edge]:
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


def _story_edges(theory: TheoryOfChange) -> Iterator[Edge]:
    for id_, story in theory.stories.items():
        at: Pointer = ("stories", id_)
        if story.teller:
            yield Edge(kind="tells", from_=story.teller, to=id_, pointer=(*at, "teller"))
        if story.space:
            yield Edge(kind="recalls", from_=id_, to=story.space, pointer=(*at, "space"))
        for number, step in enumerate(story.steps):
            step_pointer: Pointer = (*at, "steps", number)
            if step.value:
                yield Edge(
                    kind="recalls", from_=id_, to=step.value, pointer=(*step_pointer, "value")
                )
            if step.indicator:
                pointer = (*step_pointer, "indicator")
                yield Edge(kind="cites", from_=id_, to=step.indicator, pointer=pointer)
            yield from _out("cites", id_, step.evidence, (*step_pointer, "evidence"))


@cached_per_theory
def kinds(theory: TheoryOfChange) -> Mapping[str, str]:
    """Return the kind of each element by id: ``outcome``, ``partner`` ..."""
    return {id_: kind for name, kind in NODE_KINDS.items() for id_ in getattr(theory, name)}
