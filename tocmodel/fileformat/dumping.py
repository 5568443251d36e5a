"""Turn a theory into plain data and into the text of a file."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Literal

import yaml
from attrs import NOTHING, Attribute, fields

from tocmodel.fileformat.loading import VERSION, TheoryLike, as_theory
from tocmodel.model import Criterion, Entry, Figure, Indicator, Link
from tocmodel.model.evidence import ONE_OR_SEVERAL
from tocmodel.model.links import each_pair
from tocmodel.syntax.scalars import resolve, resolve_as_written
from tocmodel.system.files import write_atomically

SyntaxName = Literal["yaml", "json"]


def dump(theory: TheoryLike, path: str | Path) -> None:
    """Write a theory to a file: as JSON if the name ends in ``.json``, else as YAML.

    The file is replaced as a whole or not at all. ``load`` gives back an equal theory.

    Raises:
        TocModelError: the file cannot be written.
    """
    format_: SyntaxName = "json" if str(path).lower().endswith(".json") else "yaml"
    write_atomically(Path(path), dumps(theory, format_).encode("utf-8"))


def dumps(theory: TheoryLike, format: SyntaxName = "yaml") -> str:  # noqa: A002  # the field's word
    """Return the text of a file that holds this theory.

    >>> from tocmodel.model import TheoryOfChange
    >>> print(dumps(TheoryOfChange(title="A small theory")), end="")
    tocmodel: 1
    title: A small theory
    """
    data = to_data(theory)
    if format == "json":
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return yaml_text(data)


def yaml_text(data: Any, *, braces: bool = False) -> str:
    r"""Return plain data as YAML for our own reader; with ``braces``, on one line.

    >>> print(yaml_text({"title": "Joy 😀", "summary": "one\ntwo"}), end="")
    title: Joy 😀
    summary: |-
      one
      two
    """
    text = _written(data, braces=braces)
    return _with_emoji(data, braces=braces) if "\\U000" in text else text


def _written(data: Any, *, braces: bool) -> str:
    text: str = yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=braces,
        width=2**31 - 1 if braces else 100,
    )
    return text


def _with_emoji(data: Any, *, braces: bool) -> str:
    """Write letters beyond U+FFFF as they are; libyaml would write only their numbers.

    Private-use letters that the data lack replace them while libyaml works.
    """
    text = json.dumps(data, ensure_ascii=False)
    held = frozenset(text)
    free = (letter for letter in map(chr, range(0xE000, 0xF900)) if letter not in held)
    places = list(zip(sorted(letter for letter in held if letter > "\uffff"), free, strict=False))
    places_by_code = {ord(letter): place for letter, place in places}
    back = {ord(place): letter for letter, place in places}
    return _written(json.loads(text.translate(places_by_code)), braces=braces).translate(back)


def entry_data(entry: Entry) -> dict[str, Any]:
    """Return one entry as the plain data below its id.

    >>> from tocmodel.model import Outcome
    >>> entry_data(Outcome(id="fed", title="Children are fed", horizon="short"))
    {'title': 'Children are fed', 'horizon': 'short'}
    """
    data: dict[str, Any] = plain_data(entry)
    return data


def to_data(theory: TheoryLike) -> dict[str, Any]:
    """Return a theory as the plain data of its file, without values that equal a default."""
    theory = as_theory(theory)
    found = {"tocmodel": VERSION, **stated_data(theory)}
    return {**found, "links": list(_statements(theory.links))} if theory.links else found


def stated_data(value: Any) -> dict[str, Any]:
    """Return the fields of a value of the model as plain data, without those at their default.

    >>> stated_data(Link(from_="a", to="b", strength="weak"))
    {'from': 'a', 'to': 'b', 'strength': 'weak'}
    """
    return {
        attribute.name.rstrip("_"): plain_data(getattr(value, attribute.name))
        for attribute in fields(type(value))
        if attribute.name != "id" and attribute.eq and not _is_default(value, attribute)
    }


def _is_default(value: Any, attribute: "Attribute[Any]") -> bool:
    default: Any = attribute.default
    if default is NOTHING:
        return False
    make: Callable[[], Any] | None = getattr(default, "factory", None)
    if make is not None:
        default = make()
    held = getattr(value, attribute.name)
    return bool(held == default and type(held) is type(default))


def plain_data(value: Any) -> Any:
    """Return any value of the model as plain data: texts, numbers, lists and dictionaries."""
    if value is None or isinstance(value, str | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, tuple):
        return [plain_data(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain_data(item) for key, item in value.items()}
    write = _SPECIAL.get(type(value))
    return write(value) if write else stated_data(value)


def _statements(links: Sequence[Link]) -> Iterator[Any]:
    """Write links one by one, and those that are part of one statement together."""
    place = 0
    while place < len(links):
        link = links[place]
        pairs = each_pair(link, *link.together) if link.together else ()
        if len(pairs) > 1 and pairs == tuple(links[place : place + len(pairs)]):
            causes, effects = map(list, link.together or ())
            yield {**stated_data(link), "from": _one_or_list(causes), "to": _one_or_list(effects)}
            place += len(pairs)
        else:
            yield _link(link)
            place += 1


def _one_or_list(ids: list[str]) -> Any:
    return ids[0] if len(ids) == 1 else ids


def _link(link: Link) -> Any:
    """Write a link as a chain if it has nothing but its two ends."""
    data = stated_data(link)
    return f"{link.from_} -> {link.to}" if set(data) == {"from", "to"} else data


def _figure(figure: Figure) -> Any:
    """Write a figure as a number if it has nothing else."""
    data = stated_data(figure)
    return figure.value if set(data) == {"value"} else data


def _criterion(criterion: Criterion) -> Any:
    """Write a criterion as a value, or a list of values, if it has nothing else."""
    data = stated_data(criterion)
    if set(data) != {"is"}:
        return data
    return data["is"][0] if len(data["is"]) == 1 else data["is"]


def _indicator(indicator: Indicator) -> Any:
    """Write one baseline or target as it is, and several as a list."""
    data = stated_data(indicator)
    for name in ONE_OR_SEVERAL:
        if len(data.get(name, ())) == 1:
            [data[name]] = data[name]
    return data


_SPECIAL: Mapping[type, Callable[[Any], Any]] = {
    Link: _link,
    Criterion: _criterion,
    Figure: _figure,
    Indicator: _indicator,
}


class _OwnText(str):
    """A text in a partnership's own column, where a number keeps its spelling."""

    __slots__ = ()


