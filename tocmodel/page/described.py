"""The words of a page: every element by stage, with what leads to it and what it leads to."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from urllib.parse import urlsplit

from attrs import evolve, frozen

from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.analysis.progress import progress_of, progress_words
from tocmodel.analysis.titles import Words, words_for
from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.model import Element, Evidence, Outcome, Source, TheoryOfChange, ValueCreation
from tocmodel.model.reviews import THEORY
from tocmodel.page.picture import anchor
from tocmodel.report.evidence import bearing_words
from tocmodel.report.field_values import fields_of, title_of
from tocmodel.wording import guess_of, kind_word, quotation_words, say, valence_words

UNSAID = frozenset(
    ("title", "number", "plain", "description", "quotes", "notes", "fields", "classified_as")
)
"""The keys of an element that a page shows elsewhere, or that are for those who keep the file."""

_CAUSAL = ("causal", "mutual", "bridged")
"""The kinds of arrow that claim an effect."""

_FIGURES = ("baseline", "target", "observations", "tipping_point", "undercount")
"""The keys of an indicator with its figures."""


@frozen(kw_only=True)
class LabelledWords:
    """A label, and the words after it.

    Attributes:
        label: the label.
        words: the words, each item of a list separately.
        href: the place in the page, or the address, that they link to; may be empty.
    """

    label: str
    words: tuple[str, ...]
    href: str = ""


@frozen(kw_only=True)
class LinkedElement:
    """What is at the other end of an arrow.

    Attributes:
        id: its id.
        arrow: the id of the arrow.
        title: its title; empty if it has no words of its own in the page.
        verb: the words after a cause, such as *leads to this*, or before an effect.
        is_cause: whether the arrow starts there.
        is_causal: whether the arrow claims an effect; others say who does what, and what goes
            with what.
        reasons: the reason and other facts about the link.
        doubts: words for what is inferred, drafted or disputed.
        marks: words for what is part of the main story or feedback.
    """

    id: str
    arrow: str
    title: str
    verb: str
    is_cause: bool
    is_causal: bool
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    marks: tuple[str, ...]


@frozen(kw_only=True)
class DescribedElement:
    """The words about one element.

    Attributes:
        id: its id.
        title: its title.
        plain: the same in plain words; empty if there are none.
        kind: what it is, in a word.
        language: the language of its words, if that is not the language of the page.
        marks: words for what is not simply so: imagined, inferred, hoped for, unwanted.
        description: as much as the file has.
        quotes: what people said about it, that may be shown.
        facts: its other fields.
        causes, effects: what leads to it, and what it leads to.
        others: what else is linked to it.
        evidence: each piece of evidence and how it bears on it.
        figures: the indicators that measure it, with their figures.
    """

    id: str
    title: str
    plain: str = ""
    kind: str = ""
    language: str = ""
    marks: tuple[str, ...] = ()
    description: str = ""
    quotes: tuple[str, ...] = ()
    facts: tuple[LabelledWords, ...] = ()
    causes: tuple[LinkedElement, ...] = ()
    effects: tuple[LinkedElement, ...] = ()
    others: tuple[LinkedElement, ...] = ()
    evidence: tuple[LabelledWords, ...] = ()
    figures: tuple[LabelledWords, ...] = ()

    @property
    def anchor(self) -> str:
        """Its id in the page."""
        return anchor(self.id)


@frozen(kw_only=True)
class DescribedStage:
    """The elements of one stage, under its heading."""

    id: str
    title: str
    is_own: bool
    elements: tuple[DescribedElement, ...]


@frozen(kw_only=True, slots=False)
class DescribedTheory:
    """The words for some pictures of one theory.

    Attributes:
        diagrams: the pictures in words.
        theory: the theory; ``None`` if a picture was made in another way.
        language: the requested language.
    """

    diagrams: tuple[Diagram, ...]
    theory: TheoryOfChange | None = None
    language: str = ""

    @cached_property
    def words(self) -> Words | None:
        """The words of the theory in the requested language."""
        return words_for(self.theory, self.language, plain=False) if self.theory else None

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.words.theory_title if self.words else self.diagrams[0].title

    @property
    def summary(self) -> str:
        """The theory in a few sentences."""
        if self.words is None or self.theory is None:
            return ""
        return self.words.translated(THEORY).summary or self.theory.summary

    @property
    def summary_language(self) -> str:
        """The language of the summary, if that is not the language of the page."""
        words = self.words
        if words is None or words.language in ("", words.theory.language):
            return ""
        return "" if words.translated(THEORY).summary else words.theory.language

    @cached_property
    def boxes(self) -> Mapping[str, Box]:
        """Every box of the pictures, each once."""
        found: dict[str, Box] = {}
        for box in chain.from_iterable(diagram.boxes for diagram in self.diagrams):
            found.setdefault(box.id, box)
        return found

    @cached_property
    def arrows(self) -> Mapping[str, Arrow]:
        """Every arrow of the pictures, each once."""
        found: dict[str, Arrow] = {}
        for arrow in chain.from_iterable(diagram.arrows for diagram in self.diagrams):
            found.setdefault(arrow.id, arrow)
        return found

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each box, frame and lane."""
        frames = chain.from_iterable(diagram.clusters for diagram in self.diagrams)
        return {
            **{frame.id: frame.title for frame in frames},
            **{id_: self._title(box) for id_, box in self.boxes.items()},
        }

    @cached_property
    def stages(self) -> tuple[DescribedStage, ...]:
        """The elements by stage, in the order of the pictures."""
        found: dict[str, DescribedStage] = {}
        held: dict[str, list[str]] = {}
        listed: set[str] = set()
        for diagram in self.diagrams:
            for column in diagram.columns:
                own = column.title in diagram.own_words
                stage = DescribedStage(id=column.id, title=column.title, is_own=own, elements=())
                found.setdefault(column.id, stage)
            for box in diagram.boxes:
                if box.id not in listed:
                    listed.add(box.id)
                    held.setdefault(box.column, []).append(box.id)
        return tuple(
            DescribedStage(
                id=stage.id,
                title=stage.title,
                is_own=stage.is_own,
                elements=tuple(self._element(self.boxes[id_]) for id_ in held[stage.id]),
            )
            for stage in found.values()
            if stage.id in held
        )

    @property
    def has_plain(self) -> bool:
        """Whether any element has plain words beside its title."""
        elements = (one for stage in self.stages for one in stage.elements)
        return any(one.plain not in ("", one.title) for one in elements)

    @cached_property
    def sources(self) -> tuple[tuple[Source, str], ...]:
        """Every source, with the address to open, if a browser can open it safely."""
        if self.theory is None:
            return ()
        return tuple((source, address_of(source)) for source in self.theory.sources.values())

    def _title(self, box: Box) -> str:
        if self.words and self.theory and box.id in self.theory.elements:
            return self.words.title(box.id)
        return box.text or box.id

    def _element(self, box: Box) -> DescribedElement:
        ends = tuple(self._ends(box.id))
        shown = DescribedElement(
            id=box.id,
            title=self._title(box),
            kind=box.kind,
            description=box.description,
            causes=tuple(end for end in ends if end.is_causal and end.is_cause),
            effects=tuple(end for end in ends if end.is_causal and not end.is_cause),
            others=tuple(end for end in ends if not end.is_causal),
        )
        theory, words = self.theory, self.words
        if theory is None or words is None or box.id not in theory.elements:
            return shown
        element = theory.element(box.id)
        return evolve(
            shown,
            plain=words.translated(box.id).plain or element.plain,
            kind=kind_word(element, theory.section_of(box.id)),
            language=self._language_of(box.id),
            marks=tuple(_marks(element)),
            description=words.description(box.id),
            quotes=tuple(_quotes(theory, element)),
            facts=tuple(self._facts(theory, element)),
            evidence=tuple(_evidence(theory, box.id)),
            figures=tuple(_figures(theory, box.id)),
        )

    def _language_of(self, id_: str) -> str:
        """Return the language of an element's words if they are not in that of the page."""
        words = self.words
        if words is None or words.language in ("", words.theory.language):
            return ""
        return "" if words.is_translated(id_) else words.theory.language

    def _ends(self, id_: str) -> Iterator[LinkedElement]:
        for arrow in self.arrows.values():
            if id_ in (arrow.from_, arrow.to):
                is_cause = arrow.to == id_
                other = arrow.from_ if is_cause else arrow.to
                some = arrow.from_whole if is_cause else arrow.to_whole
                title = self.titles.get(other, other)
                yield LinkedElement(
                    id=other if other in self.boxes else "",
                    arrow=arrow.id,
                    title=say("something-in", whole=title) if some else title,
                    verb=towards_this(arrow.verb) if is_cause else arrow.verb,
                    is_cause=is_cause,
                    is_causal=arrow.kind in _CAUSAL,
                    reasons=_without_guess(arrow),
                    doubts=tuple(_doubts(arrow)),
                    marks=tuple(_arrow_marks(arrow)),
                )

    def _facts(self, theory: TheoryOfChange, element: Element) -> Iterator[LabelledWords]:
        arrows = self.arrows.values()
        drawn = {arrow.kind for arrow in arrows if element.id in (arrow.from_, arrow.to)}
        for one in fields_of(theory, element, titles=True):
            if one.key not in UNSAID and one.key not in drawn:
                source = one.key == "source" and f"#s-{getattr(element, 'source', '')}"
                yield LabelledWords(label=one.label, words=one.words, href=source or "")


