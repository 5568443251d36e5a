"""Views: which part of a theory a picture shows, and how."""

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import (
    ArrowsAs,
    BadgesAs,
    BoxOrder,
    ColourBy,
    Direction,
    Labels,
    LaneBy,
    Layout,
    ShowAs,
    With,
)
from tocmodel.model.convert import FrozenDict, text_lists, texts, word_or_text
from tocmodel.model.elements import Entry
from tocmodel.model.keys import key


def _lanes(value: LaneBy | str) -> LaneBy | str:
    return word_or_text(LaneBy, value)


def _colour(value: ColourBy | str) -> ColourBy | str:
    return word_or_text(ColourBy, value)


@frozen(kw_only=True)
class View(Entry):
    """One picture for one audience.

    Attributes:
        audience: the people it is for.
        public: whether it is for the public, and so drawn without what may not go out.
        show: the sections to draw; empty means the usual ones.
        columns: the stages to keep as columns, in order; empty means all that are used.
        lanes: the meaning of the rows: one of the words of ``LaneBy``, or a framework by its id,
            with one of its dimensions after a slash (else its first): ``resilience/odds``.
        colour: the meaning of the colours: one of the words of ``ColourBy``, or a framework
            likewise.
        focus: id of the element, group or included theory to look at.
        partner: id of a partner; the view shows its work and the effects of that work.
        why: id of an element; the view shows its causes, and the work on them; or of a group or an
            included theory; the view shows what leads to it.
        upstream, downstream: how many links to follow from the focus; all when left out.
        where: keep only elements with one of these words in the field.
        with_: what else to keep beside these: what they lead to, what leads to them, or both one
            step away; ``with`` in a file.
        leave_out: leave out elements with one of these words in the field.
        hide_unlinked: leave out the boxes that no arrow joins.
        show_progress: show in each box how far its indicators are on the way to their targets.
        show_loops: draw the loops too: as circles, with a code at the arrow that closes each.
        icons: show a small icon beside the heading of each column.
        collapse: ids of groups to draw as one box.
        expand: ids of included theories to draw in full; the others are one box each.
        layout: columns of stages, a map, a table or a logframe; chosen by its shape when left out.
        direction: which way it reads.
        labels: titles, or plain sentences.
        arrows: plain, or numbered, with a key to the reasons.
        badges: the small lines in boxes: in words, as numbers with a key, or none but doubts.
        order: of the boxes in a column: with the fewest crossings, or that of the file.
        assumptions, risks, indicators: as badges, as boxes of their own, or not at all.
    """

    audience: str = field(default="", metadata=key("minor"))
    public: bool = field(default=False, metadata=key("minor", mark="public"))
    show: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="shows", bare=True)
    )
    columns: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="has the columns", bare=True)
    )
    lanes: LaneBy | str | None = field(
        default=None,
        converter=optional(_lanes),
        metadata=key("minor", noun="a meaning of its lanes"),
    )
    colour: ColourBy | str = field(
        default=ColourBy.STAGE,
        converter=_colour,
        metadata=key("minor", noun="a meaning of its colours"),
    )
    focus: str = field(default="", metadata=key("minor"))
    partner: str = field(default="", metadata=key("minor", noun="a partner whose work it shows"))
    why: str = field(default="", metadata=key("minor", noun="an element whose causes it shows"))
    upstream: int | None = field(
        default=None, metadata=key("minor", noun="a number of steps upstream")
    )
    downstream: int | None = field(
        default=None, metadata=key("minor", noun="a number of steps downstream")
    )
    where: FrozenDict[str, tuple[str, ...]] = field(
        factory=FrozenDict,
        converter=text_lists,
        metadata=key("minor", verb="keeps only", bare=True),
    )
    with_: With | None = field(
        default=None,
        converter=optional(With),
        metadata=key("minor", noun="what it keeps beside what it picks"),
    )
    leave_out: FrozenDict[str, tuple[str, ...]] = field(
        factory=FrozenDict,
        converter=text_lists,
        metadata=key("minor", verb="leaves out", bare=True),
    )
    hide_unlinked: bool = field(
        default=False, metadata=key("minor", mark="without boxes that no arrow joins")
    )
    show_progress: bool = field(default=False, metadata=key("minor", mark="with its progress"))
    show_loops: bool = field(default=False, metadata=key("minor", mark="with its loops"))
    icons: bool = field(default=False, metadata=key("minor", mark="with icons"))
    collapse: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="draws as one box")
    )
    expand: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="draws in full")
    )
    layout: Layout | None = field(
        default=None, converter=optional(Layout), metadata=key("minor", noun="a layout")
    )
    direction: Direction = field(
        default=Direction.LEFT_TO_RIGHT,
        converter=Direction,
        metadata=key("minor", noun="a reading direction"),
    )
    labels: Labels = field(
        default=Labels.TITLE, converter=Labels, metadata=key("minor", noun="a kind of label")
    )
    arrows: ArrowsAs = field(
        default=ArrowsAs.PLAIN,
        converter=ArrowsAs,
        metadata=key("minor", noun="a way of showing arrows"),
    )
    badges: BadgesAs = field(
        default=BadgesAs.WORDS,
        converter=BadgesAs,
        metadata=key("minor", noun="a way of showing badges"),
    )
    order: BoxOrder = field(
        default=BoxOrder.CALM,
        converter=BoxOrder,
        metadata=key("minor", noun="an order of its boxes"),
    )
    assumptions: ShowAs = field(
        default=ShowAs.BADGES,
        converter=ShowAs,
        metadata=key("minor", noun="a way of showing assumptions"),
    )
    risks: ShowAs = field(
        default=ShowAs.BADGES,
        converter=ShowAs,
        metadata=key("minor", noun="a way of showing risks"),
    )
    indicators: ShowAs = field(
        default=ShowAs.BADGES,
        converter=ShowAs,
        metadata=key("minor", noun="a way of showing indicators"),
    )