_BASE: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_BASE):  # type: ignore[misc]  # the base is only known at run time
    """Writes YAML for our own reader: YAML 1.2 core, no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: Any, text: str) -> Any:
    style = None
    if "\u2028" in text or "\u2029" in text:
        style = '"'  # YAML takes these for line breaks, and loses them anywhere else
    elif "\n" in text:  # a block keeps them as they are; its edges are safer in quotes
        style = '"' if text[0] in " \n" or text.endswith("\n\n") else "|"
    elif resolve(text) is not text and resolve(text) != text:
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_DIGITS = frozenset("+-.0123456789")


def _own_text(dumper: Any, text: str) -> Any:
    if text[:1] not in _DIGITS or resolve_as_written(text) is not text:
        return _text(dumper, str(text))
    # With the tag that the dumper itself would guess, the word needs no quotes.
    tag = dumper.resolve(yaml.ScalarNode, text, (True, False))
    return dumper.represent_scalar(tag, str(text))


def _float(dumper: Any, number: float) -> Any:
    """Write a number as Python spells it, which the reader accepts as its own spelling."""
    text = repr(number)
    return dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, text, (True, False)), text)


def _mapping(dumper: Any, data: Mapping[str, Any]) -> Any:
    own = data.get("fields")
    if isinstance(own, Mapping):
        typed = {key: _OwnText(item) if type(item) is str else item for key, item in own.items()}
        data = {**data, "fields": typed}
    return dumper.represent_dict(data)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_OwnText, _own_text)
_Dumper.add_representer(float, _float)
_Dumper.add_representer(dict, _mapping)
