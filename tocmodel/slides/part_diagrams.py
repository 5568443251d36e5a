"""The diagram of one slide: part of a picture, its overview, or one loop of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from tocmodel.diagram.legend import legend
from tocmodel.diagram.model import Arrow, Badge, Box, Column, Diagram, LegendEntry
from tocmodel.slides.division import MOST_BOXES, Part, neighbours
from tocmodel.wording import say, say_number

STUB = "continuation"
"""The kind of box that names another slide."""
PART = "part"
"""The kind of box that stands for a slide."""
_FROM = "from-slides"
_ON = "on-slides"
_NAMED = 2
"""How many boxes of another slide are named; further ones are only counted."""


def part_diagram(
    diagram: Diagram, parts: Sequence[Part], place: int, numbers: Sequence[int]
) -> Diagram:
    """Return the diagram of a part, with boxes for the slides that it comes from and goes on to.

    Args:
        diagram: the whole picture.
        parts: all its parts.
        place: which of these.
        numbers: the number of the slide of each part.
    """
    home = homes_of(diagram, parts)
    own = parts[place].boxes
    into = [a for a in diagram.arrows if home[a.to] == place != home[a.from_]]
    out = [a for a in diagram.arrows if home[a.from_] == place != home[a.to]]
    inside = [a for a in diagram.arrows if home[a.from_] == home[a.to] == place]
    most = max(1, (MOST_BOXES - len(own)) // 2)
    names = {box.id: box.text for box in diagram.boxes}
    names |= {cluster.id: cluster.title for cluster in diagram.clusters}
    stubs = (
        *_stubs(into, home, numbers, most, names, forward=False),
        *_stubs(out, home, numbers, most, names, forward=True),
    )
    sub = with_boxes(diagram, own, inside)
    if len(sub.lanes) == 1:  # its name is in the title of the slide
        sub = evolve(sub, lanes=(), boxes=tuple(evolve(box, lane="") for box in sub.boxes))
    stubs = tuple(_in_lane(stub, arrows, sub) for stub, arrows in stubs)
    first = [Column(id=_FROM, title=say("slide-before"), ordered=False)]
    last = [Column(id=_ON, title=say("slide-after"), ordered=False)]
    used = {box.column for box, _ in stubs}
    columns = (
        *(first if _FROM in used else ()),
        *_numbered(diagram, {box.column for box in sub.boxes}),
        *(last if _ON in used else ()),
    )
    return with_legend(
        evolve(
            sub,
            columns=columns,
            boxes=(*sub.boxes, *(box for box, _ in stubs)),
            arrows=(*sub.arrows, *(arrow for _, arrows in stubs for arrow in arrows)),
        ),
        diagram,
    )


def _in_lane(stub: Box, arrows: list[Arrow], part: Diagram) -> tuple[Box, list[Arrow]]:
    """Put a box for another slide into the lane of the first box that it leads to or comes from."""
    lanes = {box.id: box.lane for box in part.boxes}
    ends = (end for arrow in arrows for end in (arrow.from_, arrow.to) if end in lanes)
    return evolve(stub, lane=lanes.get(next(ends, ""), "")), arrows


def with_boxes(diagram: Diagram, ids: Collection[str], arrows: Iterable[Arrow]) -> Diagram:
    """Return part of a diagram: some boxes, their columns, lanes and frames, and some arrows."""
    boxes = tuple(box for box in diagram.boxes if box.id in ids)
    lanes = {box.lane for box in boxes}
    parents = {cluster.id: cluster.parent for cluster in diagram.clusters}
    frames: set[str] = set()
    for box in boxes:
        frame = box.cluster
        while frame:
            frames.add(frame)
            frame = parents.get(frame, "")
    columns = {box.column for box in boxes}
    return evolve(
        diagram,
        boxes=boxes,
        arrows=tuple(arrows),
        columns=tuple(column for column in diagram.columns if column.id in columns),
        lanes=tuple(lane for lane in diagram.lanes if lane.id in lanes),
        clusters=tuple(cluster for cluster in diagram.clusters if cluster.id in frames),
        ceiling=diagram.ceiling if diagram.ceiling in columns else "",
    )


def with_legend(diagram: Diagram, whole: Diagram) -> Diagram:
    """Return a diagram with those entries of the whole picture's legend that it uses."""
    used = {entry.sample for entry in legend(diagram, {})}
    used |= {f"colour:{box.colour}" for box in diagram.boxes}
    kept = tuple(entry for entry in whole.legend if entry.sample in used)
    if any(box.kind == STUB for box in diagram.boxes):
        kept = (*kept, LegendEntry(sample=f"box:{STUB}", text=say("slide-elsewhere")))
    return evolve(diagram, legend=kept)


