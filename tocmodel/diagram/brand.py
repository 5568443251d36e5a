"""The look of a project's pictures: its colours, and its logo."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Logo(SelfDescribing):
    """The logo of a project.

    Attributes:
        png: the picture, as the bytes of a PNG file.
        width, height: its size in dots.
        text: what a screen reader says for it.
    """

    png: bytes = field(repr=False)
    width: int
    height: int
    text: str


@frozen(kw_only=True)
class Brand(SelfDescribing):
    """The look of a project's pictures.

    Attributes:
        colours: the name of a stage or a kind to its colour, such as ``#005ea5``.
        logo: the logo at the top right; ``None`` without one.
    """

    colours: Mapping[str, str] = MappingProxyType({})
    logo: Logo | None = None

    def colour_of(self, key: str) -> str:
        """Return the colour of a stage or a kind; empty if the project has none for it.

        >>> Brand(colours={"outcomes": "#005ea5"}).colour_of("outcomes-2")
        '#005ea5'
        """
        return self.colours.get(key) or self.colours.get(key.partition("-")[0], "")
