"""Cards on A4 sheets, to cut out and lay on a table."""

from collections.abc import Sequence

from attrs import frozen

from tocmodel.layout.palette import HEADING_INK, MUTED, tone
from tocmodel.layout.scene import Bounds, Scene, SceneGroup
from tocmodel.layout.text import LEADING
from tocmodel.workshop.sheets import (
    PAD,
    SMALLEST,
    SheetWords,
    cut_lines,
    fit,
    head_band,
    inside,
    stack,
    writing_lines,
)

WIDTH, HEIGHT = 595.28, 841.89
"""An upright sheet of A4, in points."""
_FOOT = 24.0
"""The strip at the foot of a sheet, with what it is."""


@frozen(kw_only=True)
class Card:
    """One card.

    Attributes:
        id: unique among the cards.
        kind: the section of its element, which gives the colour.
        head: the word in the band at its top.
        title: its main words, in large letters.
        notes: further words, one below another.
        to_write: words above the lines to write on; empty for a card without such lines.
        size: the size of the main words, if there is room for it.
    """

    id: str
    kind: str
    head: str
    title: str
    notes: tuple[str, ...] = ()
    to_write: str = ""
    size: float = 17.0


def card_sheets(
    cards: Sequence[Card], *, title: str, foot: str, rows: int, language: str = "en-GB"
) -> tuple[Scene, ...]:
    """Return the sheets for some cards, two beside each other.

    Args:
        cards: the cards, at least one.
        title: the title of the whole.
        foot: what is written at the foot of each sheet, before its number.
        rows: how many cards are one below another.
        language: the language of the words.
    """
    each = 2 * rows
    pages = [cards[start : start + each] for start in range(0, len(cards), each)]
    return tuple(
        Scene(
            width=WIDTH,
            height=HEIGHT,
            page="A4 portrait",
            title=title,
            description=f"{len(page)} cards to cut out: {', '.join(card.title for card in page)}",
            language=language,
            groups=(*_cards(page, rows), _cuts(rows), _foot(foot, number, len(pages))),
        )
        for number, page in enumerate(pages, 1)
    )


def _cards(cards: Sequence[Card], rows: int) -> list[SceneGroup]:
    width, height = WIDTH / 2, (HEIGHT - _FOOT) / rows
    return [
        _card(
            card,
            Bounds(x=place % 2 * width, y=place // 2 * height, width=width, height=height),
        )
        for place, card in enumerate(cards)
    ]


def _card(card: Card, cell: Bounds) -> SceneGroup:
    """Return a card in its part of the sheet; a margin keeps its words from the cut."""
    place = inside(cell)
    colours = tone(card.kind, ())
    band = 26.0
    head = Bounds(x=place.x + PAD, y=place.y + 6, width=place.width - 2 * PAD, height=band)
    words = SheetWords(card.head, 13, bold=True, colour=HEADING_INK, behind=colours.dark)
    head_words, _ = stack([words], head)
    body = inside(
        Bounds(x=place.x, y=place.y + band, width=place.width, height=place.height - band)
    )
    parts = [
        SheetWords(card.title, card.size, bold=True),
        *(SheetWords(note, 12.5) for note in card.notes),
    ]
    items, end = stack(parts, _with_room_for_notes(body, card))
    if card.to_write:
        lines, end = stack(
            [SheetWords(card.to_write, colour=MUTED)],
            Bounds(x=body.x, y=end + 3, width=body.width, height=body.bottom - end),
        )
        rest = Bounds(x=body.x, y=end, width=body.width, height=body.bottom - end)
        items = [*items, *lines, *writing_lines(rest)]
    return SceneGroup(
        id=f"card-{card.id}",
        role="box",
        kind=card.kind,
        title=f"{card.head}: {card.title}",
        items=(head_band(place, colours, band), *head_words, *items),
        bounds=place,
    )


def _with_room_for_notes(body: Bounds, card: Card) -> Bounds:
    """Return the place for all words; there is nothing to keep free on a card to read."""
    room = 2 * SMALLEST * LEADING if card.to_write else 0.0
    return Bounds(x=body.x, y=body.y, width=body.width, height=body.height - room)


def _cuts(rows: int) -> SceneGroup:
    height = (HEIGHT - _FOOT) / rows
    sheet = Bounds(x=0, y=0, width=WIDTH, height=HEIGHT - _FOOT)
    return cut_lines([WIDTH / 2], [height * row for row in range(1, rows + 1)], sheet)


def _foot(words: str, number: int, count: int) -> SceneGroup:
    text = words if count == 1 else f"{words} · sheet {number} of {count}"
    place = Bounds(x=PAD, y=HEIGHT - _FOOT + 5, width=WIDTH - 2 * PAD, height=_FOOT)
    lines, size = fit(SheetWords(text), place.width, SMALLEST * LEADING)
    items, _ = stack([SheetWords(" ".join(lines), size, colour=MUTED)], place)
    return SceneGroup(id="foot", role="note", items=tuple(items))
