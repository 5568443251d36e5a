"""The frames around clusters of boxes, and their names."""

from collections.abc import Mapping

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.constraints import GroupPath
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.palette import INK, MUTED, PAPER
from tocmodel.layout.scene import Bounds, Path, SceneGroup, Text
from tocmodel.layout.shapes import rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import left


def cluster_titles(
    diagram: Diagram, widths: Mapping[GroupPath, float], sheet: Sheet
) -> dict[GroupPath, tuple[str, ...]]:
    """Return the words at the head of each cluster, wrapped to its width."""
    names = {cluster.id: cluster.title or cluster.id for cluster in diagram.clusters}
    return {
        group: wrap(names[group[-1].split(" cluster ", 1)[1]], width, sheet.small, bold=True)
        for group, width in widths.items()
    }


def draw_clusters(
    frame: Frame, titles: Mapping[GroupPath, tuple[str, ...]], sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], tuple[SceneGroup, ...]]:
    """Return the frames of the clusters, outer ones first, and apart from them their names.

    The names are drawn above the arrows, on a white ground.
    """
    frames, names = [], []
    for number, (group, extents) in enumerate(
        sorted(frame.clusters.items(), key=lambda entry: (len(entry[0]), entry[0]))
    ):
        bounds = frame.bounds(*extents)
        outline = Path(commands=rounded(bounds, 6), stroke=MUTED, stroke_width=1.1)
        frames.append(
            SceneGroup(
                id=f"cluster:{number}",
                role="cluster",
                title=" ".join(titles[group]),
                items=(outline,),
                bounds=bounds,
                kind=group[-1].split(" cluster ", 1)[1],
            )
        )
        lines = titles[group]
        width = max((measure(line, sheet.small, bold=True) for line in lines), default=0.0)
        height = len(lines) * sheet.small * LEADING
        ground = Bounds(x=bounds.x + 4, y=bounds.y + 2.5, width=width + 8, height=height + 1)
        words = left(lines, bounds.x + 8, bounds.y + 3, sheet.small, INK, bold=True)
        items: tuple[Path | Text, ...] = (Path(commands=rounded(ground, 3), fill=PAPER), *words)
        names.append(SceneGroup(id=f"cluster-name:{number}", role="cluster-name", items=items))
    return tuple(frames), tuple(names)
