"""From a theory to a report: its picture, its chapters or those for an audience, and its title."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from attrs import evolve, frozen

from tocmodel.analysis.titles import words_for
from tocmodel.diagnostics import TocModelError, UnknownIdError, did_you_mean
from tocmodel.diagram.notes import date_of
from tocmodel.documents.audiences import AUDIENCES
from tocmodel.documents.audiences.easy_read import without_plain_words
from tocmodel.documents.blocks import Block, Callout, Illustration, SectionHeading, paragraph, runs
from tocmodel.documents.chapters import CHAPTERS
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.small_picture import small_picture
from tocmodel.documents.subject import ReportSubject
from tocmodel.drawing import draw
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.frameworks import Framework
from tocmodel.model import Labels, View
from tocmodel.model.choices import ShowAs
from tocmodel.narrative.opening import date_words
from tocmodel.report.outline import listed
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import imagined_words


@frozen(kw_only=True)
class PictureOptions(SelfDescribing):
    """How the picture of a report is drawn.

    Attributes:
        view: a view, or the id of one of the theory's; empty for its first.
        frameworks: the partnership's own frameworks that the view needs.
        font: the font files to use for the letters they have, also in the words of a PDF.
        engine: the layout engine; empty for the first that is installed.
        time_limit: the most seconds for each run of the engine.
    """

    view: View | str = ""
    frameworks: tuple[Framework, ...] = ()
    font: tuple[Path, ...] = ()
    engine: str = ""
    time_limit: float = 30.0


def report_on(
    theory: TheoryLike,
    *,
    audience: str | None = None,
    sections: Iterable[str] = (),
    language: str | None = None,
    picture: PictureOptions | None = None,
) -> WrittenReport:
    """Return a report on a theory: everything in it, some chapters, or what an audience needs.

    Every sentence is true to the theory: what is hoped for, inferred, disputed, imagined or
    withheld is called so, and nothing is filled in that the theory does not state.

    Args:
        theory: the theory, with those it includes.
        audience: ``board``, ``lottery``, ``ref`` or ``easy-read``; by default a full report.
        sections: the names of chapters, for a report of these alone.
        language: the language of the titles, where the theory is translated.
        picture: how the picture is drawn.

    Raises:
        UnknownIdError: there is no such audience, chapter, view or language.
        TocModelError: both an audience and chapters are named.

    >>> from tocmodel.model import TheoryOfChange
    >>> theory = TheoryOfChange(title="Breakfast", outcomes={"fed": {"title": "Children are fed"}})
    >>> report = report_on(theory, sections=["monitoring"])
    >>> report.title, report.blocks[0].text
    ('Breakfast', 'Monitoring framework')
    """
    wanted, options = audience or "", picture or PictureOptions()
    subject = subject_of(theory, language or "", options, audience=wanted)
    return report_from(subject, audience=wanted, sections=sections)


def report_from(
    subject: ReportSubject, *, audience: str = "", sections: Iterable[str] = ()
) -> WrittenReport:
    """Return a report on a subject.

    Raises:
        UnknownIdError: there is no such audience or chapter.
        TocModelError: both an audience and chapters are named.
    """
    names = tuple(sections)
    if audience and names:
        raise TocModelError("an audience has its own chapters: leave out --for or --sections")
    for name in names:
        _known(name, CHAPTERS, "chapter")
    if not audience:
        return _with_chapters(subject, names)
    chosen = AUDIENCES[audience]
    return _report(subject, chosen.title, chosen.blocks(subject), is_large=chosen.is_large)


def _known(name: str, among: Iterable[str], noun: str) -> None:
    known = tuple(among)
    if name and name not in known:
        near = did_you_mean(name, known) or f"; there are {', '.join(known)}"
        raise UnknownIdError(f"there is no {noun} '{name}'{near}")


def subject_of(
    theory: TheoryLike, language: str, picture: PictureOptions, *, audience: str = ""
) -> ReportSubject:
    """Return the subject of a report.

    Raises:
        UnknownIdError: there is no such audience, view or language.
    """
    _known(audience, AUDIENCES, "audience")
    given = as_theory(theory)
    draw_it = partial(
        draw,
        given,
        engine=picture.engine or None,
        time_limit=picture.time_limit,
        language=language or None,
        frameworks=picture.frameworks,
        font=picture.font,
    )
    drawing = small_picture(draw_it, picture.view or None) if audience == "board" else None
    if audience == "easy-read" and not picture.view:
        drawing = draw_it(EASY_VIEW, page="slide")
    words = words_for(given.whole, language, plain=audience == "easy-read")
    parts = tuple(one.theory for one in given.includes.values() if one.theory)
    return ReportSubject(words, drawing or draw_it(picture.view or None, page="A4"), parts)


EASY_VIEW = View(
    id="easy-read",
    title="What we do, and what changes",
    show=("interventions", "outcomes"),
    labels=Labels.PLAIN,
    assumptions=ShowAs.HIDDEN,
    risks=ShowAs.HIDDEN,
    indicators=ShowAs.HIDDEN,
)
"""The picture of an easy-read report."""


def _with_chapters(subject: ReportSubject, names: tuple[str, ...]) -> WrittenReport:
    chapters = [CHAPTERS[name] for name in (names or CHAPTERS)]
    found = [(chapter, chapter.blocks(subject)) for chapter in chapters]
    blocks = [
        block
        for chapter, made in found
        if made or names
        for block in _with_title(chapter.title, made or _NOTHING)
    ]
    return _report(subject, "", blocks, has_cover=not names)


_NOTHING = (paragraph("The theory states nothing about this."),)


def _with_title(title: str, made: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a chapter with its title, which a picture with a page of its own has on its page."""
    first = made[0] if made else None
    if isinstance(first, Illustration) and first.own_page:
        return (evolve(first, heading=title), *made[1:])
    return (SectionHeading(title), *made)


