"""DOT text for the engine: sized boxes without words, ranks, and invisible ties."""

from collections.abc import Iterable, Mapping, Sequence

from tocmodel.layout.plan import Group, Item, Tie

_LARGE = 250
_POINTS = 72


def dot_text(
    items: Sequence[Item], ties: Iterable[Tie], names: Mapping[str, str], *, groups: bool
) -> str:
    """Return the DOT text of some items; with ``groups``, each group is a cluster.

    Everything is laid out from top to bottom, whatever the picture does later: only the places
    across are read back, so the heights and the gaps between the ranks do not matter.
    """
    lines = ["digraph{", 'nodesep=0.02;ranksep=0.3;splines=false;node[shape=box,label="",']
    lines[-1] += "fixedsize=true,height=0.2];edge[style=invis]"
    if groups:
        lines.append("newrank=true")
    if len(items) > _LARGE:
        # The search for fewer crossings is cut short: a large map is drawn in seconds.
        lines.append("mclimit=0.3;nslimit=4;nslimit1=4")
    lines += _ranks(items, names)
    if groups:
        lines += _clusters(items, names)
    lines += [f"{names[t.first]}->{names[t.second]}[weight={t.weight}]" for t in ties]
    return "\n".join([*lines, "}"])


def _ranks(items: Sequence[Item], names: Mapping[str, str]) -> list[str]:
    """One rank a slot, held in order by a chain of tiny nodes."""
    slots: dict[int, list[Item]] = {}
    for item in items:
        slots.setdefault(item.slot, []).append(item)
    lines = ["->".join(_rank(slot) for slot in sorted(slots)) + "[weight=1]"]
    for slot, members in sorted(slots.items()):
        nodes = ";".join(f"{names[i.key]}[width={i.size / _POINTS:.5f}]" for i in members)
        lines.append(f"{{rank=same;{_rank(slot)}[width=0.02];{nodes}}}")
    return lines


def _rank(slot: int) -> str:
    return f"r{slot + 1}"


def _clusters(items: Sequence[Item], names: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    _write_cluster((), items, names, lines)
    return lines


def _write_cluster(
    group: Group, items: Sequence[Item], names: Mapping[str, str], lines: list[str]
) -> None:
    depth = len(group)
    inner: dict[Group, list[Item]] = {}
    here: list[str] = []
    for item in items:
        if len(item.group) > depth:
            inner.setdefault(item.group[: depth + 1], []).append(item)
        elif group:
            here.append(names[item.key])
    if here:
        lines.append(";".join(here))
    for child, members in inner.items():
        lines.append(f"subgraph cluster_{names[members[0].key]}_{depth}{{margin=4")
        _write_cluster(child, members, names, lines)
        lines.append("}")
