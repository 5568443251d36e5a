"""What a figure says beside its value, unit and period, for formats with a field for each."""

from attrs import evolve

from tocmodel.model import Figure
from tocmodel.wording import figure_words


def figure_remark(figure: Figure, unit: str) -> str:
    """Return a figure in words if they say more than its value; else an empty text.

    >>> figure_remark(Figure(value=80, period="2024"), "homes")
    ''
    >>> figure_remark(Figure(value=80, qualifier="about", period="2024"), "homes")
    'about 80 homes'
    """
    plain = Figure(value=figure.value)
    own = evolve(figure, period="", subgroup="", source="", at="")
    return "" if own == plain else figure_words(own, unit)
