"""Whether anyone counts a thing routinely: today, or before the programme and since when."""

from collections.abc import Mapping
from typing import Any

from tocmodel.model.convert import text
from tocmodel.values import field, frozen


@frozen(kw_only=True)
class Monitoring:
    """Whether something was counted routinely before the programme, and since when it is.

    Attributes:
        before: whether anyone counted it routinely before the programme; ``None`` where the file
            does not say.
        since: since when it has been counted routinely; empty where it is not, or where the
            file does not say.
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
    """Return whether something is counted routinely today; ``None`` where the file does not say.

    That it was not counted before the programme says nothing of today.

    >>> is_monitored(Monitoring(before=False)), is_monitored(Monitoring(since="2016"))
    (None, True)
    """
    if isinstance(value, Monitoring):
        return True if value.since else None
    return value


def was_monitored(value: bool | Monitoring | None) -> bool | None:
    """Return whether something was counted routinely when the programme began to look.

    Where a file gives no time, what it says holds for then as well.

    >>> was_monitored(Monitoring(before=False, since="2016")), was_monitored(True)
    (False, True)
    """
    return value.before if isinstance(value, Monitoring) else value