def _numbered(diagram: Diagram, used: Collection[str]) -> Iterator[Column]:
    """Yield the columns in use with their numbers in the whole picture."""
    ordered = [column.id for column in diagram.columns if column.ordered]
    for column in diagram.columns:
        if column.id not in used:
            continue
        if column.ordered and len(ordered) > 1:
            number = ordered.index(column.id) + 1
            yield evolve(column, title=f"{number}.\u00a0{column.title}", ordered=False)
        else:
            yield column


def homes_of(diagram: Diagram, parts: Sequence[Part]) -> dict[str, int]:
    """Return the part of each box and each frame; a frame is where most of its boxes are.

    A box may be in no part.
    """
    home = {id_: place for place, part in enumerate(parts) for id_ in part.boxes}
    parents = {cluster.id: cluster.parent for cluster in diagram.clusters}
    held: dict[str, dict[int, int]] = {id_: {} for id_ in parents}
    for box in diagram.boxes:
        frame = box.cluster if box.id in home else ""
        while frame:
            counts = held[frame]
            counts[home[box.id]] = counts.get(home[box.id], 0) + 1
            frame = parents.get(frame, "")
    frames = {
        id_: max(counts, key=lambda place: (counts[place], -place))
        for id_, counts in held.items()
        if counts
    }
    return {**frames, **home}


def _stubs(
    arrows: Sequence[Arrow],
    home: Mapping[str, int],
    numbers: Sequence[int],
    most: int,
    names: Mapping[str, str],
    *,
    forward: bool,
) -> Iterator[tuple[Box, list[Arrow]]]:
    """Yield a box for each other slide, and the arrows it stands for; the last is for the rest."""
    found: dict[int, list[Arrow]] = {}
    for arrow in arrows:
        found.setdefault(home[arrow.to if forward else arrow.from_], []).append(arrow)
    places = sorted(found)
    groups = [[place] for place in places[: most - 1]] + [places[most - 1 :]]
    for group in filter(None, groups):
        meant = [arrow for place in group for arrow in found[place]]
        id_ = f"{'on' if forward else 'from'}-{'-'.join(str(numbers[place]) for place in group)}"
        away = list(dict.fromkeys(arrow.to if forward else arrow.from_ for arrow in meant))
        slides = _slides([numbers[place] for place in group])
        yield (
            Box(
                id=id_,
                kind=STUB,
                text=say(
                    "slide-on" if forward else "slide-from",
                    slides=slides,
                    boxes=_some([names[one] for one in away]),
                ),
                column=_ON if forward else _FROM,
                description="; ".join(names[one] for one in away),
            ),
            _merged(meant, id_, forward=forward),
        )


def _merged(arrows: Iterable[Arrow], stub: str, *, forward: bool) -> list[Arrow]:
    """Return one arrow for all those between a box and another slide."""
    groups: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        groups.setdefault(arrow.from_ if forward else arrow.to, []).append(arrow)
    return [
        join_arrows(meant, own if forward else stub, stub if forward else own)
        for own, meant in groups.items()
    ]


def join_arrows(arrows: Sequence[Arrow], from_: str, to: str) -> Arrow:
    """Return one arrow for several: what they agree on, and the words of all.

    >>> one = Arrow(id="1", from_="a", to="b", guess="inferred")
    >>> other = Arrow(id="2", from_="a", to="c")
    >>> joined = join_arrows([one, other], "a", "on-2")
    >>> joined.guess, joined.effect, joined.to
    ('', 'increases', 'on-2')
    """
    kinds = {arrow.kind for arrow in arrows}
    effects = {arrow.effect for arrow in arrows}
    backs = {arrow.effect_back for arrow in arrows}
    guesses = {arrow.guess for arrow in arrows}
    delays = {arrow.delay for arrow in arrows}
    first = arrows[0]
    return evolve(
        first,
        id=f"{from_} -> {to}",
        from_=from_,
        to=to,
        kind=first.kind if len(kinds) == 1 else "bridged",
        effect=first.effect if len(effects) == 1 else "mixed",
        effect_back=first.effect_back if len(backs) == 1 else "",
        feedback=all(arrow.feedback for arrow in arrows),
        main=any(arrow.main for arrow in arrows),
        guess=first.guess if len(guesses) == 1 else "",
        from_whole=False,
        to_whole=False,
        evidence=(),
        delay=first.delay if len(delays) == 1 else "",
        label="",
        reasons=tuple(dict.fromkeys(reason for arrow in arrows for reason in arrow.reasons)),
        description=" ".join(dict.fromkeys(arrow.description for arrow in arrows)),
    )


