"""Sine and cosine from sums and products alone, which every machine rounds in the same way.

Those of the C library may differ in the last digit between machines, and so then would pictures.
"""

from math import pi

_TERMS = 10
_TURNED = ((1, 0), (0, 1), (-1, 0), (0, -1))


def cosine_and_sine(angle: float) -> tuple[float, float]:
    """Return the cosine and the sine of an angle.

    >>> cosine_and_sine(0.0)
    (1.0, 0.0)
    >>> [round(value, 12) for value in cosine_and_sine(pi / 3)]
    [0.5, 0.866025403784]
    """
    quarters = round(angle / (pi / 2))
    rest = angle - quarters * (pi / 2)
    cosine, sine = 0.0, 0.0
    term = 1.0
    for place in range(0, 2 * _TERMS, 2):
        cosine += term
        term *= rest / (place + 1)
        sine += term
        term *= -rest / (place + 2)
    across, up = _TURNED[quarters % 4]
    return cosine * across - sine * up, cosine * up + sine * across
