"""What to draw, in no format: boxes, arrows, columns, lanes and the words around them."""

from tocmodel.results import Shown
from tocmodel.values import frozen


@frozen(kw_only=True)
class Badge:
    """A short second line in a box: ``2 indicators``, ``assumes: families come``.

    ``kind`` is one of ``indicator``, ``evidence``, ``situation``, ``delivery``, ``aim``,
    ``unstated``, ``neither``, ``against``, ``link``, ``assumption``, ``risk``, ``mechanism``,
    ``partner``, ``category``, ``collapsed``, ``gap``, ``cycle``, ``planned``, ``hoped``,
    ``not-said``, ``inferred``, ``drafted``; a writer may give each its own mark, but the words
    alone must do.
    """

    kind: str
    text: str


@frozen(kw_only=True)
class Box:
    """One element, or one collapsed group.

    Attributes:
        id: the element's id.
        kind: the singular name of its section: ``condition``, ``outcome``, ``group`` ...
        text: the words in the box, whole.
        column: id of the column it stands in.
        lane: id of the lane, empty without lanes.
        cluster: id of the innermost cluster, empty outside all.
        badges: small lines below the words.
        colour: the key of the palette, a stage or a category; see ``Diagram.colours``.
        unwanted: an unwanted outcome, drawn as such.
        status: of value that is not known to have happened ``planned``, ``hoped`` or
            ``not-said``; else empty.
        order: its place among the boxes of its column, where the order of these means something.
        change: in a picture of a difference, ``added``, ``removed`` or ``changed``; else empty.
        description: the sentence a screen reader hears after the title.
    """

    id: str
    kind: str
    text: str
    column: str
    lane: str = ""
    cluster: str = ""
    badges: tuple[Badge, ...] = ()
    colour: str = ""
    unwanted: bool = False
    status: str = ""
    order: int | None = None
    change: str = ""
    description: str = ""


_ON_LINES = {
    "evidence": "evidence",
    "situation": "shows the situation",
    "delivery": "shows delivery",
    "aim": "states an aim",
    "unstated": "cited",
    "neither": "no change or mixed",
    "against": "evidence against",
}
"""What evidence on a link shows, where no mark can be drawn."""


@frozen(kw_only=True)
class Arrow:
    """One link between two boxes.

    Attributes:
        id: unique in the diagram, made from the ids of its ends.
        from_, to: ids of the boxes.
        kind: ``causal``, ``threatens``, ``addresses``, ``uses``, ``delivers``, ``measures``,
            ``supports``, ``contradicts``, ``concerns``, ``assumes``, or ``bridged`` for a way whose
            middle is not shown.
        effect: ``increases``, ``decreases``, ``changes`` or ``unknown``.
        feedback: leads back to something earlier.
        main: part of the main story.
        guess: ``inferred`` or ``drafted``; else empty.
        evidence: the kinds of badge that tell what evidence on the link itself shows.
        label: short words beside the line, often empty.
        verb: what is said between the two: ``leads to``, ``is addressed by``.
        reasons: why, and what else is known of the link, each in a few words.
        change: in a picture of a difference, ``added``, ``removed`` or ``changed``; else empty.
        description: the sentence a screen reader hears: *A leads to B, because ...*.
    """

    id: str
    from_: str
    to: str
    kind: str = "causal"
    effect: str = "increases"
    feedback: bool = False
    main: bool = False
    guess: str = ""
    evidence: tuple[str, ...] = ()
    label: str = ""
    verb: str = "leads to"
    reasons: tuple[str, ...] = ()
    change: str = ""
    description: str = ""

    @property
    def words(self) -> str:
        """What is said of the line where nothing can be drawn: how it has changed, its label."""
        told = (_ON_LINES[kind] for kind in self.evidence)
        return ", ".join(part for part in (self.change, self.label, *told) if part)


@frozen(kw_only=True)
class Column:
    """A stage, drawn as a band with a heading above it.

    Attributes:
        id: the stage.
        title: its heading.
        ordered: its place among the other columns means something, so that it has a number.
    """

    id: str
    title: str
    ordered: bool = True


@frozen(kw_only=True)
class Lane:
    """A row across all columns."""

    id: str
    title: str


@frozen(kw_only=True)
class Cluster:
    """A group drawn as a frame around its boxes; ``parent`` is the frame around it."""

    id: str
    title: str
    parent: str = ""


@frozen(kw_only=True)
class LegendEntry:
    """One line of the legend: a sample of what is shown, and what it means.

    ``sample`` is ``box:KIND``, ``value:STATUS``, ``arrow:KIND``, ``arrow:decreases``,
    ``arrow:feedback``, ``arrow:main``, ``arrow:main-inferred``, ``arrow:inferred``,
    ``arrow:drafted``, ``colour:KEY``, ``badge:KIND``, ``change:KIND`` or ``line:ceiling``.
    """

    sample: str
    text: str


@frozen(kw_only=True)
class Diagram(Shown):
    """Everything a picture says, before anything has a place on the page.

    Attributes:
        title: the heading.
        subtitle: audience or place; may be empty.
        imagined: the words that say so where the theory is imagined, which the subtitle has too.
        language: BCP 47 tag.
        description: the picture in words, for those who cannot see it.
        columns: in reading order; only those that hold a box.
        lanes: from top to bottom; empty without lanes.
        clusters: frames, outer before inner.
        boxes, arrows: in a stable order.
        ceiling: id of the column after which the ceiling of accountability runs, or empty.
        ceiling_label: its words.
        legend: exactly what is shown.
        note: the line below the picture: sources, revision.
        date: when the theory was agreed or last reviewed, as it says it; may be empty.
        colours: the colour keys in use, in palette order.
        top_to_bottom: columns become rows.
    """

    title: str
    subtitle: str = ""
    imagined: str = ""
    language: str = "en-GB"
    description: str = ""
    columns: tuple[Column, ...] = ()
    lanes: tuple[Lane, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    ceiling: str = ""
    ceiling_label: str = ""
    legend: tuple[LegendEntry, ...] = ()
    note: str = ""
    date: str = ""
    colours: tuple[str, ...] = ()
    top_to_bottom: bool = False
