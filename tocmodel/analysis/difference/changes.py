"""One change between two theories, as a plain fact; words and weight are given to it later."""

from typing import Any

from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.diagnostics import Pointer
from tocmodel.values import frozen


@frozen(kw_only=True)
class Change:
    """One thing that differs.

    Attributes:
        kind, section, field: as of a ``Difference``.
        old_key, new_key: the entry on either side; a pair of keys for a link.
        old, new: the values, as the model has them; for a list, only what the other lacks.
        at_old, at_new: the places.
        of: what holds the values: the two entries or links, or ``None`` on the side without.
    """

    kind: ChangeKind
    section: str
    field: str = ""
    old_key: str | tuple[str, str] = ""
    new_key: str | tuple[str, str] = ""
    old: Any = None
    new: Any = None
    at_old: Pointer | None = None
    at_new: Pointer | None = None
    of: tuple[Any, Any] = (None, None)
