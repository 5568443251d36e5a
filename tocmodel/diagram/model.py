"""The contents of a picture, apart from any format: boxes, arrows, columns, lanes and words."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from tocmodel.analysis.trend_points import TrendPoint
from tocmodel.model.convert import EMPTY
from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import say


@frozen(kw_only=True)
class Badge(SelfDescribing):
    """A short second line in a box: ``2 indicators``, ``assumes: families come``.

    Attributes:
        kind: what it is about.
        text: its words.
        share: the part of the way that a bar below the words shows, from 0 to 1; ``None`` for no
            bar.
        trend: the numbers of a small chart beside the bar, in the order of time, and the target
            after them; empty for no chart.
        trend_words: what the chart shows, for those who cannot see it.
        folded: its words are a number, which the key explains.

    ``kind`` is one of ``indicator``, ``evidence``, ``situation``, ``delivery``, ``aim``,
    ``unstated``, ``neither``, ``against``, ``link``, ``assumption``, ``risk``, ``mechanism``,
    ``needs``, ``partner``, ``category``, ``collapsed``, ``gap``, ``cycle``, ``planned``, ``hoped``,
    ``not-said``, ``inferred``, ``drafted``, or ``progress:`` and a status; a writer may give each
    its own mark, but the words alone must be enough.
    """

    kind: str
    text: str
    share: float | None = None
    trend: tuple[TrendPoint, ...] = ()
    trend_words: str = ""
    folded: bool = False

    @property
    def has_drawing(self) -> bool:
        """Whether a bar or a small chart is below its words."""
        return self.share is not None or bool(self.trend)


@frozen(kw_only=True)
class Box(SelfDescribing):
    """One element, or one collapsed group.

    Attributes:
        id: the element's id.
        kind: the singular name of its section: ``condition``, ``outcome``, ``group`` ...
        text: the words in the box, uncut.
        column: id of its column.
        lane: id of the lane, empty without lanes.
        cluster: id of the innermost cluster, empty outside all.
        badges: small lines below the words.
        colour: the key of the palette, a stage or a category; see ``Diagram.colours``.
        unwanted: an unwanted outcome, drawn as such.
        status: for value that is not known to have happened, ``planned``, ``hoped`` or
            ``not-said``; otherwise empty.
        order: its place among the boxes of its column, where their order matters.
        rank: for an element with a number, its place in the order of all numbers; numbered boxes
            come in this order within a column.
        change: in a picture of differences, ``added``, ``removed`` or ``changed``; otherwise empty.
        description: the sentence that a screen reader reads after the title.
        linked: whether the theory links anything to it, shown in this picture or not.
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
    rank: int | None = None
    change: str = ""
    description: str = ""
    linked: bool = True


@frozen(kw_only=True)
class Arrow(SelfDescribing):
    """One link between two boxes.

    Attributes:
        id: unique in the diagram, made from the ids of its ends.
        from_, to: ids of the boxes, or of the frames of wholes.
        kind: ``causal``, ``threatens``, ``addresses``, ``uses``, ``delivers``, ``measures``,
            ``supports``, ``contradicts``, ``concerns``, ``assumes``; ``mutual`` for an effect each
            way, ``associated`` for no claimed direction, or ``bridged`` for a path with hidden
            elements between.
        effect: ``increases``, ``decreases``, ``changes``, ``unknown`` or ``disputed``; ``mixed``
            for several links whose effects differ.
        effect_back: of a mutual arrow, the effect on the first box; otherwise empty.
        feedback: leads back to something earlier.
        main: part of the main story.
        guess: ``inferred`` or ``drafted``; otherwise empty.
        from_whole, to_whole: it starts, or ends, at something in a whole, and no element is named.
        evidence: the kinds of badge for evidence on the link itself.
        label: short words beside the line, often empty.
        delay: how long it takes, in words; often empty.
        verb: the words between the two: ``leads to``, ``is addressed by``.
        reasons: the reason and other facts about the link, each in a few words.
        change: in a picture of differences, ``added``, ``removed`` or ``changed``; otherwise empty.
        links: how many links it stands for; the more, the wider.
        beyond: it leads to, or comes from, what is on another page, and is pale.
        description: the sentence that a screen reader reads: *A leads to B, because ...*.
        number: its number in the key; 0 without one.
    """

    id: str
    from_: str
    to: str
    kind: str = "causal"
    effect: str = "increases"
    effect_back: str = ""
    feedback: bool = False
    main: bool = False
    guess: str = ""
    from_whole: bool = False
    to_whole: bool = False
    evidence: tuple[str, ...] = ()
    label: str = ""
    delay: str = ""
    verb: str = "leads to"
    reasons: tuple[str, ...] = ()
    change: str = ""
    links: int = 1
    beyond: bool = False
    description: str = ""
    number: int = 0

    @property
    def words(self) -> str:
        """The words for the line where nothing can be drawn: its change and its label."""
        change = say(f"change-{self.change}") if self.change else ""
        about_evidence = (say(f"shown-{kind}") for kind in self.evidence)
        return ", ".join(part for part in (change, self.label, *about_evidence) if part)


