"""A theory as it may be published."""

from datetime import date
from typing import Any

from attrs import evolve, frozen

from tocmodel.analysis.publication.left_out import LeftOut, together
from tocmodel.analysis.publication.small_numbers import without_small_numbers
from tocmodel.analysis.publication.withheld import without_consent
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import SECTIONS, Include, TheoryOfChange
from tocmodel.model.evidence import SUPPRESS_BELOW
from tocmodel.model.theory import Section
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Published(SelfDescribing):
    """A theory without what may not go out.

    Attributes:
        theory: the theory; its ``left_out`` says how much is missing.
        left_out: how much of what was left out.
        texts: entries, and other parts, whose words may spell out a hidden number.
    """

    theory: TheoryOfChange
    left_out: LeftOut
    texts: tuple[str, ...] = ()


def published(
    theory: TheoryLike, *, as_of: date | None = None, suppress_below: int = SUPPRESS_BELOW
) -> Published:
    """Return a theory as it may be published: nothing that is left out is anywhere in it.

    Stories, evidence with a quotation, and quotations go out only where their consent names the web
    or the public, and holds on the day of publication. Small numbers of people are hidden, with
    what they could be worked out from. Notes, which are for those who keep the file, and waivers
    stay at home. What is withheld remains as a claim's evidence, without its words, so that nothing
    looks like a claim without any. Included theories are treated alike.

    Args:
        theory: the theory.
        as_of: the day of publication; without it, a consent with an end counts as ended.
        suppress_below: the smallest count of people that is shown; 0 shows all. An indicator with
            a ``suppress_below`` of its own goes by that.

    >>> story = {"title": "Mary's story", "teller": "mary"}
    >>> theory = TheoryOfChange(
    ...     title="A circle", partners={"mary": {"title": "M"}}, stories={"mary-1": story}
    ... )
    >>> found = published(theory)
    >>> list(found.theory.stories), found.theory.left_out
    (['withheld-story-1'], 'Left out for publication: 1 story')
    """
    theory = as_theory(theory)
    if theory.left_out:  # it has been done
        return Published(theory=theory, left_out=LeftOut())
    within = {
        id_: published(item.theory, as_of=as_of, suppress_below=suppress_below)
        for id_, item in theory.includes.items()
        if item.theory
    }
    spoken, quiet = without_consent(_without_notes(theory), as_of)
    counted, hidden = without_small_numbers(spoken, suppress_below)
    left_out = together([quiet, hidden.left_out, *(part.left_out for part in within.values())])
    includes = {id_: _with_theory(item, within.get(id_)) for id_, item in counted.includes.items()}
    made = evolve(counted, includes=Section(includes), left_out=left_out.words)
    texts = (*hidden.texts, *(text for part in within.values() for text in part.texts))
    return Published(theory=made, left_out=left_out, texts=texts)


def _with_theory(include: Include, part: Published | None) -> Include:
    return evolve(include, theory=part.theory) if part else include


def _without_notes(theory: TheoryOfChange) -> TheoryOfChange:
    """Return a theory without remarks for those who keep the file."""
    sections: dict[str, Any] = {
        name: Section(
            {
                id_: evolve(entry, notes="") if entry.notes else entry
                for id_, entry in getattr(theory, name).items()
            }
        )
        for name in SECTIONS
    }
    links = tuple(evolve(link, notes="") if link.notes else link for link in theory.links)
    return evolve(theory, **sections, links=links, notes="", waivers=())