def towards_this(verb: str) -> str:
    """Return the words after a cause, where a page tells what leads to something.

    >>> towards_this("reduces"), towards_this("leads to (through what is not shown)")
    ('reduces this', 'leads to this (through what is not shown)')
    """
    does, bracket, rest = verb.partition(" (")
    return f"{say('page-this', verb=does)}{bracket}{rest}"


def _without_guess(arrow: Arrow) -> tuple[str, ...]:
    return arrow.reasons[:-1] if arrow.guess else arrow.reasons  # the last says that it is one


def _doubts(arrow: Arrow) -> Iterator[str]:
    if arrow.guess:
        yield say(f"guess-{arrow.guess}-in-full")
    if arrow.effect == "disputed":
        yield say("label-disputed")


def _arrow_marks(arrow: Arrow) -> Iterator[str]:
    if arrow.feedback:
        yield say("page-is-feedback")
    if arrow.main:
        yield say("page-in-the-main-story")


def _marks(element: Element) -> Iterator[str]:
    """Yield the words for what is not simply so.

    >>> list(_marks(Outcome(title="More rent", valence="unwanted", unintended=True)))
    ['unwanted', 'not aimed at']
    """
    if guess := guess_of(element):
        yield say(f"guess-{guess}-in-full")
    if isinstance(element, Outcome):
        if element.valence == "unwanted":
            yield say("value-unwanted")
        if element.unintended:
            yield say("page-not-aimed-at")
    if words := valence_words(element):
        yield words
    if isinstance(element, ValueCreation) and element.status in ("planned", "hoped"):
        yield say(f"value-{element.status}")