def _slides(numbers: Sequence[int]) -> str:
    """Name slides by their numbers.

    >>> _slides([4]), _slides([4, 6, 7])
    ('slide 4', 'slides 4, 6 and 7')
    """
    *before, last = map(str, numbers)
    if not before:
        return say("slide", number=last)
    return say("slides", numbers=f"{', '.join(before)} {say('and')} {last}")


def _some(titles: Sequence[str]) -> str:
    """Name the first boxes, and count the rest.

    >>> _some(["Calm", "Sleep", "Food"])
    '‘Calm’, ‘Sleep’ and 1 more'
    """
    named = ", ".join(f"‘{title}’" for title in titles[:_NAMED])
    left = len(titles) - _NAMED
    return say("slide-boxes-and-more", boxes=named, number=left) if left > 0 else named


def overview_diagram(diagram: Diagram, parts: Sequence[Part], numbers: Sequence[int]) -> Diagram:
    """Return a box for each part, with its slide, and one arrow for all those between two parts.

    If there are more parts than boxes on a slide, a box is for several of them.
    """
    chapters = _chapters(parts, numbers)
    homes = homes_of(diagram, [chapter for chapter, _ in chapters])
    between: dict[tuple[int, int], list[Arrow]] = {}
    for arrow in diagram.arrows:
        ends = homes[arrow.from_], homes[arrow.to]
        if ends[0] != ends[1]:
            between.setdefault(ends, []).append(arrow)
    ranks = _ranks(diagram, [chapter for chapter, _ in chapters])
    boxes = tuple(
        Box(
            id=f"part-{place}",
            kind=PART,
            text=_capital(chapter.title),
            column=f"step-{ranks[place]}",
            badges=(Badge(kind="collapsed", text=f"{slides}: {_boxes(chapter)}"),),
        )
        for place, (chapter, slides) in enumerate(chapters)
    )
    arrows = tuple(
        evolve(
            join_arrows(meant, f"part-{from_}", f"part-{to}"),
            description=say(
                "slide-arrows",
                arrows=say_number(len(meant), "described-arrow", "described-arrows"),
                from_=boxes[from_].text,
                to=boxes[to].text,
            ),
        )
        for (from_, to), meant in between.items()
    )
    columns = (Column(id=f"step-{rank}", title="", ordered=False) for rank in sorted(set(ranks)))
    small = evolve(
        diagram,
        boxes=boxes,
        arrows=arrows,
        columns=tuple(columns),
        lanes=(),
        clusters=(),
        ceiling="",
        ceiling_label="",
        colours=(),
    )
    return with_legend(small, diagram)


def _chapters(parts: Sequence[Part], numbers: Sequence[int]) -> list[tuple[Part, str]]:
    """Return the parts, several in one if there are too many, and the words for their slides."""
    each = -(-len(parts) // MOST_BOXES)
    found = []
    for start in range(0, len(parts), each):
        some, of = parts[start : start + each], numbers[start : start + each]
        title, slides = some[0].title, say("slide", number=of[0])
        if len(some) > 1:
            title = say("slide-boxes-and-more", boxes=title, number=len(some) - 1)
            slides = say("slides-to", first=of[0], last=of[-1])
        boxes = tuple(id_ for part in some for id_ in part.boxes)
        found.append((Part(title=title, boxes=boxes), slides))
    return found


def _ranks(diagram: Diagram, parts: Sequence[Part]) -> list[int]:
    """Return the column of each part: the mean of the columns of its boxes."""
    places = {column.id: place for place, column in enumerate(diagram.columns)}
    column = {box.id: places.get(box.column, 0) for box in diagram.boxes}
    means = [sum(column[id_] for id_ in part.boxes) / len(part.boxes) for part in parts]
    return [round(mean) for mean in means]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _boxes(part: Part) -> str:
    return say_number(len(part.boxes), "described-box", "described-boxes")


def loop_diagram(diagram: Diagram, through: Sequence[str]) -> Diagram:
    """Return the boxes of a loop, and the arrows from each to the next."""
    pairs = set(neighbours(through))
    arrows = (
        arrow
        for arrow in diagram.arrows
        if (arrow.from_, arrow.to) in pairs
        or (arrow.kind == "mutual" and (arrow.to, arrow.from_) in pairs)
    )
    sub = with_boxes(diagram, set(through), arrows)
    columns = tuple(_numbered(diagram, {box.column for box in sub.boxes}))
    return with_legend(evolve(sub, columns=columns), diagram)
