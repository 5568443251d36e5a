"""Points on the curves of arrows."""

from collections.abc import Sequence

from tocmodel.layout.scene import Point


def on_curve(start: Point, numbers: Sequence[float], t: float) -> Point:
    """Return the point of a curve at a share ``t`` of its way."""
    x1, y1, x2, y2, x3, y3 = numbers
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        round(a * start[0] + b * x1 + c * x2 + d * x3, 2),
        round(a * start[1] + b * y1 + c * y2 + d * y3, 2),
    )