@frozen(kw_only=True)
class LoopCircle(SelfDescribing):
    """One loop of a picture, to be drawn as a circle.

    Attributes:
        code: its short name, such as ``R1``; the arrow that closes it has it too.
        title: the name that the theory gives it; empty for any other.
        sign: ``reinforcing``, ``balancing`` or ``undetermined``.
        sign_words: the same in the words of the picture; empty for the same words.
        boxes: its elements in order; the last leads back to the first.
        arrows: the arrow from each to the next.
        description: the loop in a sentence.
    """

    code: str
    title: str = ""
    sign: str = ""
    sign_words: str = ""
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    description: str = ""

    @property
    def heading(self) -> str:
        """The words in the middle of it: its name, and what it does to a change."""
        return ", ".join(filter(None, (self.title, self.sign_words or self.sign)))


@frozen(kw_only=True)
class Column(SelfDescribing):
    """A stage, drawn as a band with a heading above it.

    Attributes:
        id: the stage.
        title: its heading.
        ordered: its place among the other columns matters, so it has a number.
        keys: the keys of the words in its heading.
    """

    id: str
    title: str
    ordered: bool = True
    keys: tuple[str, ...] = field(default=(), eq=False)


@frozen(kw_only=True)
class Lane(SelfDescribing):
    """A row across all columns.

    Attributes:
        id: the class of what is in it.
        title: its name.
        colour: for a strand, a row of a group, the key of the colour of its band; otherwise empty.
    """

    id: str
    title: str
    colour: str = ""


@frozen(kw_only=True)
class Cluster(SelfDescribing):
    """A frame around boxes: a group, a section, or an element and its parts.

    Attributes:
        id: the id of the group, the name of the section, or what names the parts of an element.
        title: its words.
        parent: id of the frame around it, empty without one.
        rank: for a group with a number, its place in the order of all numbers.
    """

    id: str
    title: str
    parent: str = ""
    rank: int | None = None


@frozen(kw_only=True)
class LegendEntry(SelfDescribing):
    """One line of the legend: a sample of a symbol, and its meaning.

    ``sample`` is ``box:KIND``, ``value:STATUS``, ``arrow:KIND``, ``arrow:decreases``,
    ``arrow:feedback``, ``arrow:main``, ``arrow:main-inferred``, ``arrow:inferred``,
    ``arrow:drafted``, ``arrow:whole``, ``arrow:across``, ``frame:parts``, ``frame:region``,
    ``colour:KEY``, ``badge:KIND``, ``change:KIND``, ``line:trend`` or ``line:ceiling``. ``keys``
    are the keys of its words, the best one first, where a theory or a language can set them.
    """

    sample: str
    text: str
    keys: tuple[str, ...] = field(default=(), eq=False)


@frozen(kw_only=True)
class KeyEntry(SelfDescribing):
    """What a number on the page means."""

    number: int
    text: str


@frozen(kw_only=True)
class Diagram(SelfDescribing, NotebookDisplay):
    """All contents of a picture, before layout on a page.

    Attributes:
        title: the heading.
        subtitle: audience or place; may be empty.
        imagined: the words that mark an imagined theory, which are also in the subtitle.
        language: BCP 47 tag.
        description: the picture in words, for those who cannot see it.
        columns: in reading order; only those with a box.
        lanes: from top to bottom; empty without lanes.
        clusters: frames, outer before inner.
        boxes, arrows: in a stable order.
        ceiling: id of the column after which the ceiling of accountability runs, or empty.
        ceiling_label: its words.
        legend: the symbols in use, and no others.
        note: the line below the picture: sources, revision.
        date: when the theory was agreed or last reviewed, as written; may be empty.
        colours: the colour keys in use, in palette order.
        own_colours: the project's own colours, by the names of stages and kinds.
        top_to_bottom: columns become rows.
        own_words: the headings and words of the legend that are in its language, if that is not
            English.
        untranslated: what is in the language of the theory, as it has no words in the requested
            one: ids, and the rest in words.
        unreviewed: how many of its fixed words nobody who speaks the language has confirmed.
        layout: ``stages`` for columns, ``map`` for regions, ``table`` or ``logframe``.
        loops: the loops to draw as circles below the picture.
        loops_note: how many loops there are besides.
        numbered: arrows with reasons get numbers, and the page a key.
        badges_as: ``words``, ``numbers`` with a key, or ``none``.
        icons: each heading of a column has a small icon, if it has room.
        change_signs: in a picture of differences, changes of boxes are signs and not words.
        key: what each number on the page means.
        unlinked: boxes that are only named below the picture; they are not among ``boxes``.
        unlinked_heading: the words above their names.
        phrases: the fixed phrases that are not the usual English in it, by their keys.
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
    own_colours: Mapping[str, str] = field(default=MappingProxyType({}), eq=False)
    top_to_bottom: bool = False
    own_words: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    unreviewed: int = 0
    layout: str = "stages"
    loops: tuple[LoopCircle, ...] = ()
    loops_note: str = ""
    numbered: bool = False
    badges_as: str = "words"
    icons: bool = False
    change_signs: bool = False
    key: tuple[KeyEntry, ...] = ()
    unlinked: tuple[Box, ...] = ()
    unlinked_heading: str = "Named, not yet linked"
    phrases: Mapping[str, str] = field(default=EMPTY, eq=False)

    @property
    def says_itself(self) -> bool:
        """Whether the sentences about it are in its language; otherwise they are in English."""
        return self.language.lower().startswith("en") or "described-across" in self.phrases
