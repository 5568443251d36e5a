"""Measures of the frames in a picture: what they cut, and what their names lie on."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from geometry import meet, points
from picture_measures import line_of

from tocmodel.diagram.model import Diagram
from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup


def frame_faults(diagram: Diagram, scene: Scene) -> Iterator[str]:
    """What frames do that they should not, each fault in a few words."""
    parent = {cluster.id: cluster.parent for cluster in diagram.clusters}
    frames = {group.kind: group for group in scene.find("cluster") if group.bounds}
    around = {box.id: set(_chain(box.cluster, parent)) for box in diagram.boxes}
    for one, other in combinations(frames, 2):
        if one in _chain(other, parent) or other in _chain(one, parent):
            continue
        if _overlap(frames[one], frames[other]):
            yield f"frames: {one} and {other}"
    for box in scene.find("box"):
        id_ = box.id.removeprefix("box:")
        for name, frame in frames.items():
            if name not in around[id_] and _overlap(frame, box):
                yield f"box {id_} in {name}"
    yield from _names(scene)
    yield from _ceiling(scene, frames)


def _chain(cluster: str, parent: dict[str, str]) -> list[str]:
    found = []
    while cluster:
        found.append(cluster)
        cluster = parent[cluster]
    return found


def _overlap(one: SceneGroup, other: SceneGroup) -> bool:
    assert one.bounds
    assert other.bounds
    return meet(one.bounds, other.bounds)


def _names(scene: Scene) -> Iterator[str]:
    lines = {arrow.id: line_of(arrow) for arrow in scene.find("arrow")}
    for name in scene.find("cluster-name"):
        ground = name.items[0]
        assert isinstance(ground, Path)
        xs, ys = zip(*points(ground, 4), strict=True)
        bounds = Bounds(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))
        for id_, line in lines.items():
            if any(cuts(bounds, *piece) for piece in pairwise(line)):
                yield f"{name.id} on {id_}"
        for box in scene.find("box"):
            if box.bounds and meet(bounds, box.bounds):
                yield f"{name.id} on {box.id}"


def cuts(bounds: Bounds, start: Point, end: Point) -> bool:
    """Whether a straight piece of a line runs through a rectangle."""
    steps = 96
    for step in range(steps + 1):
        x = start[0] + (end[0] - start[0]) * step / steps
        y = start[1] + (end[1] - start[1]) * step / steps
        if bounds.x < x < bounds.right and bounds.y < y < bounds.bottom:
            return True
    return False


def _ceiling(scene: Scene, frames: dict[str, SceneGroup]) -> Iterator[str]:
    for ceiling in scene.find("ceiling"):
        line = ceiling.items[0]
        assert isinstance(line, Path)
        (x, y), (right, bottom) = line.commands[0][1], line.commands[-1][1]
        near = Bounds(x=x - 2, y=y - 2, width=right - x + 4, height=bottom - y + 4)
        for name, frame in frames.items():
            (outline,) = frame.items
            assert isinstance(outline, Path)
            if any(cuts(near, *piece) for piece in _pieces(outline)):
                yield f"ceiling through {name}"


def _pieces(path: Path) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path, which may have gaps."""
    here = start = (0.0, 0.0)
    for letter, numbers in path.commands:
        end = (numbers[-2], numbers[-1]) if numbers else start
        if letter == "M":
            start = end
        else:
            yield here, end
        here = end
