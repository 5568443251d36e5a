"""A theory and a view become a diagram."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import asdict, evolve, frozen

from tocmodel.analysis.publication import published
from tocmodel.analysis.titles import Words, words_for
from tocmodel.diagnostics import TocModelError, UnknownIdError, did_you_mean
from tocmodel.diagram.badges import badges
from tocmodel.diagram.boxes import BoxBuilder
from tocmodel.diagram.categories import category_badges
from tocmodel.diagram.colours import Colours, class_badges, colours
from tocmodel.diagram.connectors import Connector, merge_parallel
from tocmodel.diagram.content import Content, content, linked_elements
from tocmodel.diagram.frames import Chains, FrameFinder, areas_of, clusters, section_ends
from tocmodel.diagram.headings import with_headings
from tocmodel.diagram.lanes import drawn_lanes, remark_on_partners
from tocmodel.diagram.legend import legend
from tocmodel.diagram.loops import with_loops
from tocmodel.diagram.model import Badge, Box, Column, Diagram
from tocmodel.diagram.names_below import drawn_boxes
from tocmodel.diagram.notes import date_of, imagined, note, subtitle
from tocmodel.diagram.own_words import (
    ceiling_label,
    has_own_title,
    spoken,
    unreviewed,
    untranslated,
    with_own_legend,
)
from tocmodel.diagram.phrases import phrases_of
from tocmodel.diagram.progress import progress_badges
from tocmodel.diagram.select import with_includes_collapsed
from tocmodel.diagram.sentences import arrow, loop_sentences, with_description
from tocmodel.diagram.shape import with_layout
from tocmodel.diagram.stages import columns
from tocmodel.diagram.summary import SUMMARY, summary_view
from tocmodel.diagram.view_frameworks import ViewFrameworks
from tocmodel.diagram.whole_connectors import Places, placed, remark_on
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph.relations import is_end
from tocmodel.graph.wholes import find_whole
from tocmodel.model import (
    ArrowsAs,
    BoxOrder,
    Direction,
    Horizon,
    Labels,
    LaneBy,
    TheoryOfChange,
    View,
)
from tocmodel.model.from_mapping import make
from tocmodel.wording import note_with, say, speaking

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework


def views(theory: TheoryOfChange) -> tuple[View, ...]:
    """Return the views of a theory, or one of everything where it has none.

    >>> [view.id for view in views(TheoryOfChange(title="Breakfast for all"))]
    ['overview']
    """
    return tuple(theory.views.values()) or (View(id="overview", title=theory.title),)


def default_view(theory: TheoryOfChange) -> View:
    """Return the view that is drawn by default: the first in the file."""
    return views(theory)[0]


def find_view(theory: TheoryOfChange, name: str) -> View:
    """Return a view by its id; ``summary`` is there without being in the file.

    Raises:
        UnknownIdError: the theory has no such view; the message names those it has.
    """
    known = {view.id: view for view in views(theory)}
    if name in known:
        return known[name]
    if name == SUMMARY:
        return summary_view(theory)
    near = did_you_mean(name, known)
    raise UnknownIdError(f"no view '{name}'{near or '; there is ' + ', '.join(known)}")


def to_diagram(
    theory: TheoryLike,
    view: View | str | None = None,
    *,
    language: str | None = None,
    frameworks: "Iterable[Framework]" = (),
    **keys: Any,
) -> Diagram:
    """Return the diagram of a theory.

    Args:
        theory: the theory.
        view: a view, or the id of one of the theory's; by default its first.
        language: the language of the words, where the theory is translated.
        frameworks: the partnership's own frameworks that the view uses to sort or pick elements;
            those that come with tocmodel are known by id.
        keys: keys of the view to change: ``focus="school-ready", upstream=1``.

    Raises:
        UnknownIdError: there is no such view or language; or the view, or a link, names something
            that does not exist.
        InvalidModelError: there is no such key of a view.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={"club": {"title": "Breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are not hungry", "horizon": "short"}},
    ...     links=["club -> fed"],
    ... )
    >>> picture = to_diagram(theory)
    >>> [column.title for column in picture.columns]
    ['Interventions', 'Short-term outcomes']
    >>> picture.arrows[0].description
    '“Breakfast club” leads to “Children are not hungry”.'
    """
    theory = as_theory(theory)
    view = chosen_view(theory, view, keys)
    theory = theory_for(view, theory)
    _require_ends(theory)
    joined = theory
    view, theory = with_includes_collapsed(theory, view), theory.whole
    words = words_for(theory, language or "", plain=view.labels is Labels.PLAIN)
    view_frameworks = ViewFrameworks(
        theory.frameworks, {framework.id: framework for framework in frameworks}
    )
    with speaking(words.fixed) as keys_said:
        shown = evolve(_shown(theory, view, words, view_frameworks), areas=dict(areas_of(joined)))
        picture = _whole(theory, view, shown, words, view_frameworks)
    return evolve(picture, unreviewed=unreviewed(picture, words, keys_said))


def chosen_view(theory: TheoryOfChange, view: View | str | None, keys: Mapping[str, Any]) -> View:
    """Return the requested view; with keys and no view, one of the whole theory with these keys.

    Raises:
        UnknownIdError: there is no such view.
        InvalidModelError: there is no such key of a view.
    """
    if isinstance(view, str):
        view = find_view(theory, view)
    if not keys:
        return view or default_view(theory)
    view = view or View(title=theory.title)
    return make(View, {**asdict(view, recurse=False), **keys}, "the view")


def theory_for(view: View, theory: TheoryOfChange) -> TheoryOfChange:
    """Return the theory that a view draws from: as it may be published, if the view is public.

    Raises:
        TocModelError: the view is public and looks at what may not be published.
    """
    if not view.public:
        return theory
    made = published(theory).theory
    withheld = theory.whole.elements.keys() - made.whole.elements.keys()
    if not withheld.isdisjoint((view.focus, view.why)):
        raise TocModelError(
            f"the view '{view.id or view.title}' is public, but looks at what may not be "
            "published: choose another focus, or record a consent that names the web"
        )
    return made


def _require_ends(theory: TheoryOfChange) -> None:
    """Check that links join what is there: nothing else checks a theory made in Python."""
    whole = theory.whole
    for link in theory.links:
        for end in (link.from_, link.to):
            if not is_end(whole, end):
                raise UnknownIdError(
                    f"no element '{end}' for the link '{link.from_} -> {link.to}'"
                    f"{did_you_mean(end, whole.elements)}"
                )


def _shown(
    theory: TheoryOfChange, view: View, words: Words, view_frameworks: ViewFrameworks
) -> Content:
    if view.why and find_whole(theory, view.why):
        view = evolve(view, focus=view.why, downstream=0)
    elif view.why:
        return _why(theory, view, words)
    return content(theory, view, view_frameworks)


def _why(theory: TheoryOfChange, view: View, words: Words) -> Content:
    from tocmodel.diagram.why import why_content  # noqa: PLC0415  (few pictures ask why)

    return why_content(theory, view, words)


def _whole(
    theory: TheoryOfChange,
    view: View,
    content: Content,
    words: Words,
    view_frameworks: ViewFrameworks,
) -> Diagram:
    hue = view_frameworks.sorting(view, "colour")
    palette = colours(theory, view, content.shown, content.hues or content.stage, hue)
    lanes = content.lanes
    frames = _frames(theory, view, content)
    builder = BoxBuilder(
        theory=theory,
        words=words,
        stage=content.stage,
        inside=content.inside,
        lanes=lanes,
        colours=palette,
        frames=frames.chains,
        badges=_badges(theory, view, content, words, view_frameworks, palette),
        areas=content.areas,
        linked=linked_elements(theory),
    )
    boxes = (
        *builder.of(content.shown),
        *(builder.undescribed(id_) for id_ in content.undescribed),
    )
    used = with_headings(
        columns({box.column for box in boxes}, view.columns),
        boxes,
        _sections(theory, content),
        words,
    )
    order = {column.id: place for place, column in enumerate(used)}
    ceiling = _ceiling(theory, used)
    by_partner = not view.why and view.lanes is LaneBy.PARTNER
    strands = not view.why and view.lanes is LaneBy.GROUP
    remarks = (
        view.description if view.id == SUMMARY and SUMMARY not in theory.views else "",
        remark_on_partners(theory, lanes, words) if by_partner else "",
        content.remark,
        frames.remark,
        remark_on(frames.left, words),
    )
    picture = Diagram(
        title=_title(theory, view, words),
        subtitle=subtitle(theory, view, words),
        imagined=imagined(theory, words),
        language=words.language or theory.language,
        columns=used,
        lanes=drawn_lanes(lanes, {box.lane for box in boxes}, words, strands=strands),
        clusters=clusters(frames.chains, boxes, words, content.areas),
        boxes=_in_order(boxes, view, order),
        arrows=tuple(
            arrow(connector, words)
            for connector in merge_parallel((*content.connectors, *frames.joined))
        ),
        ceiling=ceiling,
        ceiling_label=ceiling_label(words) if ceiling else "",
        note=note_with(note(theory, view, content.shown, words, remarks), theory),
        date=date_of(theory),
        colours=palette.order({box.colour for box in boxes}),
        top_to_bottom=view.direction is Direction.TOP_TO_BOTTOM,
        numbered=view.arrows is ArrowsAs.NUMBERED,
        badges_as=str(view.badges),
        icons=view.icons,
    )
    picture = with_layout(picture, theory, view)
    drawn = drawn_boxes(picture)
    if len(drawn) < len(picture.boxes):
        picture = evolve(picture, unlinked_heading=say("note-unlinked"))
    meant = {key: palette.titles[key] for key in picture.colours if key in palette.titles}
    entries = legend(evolve(picture, boxes=drawn), meant)
    picture = evolve(picture, legend=with_own_legend(entries, words, picture.ceiling_label))
    if view.show_loops:
        picture = with_loops(picture, theory, words, focus=view.focus)
    return with_description(
        evolve(
            picture,
            phrases=phrases_of(words),
            own_words=spoken(picture, words),
            untranslated=untranslated(picture, words, view),
        ),
        loop_sentences(words, {box.id for box in picture.boxes}),
    )


def _sections(theory: TheoryOfChange, content: Content) -> dict[str, set[str]]:
    """Return the sections of what each box shows."""
    found: dict[str, set[str]] = {id_: set() for id_ in content.undescribed}
    for id_ in content.shown:
        found.setdefault(content.inside.get(id_, id_), set()).add(theory.section_of(id_))
    return found


@frozen(kw_only=True)
class _Frames:
    """The frames around each box, and what they mean for connectors.

    Attributes:
        chains: the frames around each box.
        joined: the connectors of wholes that have a place for both ends.
        left: those that cannot be drawn.
        remark: the words for frames that are too deep to be drawn.
    """

    chains: Chains
    joined: tuple[Connector, ...]
    left: tuple[Connector, ...]
    remark: str


def _frames(theory: TheoryOfChange, view: View, content: Content) -> _Frames:
    held: dict[str, list[str]] = {id_: [] for id_ in content.undescribed}
    for id_ in content.shown:
        held.setdefault(content.inside.get(id_, id_), []).append(id_)
    sections = section_ends(theory, content.wholes)
    found = _placed(theory, view, content, held, sections)
    used = section_ends(theory, found.joined)
    if used != sections:  # a section without an arrow needs no frame
        found = _placed(theory, view, content, held, used)
    return found


def _placed(
    theory: TheoryOfChange,
    view: View,
    content: Content,
    held: Mapping[str, Collection[str]],
    sections: Collection[str],
) -> _Frames:
    chains: Chains = {}
    remark = ""
    # Lanes cut every group into pieces: a frame round each piece hides more than it shows.
    if not content.lanes.titles or view.lanes is LaneBy.GROUP:
        grouped = view.lanes is not LaneBy.GROUP
        finder = FrameFinder(theory=theory, boxes=held, grouped=grouped, sections=sections)
        chains, remark = finder.chains(), finder.remark()
    outer = {
        frame: chain[place + 1 :] for chain in chains.values() for place, frame in enumerate(chain)
    }
    frames = {**dict.fromkeys(held, ()), **outer, **chains}
    joined, left = placed(content.wholes, Places(theory=theory, boxes=held, frames=frames))
    return _Frames(chains=chains, joined=joined, left=left, remark=remark)


def _badges(
    theory: TheoryOfChange,
    view: View,
    content: Content,
    words: Words,
    view_frameworks: ViewFrameworks,
    palette: Colours,
) -> dict[str, tuple[Badge, ...]]:
    usual = badges(theory, view, content.shown, words)
    lanes = None if view.why else view_frameworks.sorting(view, "lanes")
    hue = view_frameworks.sorting(view, "colour")
    classed = category_badges(theory, lanes, hue, content.shown)
    alone = class_badges(view, palette, hue, content.shown)
    doing = progress_badges(theory, view, content.shown, words)
    return {
        id_: (
            *content.badges.get(id_, ()),
            *classed[id_],
            *([alone[id_]] if id_ in alone else []),
            *doing.get(id_, ()),
            *found,
        )
        for id_, found in usual.items()
    }


def _in_order(boxes: Iterable[Box], view: View, columns: Mapping[str, int]) -> tuple[Box, ...]:
    """Return the boxes column by column; with ``order: file``, each keeps its place there."""
    ordered = sorted(boxes, key=lambda box: (columns[box.column], box.order or 0))
    if view.order is BoxOrder.FILE:
        return tuple(evolve(box, rank=place) for place, box in enumerate(ordered))
    return tuple(ordered)


def _title(theory: TheoryOfChange, view: View, words: Words) -> str:
    if not has_own_title(theory, view):
        return words.theory_title
    own = view.id in theory.views and view.id not in theory.elements
    return (words.translated(view.id).title if own else "") or view.title


def _ceiling(theory: TheoryOfChange, used: tuple[Column, ...]) -> str:
    """Return the last column below the ceiling; empty where nothing shown is beyond it."""
    if theory.ceiling_of_accountability is None:
        return ""
    horizons = [str(horizon) for horizon in Horizon]
    last = horizons.index(str(theory.ceiling_of_accountability))
    shown = [column.id for column in used if column.id in horizons]
    below = [id_ for id_ in shown if horizons.index(id_) <= last]
    return below[-1] if below and len(below) < len(shown) else ""
