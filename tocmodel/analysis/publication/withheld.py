"""Stories, evidence and quotations that may not go out, and what stands in their place.

A claim keeps the number of its pieces of evidence, so no output states that there is none. But
whatever could name someone is gone: titles, words, tellers, sources, places in sources and ids.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve, fields, has

from tocmodel.analysis.publication.consent import may_go_out, names_publication
from tocmodel.analysis.publication.left_out import LeftOut, together
from tocmodel.model import (
    SECTIONS,
    Consent,
    Evidence,
    Link,
    Outcome,
    Quotation,
    Source,
    Story,
    TheoryOfChange,
)
from tocmodel.model.convert import FrozenDict
from tocmodel.model.renaming import referring
from tocmodel.model.theory import Section
from tocmodel.model.value import WITHHELD_STORY

WITHHELD_EVIDENCE = "Withheld evidence"
"""The title in place of that of evidence which may not be published."""

Withheld = tuple[TheoryOfChange, LeftOut]
"""A theory without some of its words, and how many."""


def without_consent(theory: TheoryOfChange, as_of: date | None) -> Withheld:
    """Return a theory without the words of those who did not consent to publication.

    Args:
        theory: the theory.
        as_of: the day of publication, on which consents must hold.

    >>> consent = {"given": "2024", "for": "web"}
    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     stories={"mary": {"title": "Mary"}, "ours": {"title": "Ours", "consent": consent}},
    ... )
    >>> published, left_out = without_consent(theory, None)
    >>> [(story.id, story.title) for story in published.stories.values()], left_out.stories
    ([('withheld-story-1', 'Withheld story'), ('ours', 'Ours')], 1)
    """
    stories = [item.id for item in theory.stories.values() if not _story_goes(item, as_of)]
    evidence = [item.id for item in theory.evidence.values() if not _evidence_goes(item, as_of)]
    new_ids = {
        **_new_ids(stories, "withheld-story", theory),
        **_new_ids(evidence, "withheld-evidence", theory),
    }
    counts = [LeftOut(stories=len(stories), evidence=len(evidence), ended=_ended(theory, as_of))]
    named = _with_new_ids(_without_words(theory, {*stories, *evidence}), new_ids)
    cleared, more = _without_quotes(named, as_of)
    return _without_unused_sources(theory, cleared), together([*counts, *more])


def _story_goes(story: Story, as_of: date | None) -> bool:
    return may_go_out(story.consent, as_of)


def _evidence_goes(evidence: Evidence, as_of: date | None) -> bool:
    """Whether evidence may go out: it quotes nobody and has no consent, or consent that is enough.

    Evidence with a consent that names other uses is someone's, even if the file does not quote it.
    """
    if not evidence.quote and evidence.consent is None:
        return True
    return may_go_out(evidence.consent, as_of)


def _ended(theory: TheoryOfChange, as_of: date | None) -> int:
    """Return how many consents would be enough if the day of publication were known."""
    if as_of is not None:
        return 0
    on_links = (item for link in theory.links for item in link.evidence)
    owners: list[Any] = [*theory.stories.values(), *theory.evidence.values(), *on_links]
    owners += [quote for outcome in theory.outcomes.values() for quote in outcome.quotes]
    consents = [getattr(owner, "consent", None) for owner in owners]
    return sum(bool(item and item.until and names_publication(item)) for item in consents)


def _new_ids(ids: list[str], name: str, theory: TheoryOfChange) -> dict[str, str]:
    """Return an id for each entry that tells nothing of it, and that nothing else has."""
    used = {id_ for section in SECTIONS for id_ in getattr(theory, section)}
    found: dict[str, str] = {}
    number = 0
    for id_ in ids:
        number += 1
        while f"{name}-{number}" in used:
            number += 1
        found[id_] = f"{name}-{number}"
    return found


def _without_words(theory: TheoryOfChange, ids: set[str]) -> TheoryOfChange:
    """Return a theory in which entries with these ids have no words, and are in no translation."""
    stories = {
        id_: Story(id=id_, title=WITHHELD_STORY) if id_ in ids else item
        for id_, item in theory.stories.items()
    }
    evidence = {
        id_: _bare_evidence(item) if id_ in ids else item for id_, item in theory.evidence.items()
    }
    words = {
        language: FrozenDict({id_: item for id_, item in held.items() if id_ not in ids})
        for language, held in theory.translations.items()
    }
    return evolve(
        theory,
        stories=Section(stories),
        evidence=Section(evidence),
        translations=FrozenDict(words),
    )


def _bare_evidence(evidence: Evidence) -> Evidence:
    """Return evidence with its bearing on claims, and no words."""
    return Evidence(
        id=evidence.id,
        title=WITHHELD_EVIDENCE,
        kind=evidence.kind,
        independence=evidence.independence,
        shows=evidence.shows,
        supports=evidence.supports,
        contradicts=evidence.contradicts,
        about=evidence.about,
        test=evidence.test,
        passed=evidence.passed,
        rated=evidence.rated,
    )


def _with_new_ids(theory: TheoryOfChange, new_ids: Mapping[str, str]) -> TheoryOfChange:
    """Return a theory in which some entries have other ids, also where others name them."""
    if not new_ids:
        return theory

    def rename(id_: str) -> str:
        if "->" not in id_:
            return new_ids.get(id_, id_)
        return " -> ".join(new_ids.get(end.strip(), end.strip()) for end in id_.split("->"))

    sections: dict[str, Any] = {
        name: Section(
            {
                rename(id_): evolve(referring(name, entry, rename), id=rename(id_))
                for id_, entry in getattr(theory, name).items()
            }
        )
        for name in SECTIONS
        if name != "views"
    }
    reviews = {
        id_: evolve(review, prompted_by=tuple(map(rename, review.prompted_by)))
        for id_, review in sections["reviews"].items()
    }
    views = {
        id_: referring("views", view, rename)
        for id_, view in theory.views.items()
        if not {view.focus, view.why} & set(new_ids)
    }
    return evolve(
        theory,
        **{**sections, "reviews": Section(reviews), "views": Section(views)},
        links=tuple(referring("links", link, rename) for link in theory.links),
    )


def _without_quotes(
    theory: TheoryOfChange, as_of: date | None
) -> tuple[TheoryOfChange, list[LeftOut]]:
    """Return a theory without quotations that may not go out, and without withheld names."""
    counts: list[LeftOut] = []

    def outcome(item: Outcome) -> Outcome:
        kept = tuple(quote for quote in item.quotes if may_go_out(quote.consent, as_of))
        counts.append(LeftOut(quotes=len(item.quotes) - len(kept)))
        return evolve(item, quotes=tuple(map(nameless_quote, kept)))

    def nameless_quote(quote: Quotation) -> Quotation:
        counts.append(LeftOut(names=int(bool(quote.name and quote.said_by))))
        quote = evolve(quote, consent=_brief(quote.consent))
        return evolve(quote, said_by="") if quote.name else quote

    def story(item: Story) -> Story:
        named = bool(item.name and (item.teller or item.role))
        counts.append(LeftOut(names=int(named)))
        item = evolve(item, consent=_brief(item.consent))
        return evolve(item, teller="", role="") if named else item

    def evidence(item: Evidence) -> Evidence:
        return evolve(item, consent=_brief(item.consent)) if item.consent else item

    def link(item: Link) -> Link:
        held = tuple(map(in_place, item.evidence))
        return item if held == item.evidence else evolve(item, evidence=held)

    def in_place(item: str | Evidence) -> str | Evidence:
        if isinstance(item, str):
            return item
        if _evidence_goes(item, as_of):
            return evolve(item, consent=_brief(item.consent))
        counts.append(LeftOut(evidence=1))
        return _bare_evidence(item)

    made = evolve(
        theory,
        outcomes=Section({id_: outcome(item) for id_, item in theory.outcomes.items()}),
        stories=Section({id_: story(item) for id_, item in theory.stories.items()}),
        evidence=Section({id_: evidence(item) for id_, item in theory.evidence.items()}),
        links=tuple(map(link, theory.links)),
    )
    return made, counts


def _brief(consent: Consent | None) -> Consent | None:
    """Return a consent without how it was given, which may name someone."""
    return evolve(consent, how="") if consent else None


def _without_unused_sources(before: TheoryOfChange, after: TheoryOfChange) -> TheoryOfChange:
    """Return a theory without sources that only withheld words named: a title may name someone."""
    gone = set(_sources(before)) - set(_sources(after))
    kept = {id_: item for id_, item in after.sources.items() if id_ not in gone}
    words = {
        language: FrozenDict({id_: item for id_, item in held.items() if id_ not in gone})
        for language, held in after.translations.items()
    }
    return evolve(after, sources=Section(kept), translations=FrozenDict(words)) if gone else after


def _sources(value: Any) -> "list[str]":
    """Return the ids of the sources that a value of the model names, and those within it."""
    if isinstance(value, tuple):
        return [id_ for item in value for id_ in _sources(item)]
    if isinstance(value, Mapping):
        return [id_ for item in value.values() for id_ in _sources(item)]
    if not has(type(value)) or isinstance(value, Source):
        return []
    named = getattr(value, "source", "")
    found = [named] if isinstance(named, str) and named else []
    for item in fields(type(value)):
        if item.name != "theory":  # an included theory has sources of its own
            found += _sources(getattr(value, item.name))
    return found
