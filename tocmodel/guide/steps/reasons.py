"""Step 6: the reasons why one thing leads to another, and how people respond."""

from collections.abc import Iterator
from functools import partial

from tocmodel.diagnostics import Pointer
from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_to_list, links_with_addresses, set_text, theory_of
from tocmodel.guide.question import GuideQuestion, GuideStep, Typed, choices_from, quoted
from tocmodel.model import Link, TheoryOfChange


def open_links(document: Document) -> Iterator[tuple[Link, Pointer]]:
    """Yield the links between activities and outcomes that can have keys, with their addresses.

    The latest in the file comes first: the guide goes back from the goal, and people read on to it.
    """
    theory = theory_of(document)
    ends = {*theory.interventions, *theory.outcomes}
    for link, at in reversed(list(links_with_addresses(document))):
        if link.from_ in ends and link.to in ends:
            yield link, at


def link_words(theory: TheoryOfChange, link: Link) -> str:
    """Return a link in words, with the titles of its ends."""
    return _ends(theory, link, "leads to")


def _ends(theory: TheoryOfChange, link: Link, verb: str) -> str:
    cause, effect = theory.element(link.from_).title, theory.element(link.to).title
    return f"{quoted(cause)} {verb} {quoted(effect)}"


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    for link, at in open_links(document):
        yield GuideQuestion(
            id=f"because of {link.from_} -> {link.to}",
            words=f"Why would {_ends(theory, link, 'lead to')}? Because …",
            example="it is easier to ask someone whom you have met at home",
            write=partial(_set_because, at=at),
            so_far=(link.because,) if link.because else (),
            is_single=True,
        )
    for id_, activity in theory.interventions.items():
        links = [(link, at) for link, at in open_links(document) if link.from_ == id_]
        if links:
            yield GuideQuestion(
                id=f"response to {id_}",
                words=(
                    f"What do people think or feel differently because of {quoted(activity.title)}?"
                ),
                example="Families know someone at school, so it feels safe to ask",
                write=partial(_add_response, links=tuple(at for _, at in links)),
                so_far=_responses(theory, [link for link, _ in links]),
                choices=choices_from(theory.mechanisms),
            )
    for id_, mechanism in theory.mechanisms.items():
        yield GuideQuestion(
            id=f"resource of {id_}",
            words=f"What do you offer, that leads to {quoted(mechanism.title)}?",
            example="A person whom they have met at home",
            write=partial(_set_resource, mechanism=id_),
            so_far=(mechanism.resource,) if mechanism.resource else (),
            is_single=True,
        )


def _responses(theory: TheoryOfChange, links: list[Link]) -> tuple[str, ...]:
    ids = dict.fromkeys(id_ for link in links for id_ in link.via)
    return tuple(theory.mechanisms[id_].title for id_ in ids if id_ in theory.mechanisms)


def _set_because(document: Document, answer: Typed, *, at: Pointer) -> Document:
    return set_text(document, at, "because", answer.words)


def _add_response(document: Document, answer: Typed, *, links: tuple[Pointer, ...]) -> Document:
    if answer.chosen:
        mechanism = answer.chosen[0]
    else:
        document, mechanism = add_entry(document, "mechanisms", {"title": answer.words})
    for at in links:
        document = add_to_list(document, at, "via", [mechanism])
    return document


def _set_resource(document: Document, answer: Typed, *, mechanism: str) -> Document:
    return set_text(document, ("mechanisms", mechanism), "resource", answer.words)


REASONS = GuideStep(
    title="The reasons",
    about=(
        "Why would it work? A reason lets others question a link, and test it. People decide "
        "whether your work works, so ask how they respond."
    ),
    ask=_ask,
)
