"""Add up figures of several places: numerators and denominators, and why a figure cannot be added.

A sum is complete, or *at least*; where people may be counted twice, it is *at most*.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from tocmodel.model import Figure, Number, Qualifier, Statistic
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import is_percent

_ADDABLE = (None, Statistic.COUNT, Statistic.SHARE, Statistic.SUM)
_UPWARDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_DOWNWARDS = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.NEARLY})


@frozen(kw_only=True)
class FigureSum(SelfDescribing):
    """The sum of some figures.

    Attributes:
        figure: the sum; ``None`` where there is none.
        left_out: what is not in it: the name of a place, and why.
        problem: why there is no sum, where the figures could be added one by one.
    """

    figure: Figure | None
    left_out: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def add_figures(parts: Mapping[str, Figure | None], unit: str = "") -> FigureSum:
    """Add up the figures of several places for one time.

    Percentages are added by what they are percentages of, as their mean would count a small place
    as much as a large one. What is missing makes a sum *at least*.

    Args:
        parts: the figure of each place by its name; ``None`` where it has none.
        unit: the unit of all of them.

    >>> of_two = {"Harbour": Figure(value=30, of=100), "Hill": Figure(value=10, of=300)}
    >>> add_figures(of_two, "percent").figure
    Figure(value=15, of=400)
    >>> found = add_figures({"Harbour": Figure(value=30), "Hill": None}, "children")
    >>> found.figure, found.left_out
    (Figure(value=30, qualifier=<Qualifier.AT_LEAST: 'at least'>), (('Hill', 'no figure'),))
    >>> add_figures({"Hill": Figure(value=4, statistic="mean")}).left_out
    (('Hill', 'a mean cannot be added up'),)
    """
    percent = is_percent(unit)
    reasons = {name: _obstacle(figure, unit) for name, figure in parts.items()}
    usable = {name: figure for name, figure in parts.items() if figure and not reasons[name]}
    first = next(iter(usable.values()), None)
    for name, figure in usable.items():
        if first and not figure.is_like(first):
            reasons[name] = "it is a number of another sort"
    held = [figure for name, figure in usable.items() if not reasons[name]]
    left_out = tuple((name, reason) for name, reason in reasons.items() if reason)
    if not held:
        return FigureSum(figure=None, left_out=left_out)
    problem, doubt = _doubt(held, is_complete=not left_out)
    if problem:
        return FigureSum(figure=None, left_out=left_out, problem=problem)
    made = _percentage(held) if percent else _count(held)
    total = _with_doubt(made, held, doubt, is_complete=not left_out, percent=percent)
    return FigureSum(figure=total, left_out=left_out)


def _obstacle(figure: Figure | None, unit: str) -> str:
    """Return why a figure cannot be added to others; empty if it can."""
    percent = is_percent(unit)
    if figure is None or figure.redacted:
        return "withheld" if figure else "no figure"
    if figure.bounds is None:
        return figure.note or figure.comment or "no number"
    obstacles = (
        (figure.unit.casefold() not in ("", unit.casefold()), f"it counts {figure.unit}"),
        (figure.statistic not in _ADDABLE, f"a {_sort(figure)} cannot be added up"),
        (percent and figure.value is None, "a range of percentages cannot be added up"),
        (percent and not figure.of, _WITHOUT_WHOLE),
    )
    return next((words for is_so, words in obstacles if is_so), "")


_WITHOUT_WHOLE = "a percentage cannot be added up without the number that it is of"


def _sort(figure: Figure) -> str:
    return str(figure.statistic).replace("-", " ")


def _doubt(figures: Sequence[Figure], *, is_complete: bool) -> tuple[str, Qualifier | None]:
    """Return why figures have no sum, or else the doubt of their sum."""
    doubts = {figure.qualifier for figure in figures} - {None}
    upwards = bool(doubts & _UPWARDS) or not is_complete
    downwards = bool(doubts & _DOWNWARDS) or any(figure.overlaps for figure in figures)
    if upwards and downwards:
        return "the doubts of these figures point both ways", None
    if Qualifier.ABOUT in doubts:
        return "", Qualifier.ABOUT
    if upwards:
        return "", Qualifier.AT_LEAST
    return "", Qualifier.AT_MOST if downwards else None


def _percentage(figures: Sequence[Figure]) -> Figure:
    """Return the percentage of all together, to one decimal place."""
    counts = [_exact(figure.value) * _exact(figure.of) / 100 for figure in figures]
    whole = sum((_exact(figure.of) for figure in figures), Fraction())
    share = sum(counts, Fraction()) / whole * 100
    rounded = round(share, 1)
    is_exact = rounded == share and all(count.denominator == 1 for count in counts)
    return Figure(
        value=_number(rounded), of=_number(whole), qualifier=None if is_exact else Qualifier.ABOUT
    )


def _count(figures: Sequence[Figure]) -> Figure:
    low, high = (
        _number(sum((_exact((figure.bounds or (0, 0))[end]) for figure in figures), Fraction()))
        for end in (0, 1)
    )
    wholes = [figure.of for figure in figures]
    of = None if None in wholes else _number(sum(map(_exact, wholes), Fraction()))
    if low == high:
        return Figure(value=low, of=of, statistic=figures[0].statistic)
    return Figure(from_=low, to=high, of=of, statistic=figures[0].statistic)


def _with_doubt(
    made: Figure,
    held: Sequence[Figure],
    doubt: Qualifier | None,
    *,
    is_complete: bool,
    percent: bool,
) -> Figure:
    """Return a sum with its doubt.

    Without some places, a count is at least what it is; a share of the others is only known to be
    out of at least as many.
    """
    if percent and not is_complete and doubt is Qualifier.AT_LEAST:
        doubt = None
    whole = None if is_complete else Qualifier.AT_LEAST
    if any(figure.of_qualifier for figure in held):
        whole = Qualifier.ABOUT
    of_what = {figure.of_what for figure in held}
    return evolve(
        made,
        qualifier=doubt or made.qualifier,
        of_qualifier=whole if made.of is not None else None,
        of_what=of_what.pop() if len(of_what) == 1 else "",
        overlaps=any(figure.overlaps for figure in held),
    )


def _exact(number: Number | None) -> Fraction:
    return Fraction(number or 0) if isinstance(number, int) else Fraction(str(number or 0))


def _number(number: Fraction) -> Number:
    """Return a number as people write it: whole where it is.

    >>> _number(Fraction(3)), _number(Fraction(1, 2))
    (3, 0.5)
    """
    return int(number) if number.denominator == 1 else float(number)