def _report(
    subject: ReportSubject,
    purpose: str,
    blocks: Iterable[Block],
    *,
    is_large: bool = False,
    has_cover: bool = False,
) -> WrittenReport:
    theory = subject.theory
    return WrittenReport(
        title=subject.words.theory_title,
        subtitle=tuple(_subtitle(subject, purpose)),
        language=subject.words.language or theory.language,
        imagined=imagined_words(theory),
        date=date_of(theory),
        blocks=(*_warning(subject), *blocks),
        is_large=is_large,
        has_cover=has_cover,
        font=subject.drawing.font if subject.drawing else (),
        notes=tuple(_notes(subject)),
    )


def _notes(subject: ReportSubject) -> Iterator[str]:
    if subject.drawing is not None and (found := subject.drawing.diagram.untranslated):
        yield f"there are no words in '{subject.words.language}' for: {listed(found)}"
    if subject.words.plain and (found := without_plain_words(subject)):
        yield f"these have no plain words, so their titles are used: {listed(found)}"


def _subtitle(subject: ReportSubject, purpose: str) -> Iterator[str]:
    place, revision = subject.theory.place, subject.theory.revision
    parts = (
        ", ".join(filter(None, (place.name, place.area))) if place else "",
        f"revision: {revision.label}" if revision and revision.label else "",
        f"agreed {date_words(revision.agreed_on)}" if revision and revision.agreed_on else "",
    )
    yield from filter(None, (purpose, " · ".join(filter(None, parts))))


def _warning(subject: ReportSubject) -> tuple[Block, ...]:
    left_out = subject.theory.left_out
    note = (Callout(runs(f"{left_out}.")),) if left_out else ()
    words = imagined_words(subject.theory)
    if not words:
        return note
    made_up = (
        "Everything in it is made up: the place, the people, the figures and the evidence."
        if subject.theory.imagined
        else "A theory that it includes is made up."
    )
    return (Callout(runs(f"{words}. {made_up}")), *note)
