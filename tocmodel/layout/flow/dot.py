"""DOT text for the engine: sized boxes without words, ranks, and invisible attractions."""

from collections.abc import Iterable, Mapping, Sequence

from tocmodel.layout.flow.constraints import Attraction, GroupPath, Node

_LARGE = 250
_POINTS = 72


def dot_text(
    nodes: Sequence[Node],
    attractions: Iterable[Attraction],
    names: Mapping[str, str],
    *,
    groups: bool,
) -> str:
    """Return the DOT text of some nodes; with ``groups``, each group is a cluster.

    Everything is laid out from top to bottom, whatever the direction of the picture: only the
    positions across are read back, so heights and gaps between ranks do not matter.
    """
    lines = ["digraph{", 'nodesep=0.02;ranksep=0.3;splines=false;node[shape=box,label="",']
    lines[-1] += "fixedsize=true,height=0.2];edge[style=invis]"
    if groups:
        lines.append("newrank=true")
    if len(nodes) > _LARGE:
        # The search for fewer crossings is cut short, so that a large map takes only seconds.
        lines.append("mclimit=0.3;nslimit=4;nslimit1=4")
    lines += _ranks(nodes, names)
    if groups:
        lines += _clusters(nodes, names)
    lines += [f"{names[t.first]}->{names[t.second]}[weight={t.weight}]" for t in attractions]
    return "\n".join([*lines, "}"])


def _ranks(nodes: Sequence[Node], names: Mapping[str, str]) -> list[str]:
    """One rank per slot, kept in order by a chain of tiny nodes."""
    slots: dict[int, list[Node]] = {}
    for node in nodes:
        slots.setdefault(node.slot, []).append(node)
    lines = ["->".join(_rank(slot) for slot in sorted(slots)) + "[weight=1]"]
    for slot, members in sorted(slots.items()):
        row = ";".join(f"{names[i.key]}[width={i.size / _POINTS:.5f}]" for i in members)
        lines.append(f"{{rank=same;{_rank(slot)}[width=0.02];{row}}}")
    return lines


def _rank(slot: int) -> str:
    return f"r{slot + 1}"


def _clusters(nodes: Sequence[Node], names: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    _write_cluster((), nodes, names, lines)
    return lines


def _write_cluster(
    group: GroupPath, nodes: Sequence[Node], names: Mapping[str, str], lines: list[str]
) -> None:
    depth = len(group)
    inner: dict[GroupPath, list[Node]] = {}
    own: list[str] = []
    for node in nodes:
        if len(node.group) > depth:
            inner.setdefault(node.group[: depth + 1], []).append(node)
        elif group:
            own.append(names[node.key])
    if own:
        lines.append(";".join(own))
    for child, members in inner.items():
        lines.append(f"subgraph cluster_{names[members[0].key]}_{depth}{{margin=4")
        _write_cluster(child, members, names, lines)
        lines.append("}")
