"""Numbers on a page instead of words: for the reasons of arrows, and for small lines in boxes.

Formats without a page keep the words, so this happens just before the layout.
"""

from collections.abc import Collection, Mapping

from attrs import evolve

from tocmodel.diagram.model import Arrow, Badge, Box, Diagram, KeyEntry
from tocmodel.diagram.without_badges import without_badges


def with_numbers(diagram: Diagram) -> Diagram:
    """Return a diagram as its view asks: arrows numbered, badges folded, and a key to both.

    >>> guess = Badge(kind="risk", text="risk: rents rise")
    >>> box = Box(id="a", kind="outcome", text="Calm", column="short", badges=(guess,))
    >>> folded = with_numbers(Diagram(title="Club", boxes=(box,), badges_as="numbers"))
    >>> folded.boxes[0].badges[0].text, folded.key[0].text
    ('1', 'risk: rents rise')
    """
    if diagram.badges_as == "none":
        diagram = evolve(without_badges(diagram), loops=diagram.loops)
    if diagram.numbered:
        diagram = _with_numbered_arrows(diagram)
    if diagram.badges_as == "numbers":
        diagram = _with_folded_badges(diagram)
    return diagram


def _with_numbered_arrows(diagram: Diagram) -> Diagram:
    arrows, key = [], list(diagram.key)
    for arrow in diagram.arrows:
        has_more = len(arrow.reasons) > bool(arrow.guess)  # its head says that it is a guess
        number = len(key) + 1 if has_more else 0
        if number:
            key.append(KeyEntry(number=number, text=arrow.description))
        arrows.append(evolve(arrow, number=number))
    return evolve(diagram, arrows=tuple(arrows), key=tuple(key))


def number_for_label(arrow: Arrow, key: tuple[KeyEntry, ...]) -> tuple[int, tuple[KeyEntry, ...]]:
    """Return the number in the key for the words of an arrow that have no room on it, and the key.

    Arrows with the same words share a number; one that has a number keeps it, and its words join
    those in the key.

    >>> one = Arrow(id="1", from_="a", to="b", label="two years")
    >>> number, key = number_for_label(one, (KeyEntry(number=1, text="a term"),))
    >>> number, key[1].text, number_for_label(one, key)[0]
    (2, 'two years', 2)
    >>> number_for_label(evolve(one, number=1), key)[1][0].text
    'a term; two years'
    """
    if arrow.number:
        return arrow.number, tuple(
            _with_words(entry, arrow.label) if entry.number == arrow.number else entry
            for entry in key
        )
    known = next((entry.number for entry in key if entry.text == arrow.label), 0)
    if known:
        return known, key
    number = len(key) + 1
    return number, (*key, KeyEntry(number=number, text=arrow.label))


def _with_words(entry: KeyEntry, words: str) -> KeyEntry:
    if words.casefold() in entry.text.casefold():
        return entry
    return evolve(entry, text=f"{entry.text.rstrip('.')}; {words}")


def _with_folded_badges(diagram: Diagram) -> Diagram:
    """Fold all badges; those with a bar or a chart stay."""
    badges = {
        box.id: tuple(badge for badge in box.badges if not badge.has_drawing)
        for box in diagram.boxes
    }
    return with_folded_badges(diagram, badges)


def with_folded_badges(diagram: Diagram, folds: Mapping[str, Collection[Badge]]) -> Diagram:
    """Return a diagram with some badges as numbers; those with the same words share one.

    Args:
        diagram: the diagram.
        folds: to the id of a box, those of its badges that become numbers.
    """
    numbers: dict[str, int] = {}
    key = list(diagram.key)

    def fold(badge: Badge) -> Badge:
        if badge.text not in numbers:
            numbers[badge.text] = len(key) + 1
            key.append(KeyEntry(number=numbers[badge.text], text=badge.text))
        return evolve(badge, text=str(numbers[badge.text]), folded=True)

    def folded(box: Box) -> Box:
        chosen = folds.get(box.id, ())
        badges = tuple(fold(badge) if badge in chosen else badge for badge in box.badges)
        return evolve(box, badges=badges, description=_said(box)) if chosen else box

    boxes = tuple(map(folded, diagram.boxes))
    return evolve(diagram, boxes=boxes, key=tuple(key))


def _said(box: Box) -> str:
    """Return the description of a box with the words that are no longer in it."""
    words = box.description.casefold()
    left_out = (badge.text for badge in box.badges if badge.text.casefold() not in words)
    return " ".join(filter(None, (box.description, *(f"{text}." for text in left_out))))
