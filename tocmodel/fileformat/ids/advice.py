"""Give advice on an unknown id: a matching title, a similar id, or where to add it."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from tocmodel.diagnostics import nearest
from tocmodel.fileformat.ids.known_ids import KnownIds, as_written, folded
from tocmodel.model import Reference
from tocmodel.model.section_names import SECTION_NAMES

ONE_ID = frozenset(
    "condition focus funder group indicator intervention owner part_of partner reframes source "
    "space teller value why".split()
)
"""Fields that hold one id, not a list."""

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_SEPARATORS = re.compile(r"\s*[,;&+]\s*|\s+and\s+")
_MANY = 3
_MOST_CHOICES = 8
_LONGEST = 60
_LONGEST_LIST = 500
_IN_PLACE = MappingProxyType({"assumes": "assumptions", "evidence": "evidence"})
"""Fields of a link that accept a whole entry instead of an id."""

Advice = tuple[str, str]
"""The problem and its solution."""


def advice(name: str, reference: Reference, known: KnownIds) -> Advice:
    """Return the problem and solution for a name that is not an id of the right kind."""
    targets = reference.targets
    section = known.sections.get(name)
    if section is not None:
        message = (
            f"'{name}' is in {section}, where {_with_article(expected_words(targets))} is expected"
        )
        return message, _choices(targets, known)
    if not name:
        return "an arrow has nothing at one of its ends", "write an id at each end"
    return (
        _of_a_title(name, targets, known)
        or _of_several(name, reference, known)
        or _of_one_with_a_reason(name, reference, known)
        or _of_one_that_is_near(name, targets, known)
        or _of_a_word_that_is_near(name, reference)
        or _of_nothing(name, reference, known)
    )


def of_an_arrow(text: str, known: KnownIds) -> Advice:
    """Return the problem and solution for a chain whose arrows are not where they are meant."""
    title = known.title_in_chain(text)
    if title is not None:
        message = f"the title '{_short(title)}' contains an arrow, so it cannot be in a chain"
        return message, "write the link out, with 'from' and 'to', or use the id"
    meant = " -> ".join(known.chain(text))
    return f"'{_short(text)}' has an arrow other than '->'; did you mean '{_short(meant)}'?", ""


def expected_words(targets: tuple[str, ...]) -> str:
    """Return the expected kinds of entry, in words.

    >>> expected_words(("assets", "inputs")), expected_words(("assets", "inputs", "groups"))
    ('asset or input', 'asset, input or group')
    """
    if len(targets) > _MANY:
        return "element"
    *before, last = (SECTION_NAMES[target].one for target in targets)
    return f"{', '.join(before)} or {last}" if before else last


def _choices(targets: tuple[str, ...], known: KnownIds) -> str:
    """List the possible ids; for many kinds of entry, describe them instead."""
    if len(targets) > _MANY:
        return (
            "write the id of something in the story itself, such as an outcome or an intervention"
        )
    ids = [id_ for id_, section in known.sections.items() if section in targets]
    if not ids:
        return f"there is none yet: add it under {_sections(targets)}"
    more = " ..." if len(ids) > _MOST_CHOICES else ""
    return f"there is {', '.join(ids[:_MOST_CHOICES])}{more}"


def _of_a_title(name: str, targets: tuple[str, ...], known: KnownIds) -> Advice | None:
    ids = known.titles.get(folded(name), ())
    fitting = [id_ for id_ in ids if known.sections[id_] in targets]
    if len(fitting) > 1:
        return (
            f"'{_short(name)}' is the title of {_quoted(fitting, 'and')}",
            f"write the id that is meant: {' or '.join(fitting)}",
        )
    if fitting:
        written = as_written(fitting[0])
        return f"'{_short(name)}' is the title of '{fitting[0]}'; write {written}", ""
    if ids:
        where = f"'{ids[0]}' in {known.sections[ids[0]]}"
        expected = f"where {_with_article(expected_words(targets))} is expected"
        message = f"'{_short(name)}' is the title of {where}, {expected}"
        return message, _choices(targets, known)
    return None


def _of_several(name: str, reference: Reference, known: KnownIds) -> Advice | None:
    if len(name) > _LONGEST_LIST:
        return None
    pieces = [piece for piece in _SEPARATORS.split(name) if piece]
    ids = [known.meant(piece, reference.targets) for piece in pieces]
    found = [id_ for id_ in ids if id_]
    by_comma = "," in name or ";" in name
    if len(pieces) < 2 or not (len(found) == len(ids) or (found and by_comma)):
        return None
    written = [as_written(id_) if id_ else piece for id_, piece in zip(ids, pieces, strict=True)]
    if reference.section == "links" and reference.field in ("from", "to"):
        message = f"'{_short(name)}' is one text that names several"
        return (
            message,
            f"write the link out, with 'from' and 'to': [{', '.join(written)}] is a list",
        )
    if reference.field.rpartition("/")[2] in ONE_ID:
        noun = expected_words(reference.targets)
        return f"'{_short(name)}' names several where one {noun} is expected", (
            f"write only one: {' or '.join(written)}"
        )
    return f"'{_short(name)}' is one text where a list is expected", (
        f"write [{', '.join(written)}]"
    )


def _of_one_with_a_reason(name: str, reference: Reference, known: KnownIds) -> Advice | None:
    """Find ``a -> b because ...`` and ``a -> b (...)``: a link with a reason is written out."""
    if len(name) > _LONGEST_LIST:
        return None
    parts = _REASON.split(name, maxsplit=1)
    id_ = known.meant(parts[0].strip(), reference.targets) if len(parts) > 1 else None
    if reference.section != "links" or id_ is None:
        return None
    message = f"'{_short(name)}' holds more than an id"
    return message, "write the link out, with 'from', 'to' and 'because'"


_REASON = re.compile(r"\s+because\s+|\s*[(:;]\s*|\s+[–—]\s+", re.IGNORECASE)


def _of_one_that_is_near(name: str, targets: tuple[str, ...], known: KnownIds) -> Advice | None:
    ids = sorted(id_ for id_, section in known.sections.items() if section in targets)
    near = nearest(name, ids)
    if near:
        return f"no {expected_words(targets)} '{_short(name)}'; did you mean '{near}'?", ""
    titles = {
        title: id_
        for title, several in known.titles.items()
        for id_ in several
        if known.sections[id_] in targets
    }
    title = nearest(folded(name), sorted(titles))
    if title:
        message = f"no {expected_words(targets)} '{_short(name)}'; did you mean '{titles[title]}'?"
        return message, f"its title is similar: {_short(title)}"
    return None


def _of_a_word_that_is_near(name: str, reference: Reference) -> Advice | None:
    near = nearest(name, reference.words)
    if near is None:
        return None
    noun = expected_words(reference.targets)
    return f"no {noun} '{_short(name)}'; did you mean '{near}'?", ""


def _of_nothing(name: str, reference: Reference, known: KnownIds) -> Advice:
    targets = reference.targets
    return f"no {expected_words(targets)} '{_short(name)}'", _where_to_add(name, reference, known)


def _where_to_add(name: str, reference: Reference, known: KnownIds) -> str:
    targets, field = reference.targets, reference.field.rpartition("/")[2]
    outer, slash, _ = name.partition("/")
    if slash and _ID.fullmatch(outer):
        if outer in known.included:
            return f"'{outer}' is included from a file of its own: add it there, or correct the id"
        return f"add '{outer}' under 'includes', or correct the id"
    section = targets[0] if len(targets) == 1 else ""
    if reference.section == "links" and field in _IN_PLACE and not _ID.fullmatch(name):
        return f"write '{{title: {_short(name)}}}' to state it in place of an id"
    if _ID.fullmatch(name):
        return f"add it under {_sections(targets)}, or correct the id"
    if name.startswith(("http://", "https://", "www.")) and section == "sources":
        return "add the source under 'sources', with this as its 'url', and write its id here"
    return f"give it an id under {_sections(targets)}, with this title, and write the id here"


def _sections(targets: tuple[str, ...]) -> str:
    """Name the possible sections for an entry; of many, the most common ones."""
    if len(targets) > _MANY:
        return "'outcomes', 'interventions' or the section where it belongs"
    return _quoted(list(targets), "or")


def _quoted(words: Iterable[str], last: str) -> str:
    *before, final = [f"'{word}'" for word in words]
    return f"{', '.join(before)} {last} {final}" if before else final


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} ..."


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
