"""What a screen reader says of a picture: each text once, and the arrows of a box within it."""

from collections.abc import Collection, Iterator, Mapping

from attrs import frozen

from tocmodel.layout.scene import Primitive, Scene, SceneGroup, Text

_NAMES_OF_FRAMES = frozenset({"cluster-name", "region-name"})
"""Groups whose words are the name of another group."""
_OWNERS = ("cluster", "region")
_LOOPS = frozenset({"loop-arrow", "loop-box"})


@frozen(kw_only=True)
class Utterance:
    """How a group of a scene is said.

    Attributes:
        role: its ARIA role in SVG; empty for a group whose text is enough.
        silent: nothing of it is said, as something else says it.
        owns: the ids, in the scene, of the arrows that start in it, which are a list.
    """

    role: str = ""
    silent: bool = False
    owns: tuple[str, ...] = ()


def utterances(scene: Scene) -> tuple[Utterance, ...]:
    """Return how each group of a scene is said, in the order of the groups."""
    owned = _owned(scene)
    lists = {owner: tuple(arrows) for owner, arrows in owned.items()}
    items = frozenset(arrow for arrows in owned.values() for arrow in arrows)
    spoken_names = {group.title for group in scene.groups if group.role in {"arrow", "box"}}
    return tuple(
        Utterance(silent=True)
        if _is_said_elsewhere(group, spoken_names)
        else Utterance(role=_role(group, lists, items), owns=lists.get(group.id, ()))
        for group in scene.groups
    )


def _is_said_elsewhere(group: SceneGroup, names: Collection[str]) -> bool:
    """Whether a group is in the words of others: a frame's name, the key, a loop drawn again.

    Args:
        group: the group.
        names: the names of all boxes and arrows.
    """
    if group.role == "key":
        return bool(names)
    return group.role in _NAMES_OF_FRAMES or (group.role in _LOOPS and group.title in names)


def is_heading(item: Primitive, group: SceneGroup) -> bool:
    """Whether a line of text is the title of the picture."""
    return group.role == "title" and isinstance(item, Text) and item.bold


def _role(group: SceneGroup, lists: Mapping[str, tuple[str, ...]], items: frozenset[str]) -> str:
    if not group.title:
        return ""
    if group.id in items:
        return "listitem"
    return "graphics-object group" if group.role == "box" or group.id in lists else "img"


def _owned(scene: Scene) -> dict[str, list[str]]:
    """Return, for each box or frame where arrows start, these arrows."""
    starts = dict(_starts(scene))
    found: dict[str, list[str]] = {}
    for group in scene.find("arrow"):
        if group.ends and group.ends[0] in starts:
            found.setdefault(starts[group.ends[0]], []).append(group.id)
    return found


def _starts(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield what an arrow may start in, by the name that arrows have for it, and its group."""
    for role in _OWNERS:
        yield from ((group.kind, group.id) for group in scene.find(role))
    yield from ((group.id.removeprefix("box:"), group.id) for group in scene.find("box"))
