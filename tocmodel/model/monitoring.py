"""Whether something is routinely monitored: today, and before the programme."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.model.convert import text
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Monitoring(SelfDescribing):
    """Whether something was routinely monitored before the programme, and from when.

    Attributes:
        before: whether it was routinely monitored before the programme; ``None`` where the file
            does not state it.
        since: when routine monitoring began; empty where it has not begun, or where the
            file does not state it.
    """

    before: bool | None = None
    since: str = field(default="", converter=text)


def monitoring(value: bool | Monitoring | Mapping[str, Any] | None) -> bool | Monitoring | None:
    """Monitoring from its fields, or as it is.

    >>> monitoring({"before": False, "since": 2016}) == Monitoring(before=False, since="2016")
    True
    """
    return Monitoring(**value) if isinstance(value, Mapping) else value


def is_monitored(value: bool | Monitoring | None) -> bool | None:
    """Return whether something is routinely monitored today; ``None`` where that is not stated.

    If it was not monitored before the programme, it may or may not be today.

    >>> is_monitored(Monitoring(before=False)), is_monitored(Monitoring(since="2016"))
    (None, True)
    """
    if isinstance(value, Monitoring):
        return True if value.since else None
    return value


def was_monitored(value: bool | Monitoring | None) -> bool | None:
    """Return whether something was routinely monitored before the programme.

    Where a file gives no time, its answer covers the time before the programme too.

    >>> was_monitored(Monitoring(before=False, since="2016")), was_monitored(True)
    (False, True)
    """
    return value.before if isinstance(value, Monitoring) else value