def _quotes(theory: TheoryOfChange, element: Element) -> Iterator[str]:
    if isinstance(element, Outcome):
        for quote in element.quotes:
            if quote.may_be_shown:
                yield quotation_words(quote, title_of(theory, quote.said_by))


def _evidence(theory: TheoryOfChange, id_: str) -> Iterator[LabelledWords]:
    weight = weights_of_evidence(theory).get(id_, NO_EVIDENCE)
    for bearing, piece in weight.pieces:
        yield LabelledWords(
            label=bearing_words(bearing),
            words=tuple(evidence_words(theory, piece)),
            href=f"#s-{piece.source}" if piece.source in theory.sources else "",
        )


def evidence_words(theory: TheoryOfChange, piece: Evidence) -> Iterator[str]:
    """Yield the words for a piece of evidence: its title, sort, quotation and place."""
    kind = say(f"kind-{piece.kind}") if piece.kind else ""
    vouched = say(f"vouched-{piece.independence}") if piece.independence else ""
    about = ", ".join(filter(None, (kind, vouched)))
    yield f"{piece.full_title} ({about})" if about else piece.full_title
    if piece.redacted:
        yield say("page-withheld")
    elif piece.quote and piece.source:
        yield f"“{piece.quote.strip()}”"
    if piece.source in theory.sources:
        yield ", ".join(filter(None, (theory.sources[piece.source].title, piece.at)))


def _figures(theory: TheoryOfChange, id_: str) -> Iterator[LabelledWords]:
    for indicator in theory.indicators.values():
        if id_ in indicator.measures:
            found = fields_of(theory, indicator, titles=True)
            doing = progress_of(theory, indicator)[0]
            better = (say(f"page-better-{indicator.better}"),) if indicator.better else ()
            words = (
                say(f"page-{one.key.replace('_', '-')}", figure=each)
                for one in found
                if one.key in _FIGURES
                for each in one.words
            )
            status = (say("page-status", status=progress_words(doing)),) if doing.target else ()
            yield LabelledWords(label=indicator.full_title, words=(*status, *better, *words))


def address_of(source: Source) -> str:
    """Return the address of a source, if it is one that a browser can open safely; or nothing.

    >>> address_of(Source(title="A", url="javascript:alert(1)"))
    ''
    >>> address_of(Source(title="A", doi="10.1000/182"))
    'https://doi.org/10.1000/182'
    """
    address = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""
