"""The values of a narrative: sections, paragraphs, sentences, and what each sentence speaks of."""

from attrs import field, frozen

from tocmodel.graph import Pair
from tocmodel.model import TheoryOfChange
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing


@frozen
class Fragment(SelfDescribing):
    """A stretch of a sentence.

    Attributes:
        text: its words, with the spaces around them.
        element: id of the element or whole that they name; empty for all other words.
    """

    text: str
    element: str = ""


@frozen(kw_only=True)
class Sentence(SelfDescribing):
    """One sentence, and what it speaks of.

    Attributes:
        fragments: its words in order; those that name an element have its id, so that a page can
            link them.
        links: the cause and effect of each link that it speaks of.
    """

    fragments: tuple[Fragment, ...]
    links: tuple[Pair, ...] = ()

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(fragment.text for fragment in self.fragments)

    @property
    def elements(self) -> tuple[str, ...]:
        """Ids of the elements and wholes that it names, each once."""
        return tuple(
            dict.fromkeys(fragment.element for fragment in self.fragments if fragment.element)
        )


@frozen(kw_only=True)
class Paragraph(SelfDescribing):
    """Sentences that belong together.

    Attributes:
        sentences: its sentences in order.
    """

    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)


@frozen(kw_only=True)
class NarrativeSection(SelfDescribing):
    """A part of a narrative with a heading.

    Attributes:
        id: what it is about, the same for every theory: ``aim``, ``needs``, ``story``,
            ``pathways``, ``value``, ``loops``, ``outside``, ``harm`` or ``knowledge``.
        heading: its heading.
        paragraphs: its paragraphs in order.
    """

    id: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@frozen(kw_only=True)
class Narrative(SelfDescribing, Result):
    """A theory as prose.

    Attributes:
        theory: the theory, with those it includes.
        title: its title.
        imagined: the words that mark an imagined theory; empty for a real one.
        language: BCP 47 tag of the connecting words.
        sections: its sections in reading order; empty ones are left out.
        left_out: how many links are not told, because the narrative would be too long.
    """

    theory: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    title: str
    imagined: str = ""
    language: str = "en-GB"
    sections: tuple[NarrativeSection, ...]
    left_out: int = 0

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in order."""
        return tuple(
            sentence
            for section in self.sections
            for paragraph in section.paragraphs
            for sentence in paragraph.sentences
        )
