"""The contrast of two colours, and the nearest colour that has enough of it."""

WHITE = "#ffffff"

FOR_WORDS = 4.5
"""The least contrast of words with their background (WCAG 2.2, success criterion 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 2)


def mixed(colour: str, other: str, share: int) -> str:
    """Return a colour with a percentage of another one.

    >>> mixed("#000000", "#ffffff", 50)
    '#7f7f7f'
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{one + (two - one) * share // 100:02x}" for one, two in pairs)


def dark_enough(colour: str) -> str:
    """Return the nearest shade of a colour on which white words can be read.

    >>> dark_enough("#1d5a98"), dark_enough("#ffcc00")
    ('#1d5a98', '#8e7200')
    """
    shades = (mixed(colour, "#000000", share) for share in range(101))
    return next(shade for shade in shades if contrast(shade, WHITE) >= FOR_WORDS)


def ground_for(colour: str) -> str:
    """Return a pale shade of a colour, on which words in the colour can be read.

    >>> ground_for("#1d5a98"), contrast("#1d5a98", ground_for("#1d5a98")) >= 4.5
    ('#e8eef4', True)
    """
    shades = (mixed(colour, WHITE, share) for share in range(90, 101))
    return next(shade for shade in shades if contrast(colour, shade) >= FOR_WORDS)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    channels = (value / 255 for value in _channels(colour))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
