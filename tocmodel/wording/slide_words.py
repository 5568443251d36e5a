"""The fixed phrases of slides: for divided pictures, and beside arrows in place of signs."""

from collections.abc import Mapping

SLIDES: Mapping[str, str] = {
    "slide": "slide {number}",
    "slides": "slides {numbers}",
    "slides-to": "slides {first} to {last}",
    "slide-from": "from {slides}: {boxes}",
    "slide-on": "continues on {slides}: {boxes}",
    "slide-boxes-and-more": "{boxes} and {number} more",
    "slide-part": "{title} ({number} of {count})",
    "slide-towards": "towards ‘{title}’",
    "slide-loop": "loop {name}, {sign}",
    "slide-before": "From other slides",
    "slide-after": "Continues",
    "slide-elsewhere": "Shown on another slide",
    "slide-arrows": "{arrows} from ‘{from_}’ to ‘{to}’",
    "slide-overview": "overview",
    "slide-key": "key",
    "slide-key-about": "The meaning of the symbols on the slides, and the sources.",
    "slide-main": "Main story",
    "slide-undescribed": "undescribed",
    "slide-mixed": "effects differ",
    "slide-back": "back: {effect}",
    "slide-stated": "stated",
    "slide-against": "evidence against",
    "slide-mostly-inferred": "Arrows are inferred (our own reading), except those marked ‘stated’.",
    "slide-mostly-drafted": "Arrows are drafted by a program, except those marked ‘stated’.",
    "slide-away": "To and from other slides:",
    "slide-not-glued": "Lines that are not glued to their boxes, and stay where they are "
    "if you move a box:",
}
"""What slides say, and their notes."""
