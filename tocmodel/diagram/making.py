"""A theory and a view become a diagram."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import asdict, evolve

from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram.badges import badges
from tocmodel.diagram.boxes import Boxes, clusters
from tocmodel.diagram.categories import category_badges
from tocmodel.diagram.classing import Classes
from tocmodel.diagram.colouring import colours
from tocmodel.diagram.content import Content, content
from tocmodel.diagram.legend import legend
from tocmodel.diagram.notes import date_of, note, subtitle
from tocmodel.diagram.packs import Packs
from tocmodel.diagram.parts import Badge, Column, Diagram, Lane
from tocmodel.diagram.selecting import closed
from tocmodel.diagram.stages import columns
from tocmodel.diagram.words import Words, arrow, described, words_for
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import Direction, Horizon, Labels, LaneBy, TheoryOfChange, View
from tocmodel.model.from_mapping import make
from tocmodel.wording import imagined_words

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework

_CEILING = "Ceiling of accountability"


def views(theory: TheoryOfChange) -> tuple[View, ...]:
    """Return the views of a theory, or one of everything where it has none.

    >>> [view.id for view in views(TheoryOfChange(title="Breakfast for all"))]
    ['overview']
    """
    return tuple(theory.views.values()) or (View(id="overview", title=theory.title),)


def default_view(theory: TheoryOfChange) -> View:
    """Return the view that is drawn when none is asked for: the first in the file."""
    return views(theory)[0]


def find_view(theory: TheoryOfChange, name: str) -> View:
    """Return a view by its id.

    Raises:
        TocModelError: the theory has no such view; the message names those it has.
    """
    known = {view.id: view for view in views(theory)}
    if name in known:
        return known[name]
    near = did_you_mean(name, known)
    raise TocModelError(f"no view '{name}'{near or '; there is ' + ', '.join(known)}")


def to_diagram(
    theory: TheoryLike,
    view: View | str | None = None,
    *,
    language: str = "",
    frameworks: "Iterable[Framework]" = (),
    **keys: Any,
) -> Diagram:
    """Return what to draw.

    Args:
        theory: the theory.
        view: a view, or the id of one of the theory's; its first when left out.
        language: language of the words, where the theory is translated.
        frameworks: frameworks of a partnership's own by which the view sorts or picks elements;
            those that come with tocmodel are known by their ids.
        keys: keys of a view that differ from it: ``focus="school-ready", upstream=1``.

    Raises:
        TocModelError: there is no such view, no such language or no such key; or the view, or a
            link, names something that does not exist.

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
    view = _view(theory, view, keys)
    _require_ends(theory)
    view, theory = closed(theory, view), theory.whole
    words = words_for(theory, language, plain=view.labels is Labels.PLAIN)
    packs = Packs(theory.frameworks, {framework.id: framework for framework in frameworks})
    return _whole(theory, view, _shown(theory, view, words, packs), words, packs)


def _view(theory: TheoryOfChange, view: View | str | None, keys: Mapping[str, Any]) -> View:
    """Return the view that is meant; with keys and no view, one of all of the theory with these."""
    if isinstance(view, str):
        view = find_view(theory, view)
    if not keys:
        return view or default_view(theory)
    view = view or View(title=theory.title)
    return make(View, {**asdict(view, recurse=False), **keys}, "the view")


def _require_ends(theory: TheoryOfChange) -> None:
    """Make sure that links join what there is: in a theory made in Python nobody else has."""
    known = theory.whole.elements
    for link in theory.links:
        for end in (link.from_, link.to):
            if end not in known:
                raise TocModelError(
                    f"no element '{end}' for the link '{link.from_} -> {link.to}'"
                    f"{did_you_mean(end, known)}"
                )


def _shown(theory: TheoryOfChange, view: View, words: Words, packs: Packs) -> Content:
    if not view.why:
        return content(theory, view, packs)
    from tocmodel.diagram.fanning import fanned  # noqa: PLC0415  (few pictures ask why)

    return fanned(theory, view, words)


def _whole(
    theory: TheoryOfChange, view: View, content: Content, words: Words, packs: Packs
) -> Diagram:
    hue = packs.sorting(view, "colour")
    palette = colours(theory, view, content.shown, content.hues or content.stage, hue)
    lanes = content.lanes
    boxes = Boxes(
        theory=theory,
        words=words,
        stage=content.stage,
        inside=content.inside,
        lanes=lanes,
        colours=palette,
        grouped=view.lanes is not LaneBy.GROUP,
        badges=_badges(theory, view, content, words, packs),
    ).of(content.shown)
    if lanes.titles and view.lanes is not LaneBy.GROUP:
        # Lanes cut every group into pieces: a frame round each piece says less than it hides.
        boxes = tuple(evolve(box, cluster="") for box in boxes)
    standing = columns({box.column for box in boxes}, view.columns)
    order = {column.id: place for place, column in enumerate(standing)}
    ceiling = _ceiling(theory, standing)
    picture = Diagram(
        title=_title(theory, view, words),
        subtitle=subtitle(theory, view, words),
        imagined=imagined_words(theory),
        language=words.language or theory.language,
        columns=standing,
        lanes=_lanes(lanes, {box.lane for box in boxes}, words),
        clusters=clusters(theory, boxes, words, grouped=view.lanes is not LaneBy.GROUP),
        boxes=tuple(sorted(boxes, key=lambda box: (order[box.column], box.order or 0))),
        arrows=tuple(arrow(line, words) for line in content.lines),
        ceiling=ceiling,
        ceiling_label=_CEILING if ceiling else "",
        note=note(theory, view, content.shown, words, content.remark),
        date=date_of(theory),
        colours=palette.order({box.colour for box in boxes}),
        top_to_bottom=view.direction is Direction.TOP_TO_BOTTOM,
    )
    meant = {key: palette.titles[key] for key in picture.colours if key in palette.titles}
    return described(evolve(picture, legend=legend(picture, meant)))


def _badges(
    theory: TheoryOfChange, view: View, content: Content, words: Words, packs: Packs
) -> dict[str, tuple[Badge, ...]]:
    usual = badges(theory, view, content.shown, words)
    lanes = None if view.why else packs.sorting(view, "lanes")
    classed = category_badges(theory, lanes, packs.sorting(view, "colour"), content.shown)
    return {
        id_: (*content.badges.get(id_, ()), *classed[id_], *found) for id_, found in usual.items()
    }


def _title(theory: TheoryOfChange, view: View, words: Words) -> str:
    own = view.id in theory.views and view.id not in theory.elements
    return (words.translated(view.id).title if own else "") or view.title or theory.title


def _lanes(lanes: Classes, used: Collection[str], words: Words) -> tuple[Lane, ...]:
    own = {**words.theory.partners, **words.theory.groups}
    return tuple(
        Lane(id=key, title=words.title(key) if key in own else title)
        for key, title in lanes.titles.items()
        if key in used
    )


def _ceiling(theory: TheoryOfChange, standing: tuple[Column, ...]) -> str:
    """Return the last column below the ceiling; none where nothing shown lies beyond it."""
    if theory.ceiling_of_accountability is None:
        return ""
    horizons = [str(horizon) for horizon in Horizon]
    last = horizons.index(str(theory.ceiling_of_accountability))
    here = [column.id for column in standing if column.id in horizons]
    below = [id_ for id_ in here if horizons.index(id_) <= last]
    return below[-1] if below and len(below) < len(here) else ""
