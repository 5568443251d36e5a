"""Which boxes of a picture are in which of its outermost frames: the regions of a map."""

from tocmodel.diagram.model import Cluster, Diagram


def outermost(diagram: Diagram) -> dict[str, str]:
    """Return the outermost frame around each frame of a diagram."""
    parents = {cluster.id: cluster.parent for cluster in diagram.clusters}
    found: dict[str, str] = {}
    for id_ in parents:
        outer = id_
        while parents.get(outer):
            outer = parents[outer]
        found[id_] = outer
    return found


def region_members(diagram: Diagram) -> tuple[tuple[Cluster, tuple[str, ...]], ...]:
    """Return each outermost frame that has a box, with the ids of its boxes, in the file's order.

    >>> from tocmodel.diagram.model import Box
    >>> diagram = Diagram(
    ...     title="T",
    ...     clusters=(Cluster(id="home", title="Home"), Cluster(id="of", title="", parent="home")),
    ...     boxes=(Box(id="a", kind="factor", text="A", column="factors", cluster="of"),),
    ... )
    >>> [(region.title, ids) for region, ids in region_members(diagram)]
    [('Home', ('a',))]
    """
    outer = outermost(diagram)
    held: dict[str, list[str]] = {}
    for box in diagram.boxes:
        held.setdefault(outer.get(box.cluster, ""), []).append(box.id)
    regions = (one for one in diagram.clusters if one.id in held and not one.parent)
    return tuple((region, tuple(held[region.id])) for region in regions)
