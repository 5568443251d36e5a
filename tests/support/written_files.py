"""Theories written out in the manners in which people write them, with remarks all over."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

_PLAIN = re.compile("[A-Za-z][A-Za-z0-9 -]*")
"""Words that need no quotes, whatever surrounds them."""


@frozen(kw_only=True)
class Manner:
    """A manner of writing a file.

    Attributes:
        style: ``block``; ``flush``, with the items of a list right below their key; ``flow``, with
            entries and lists in brackets on a line; ``tall``, with brackets over several lines;
            ``braces``, the same with whole sections in them; ``json``; or ``dense``, which is JSON
            on one line.
        remarks: comments on lines of their own, and after values.
        quote: the quotation marks round words.
        ends: whether the last line ends in a line break.
    """

    style: str
    remarks: bool = True
    quote: str = ""
    ends: bool = True

    @property
    def path(self) -> str:
        """The name of a file that is written so."""
        return "x.toc.json" if self.is_json else "x.toc.yaml"

    @property
    def is_json(self) -> bool:
        """Whether it is JSON, which has no comments and one kind of quotes."""
        return self.style in ("json", "dense")


MANNERS = [
    *(
        Manner(style=style, remarks=remarks, quote=quote, ends=ends)
        for style in ("block", "flush", "flow", "tall", "braces")
        for remarks in (True, False)
        for quote in ("", "'", '"')
        for ends in (True, False)
    ),
    *(
        Manner(style=s, remarks=False, ends=ends)
        for s in ("json", "dense")
        for ends in (True, False)
    ),
]


def written(data: Mapping[str, Any], manner: Manner) -> str:
    """Return the text of a file that holds these data."""
    if manner.is_json:
        indent = 2 if manner.style == "json" else None
        text = json.dumps(data, indent=indent, ensure_ascii=False) + "\n"
    else:
        text = "\n".join(_Writer(manner).lines(data)) + "\n"
    return text if manner.ends else text.rstrip("\n")


class _Writer:
    """Writes YAML; every remark has a number of its own."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._remarks = 0

    def lines(self, data: Mapping[str, Any]) -> Iterator[str]:
        for key, value in data.items():
            yield from self._above("")
            yield from self._entry(key, value, "", 0)

    def _entry(self, key: str, value: Any, margin: str, depth: int) -> Iterator[str]:
        in_brackets = self._manner.style in ("flow", "tall", "braces")
        outermost = 0 if self._manner.style == "braces" else 1
        if isinstance(value, str) and "\n" in value and self._manner.style in ("block", "flush"):
            yield self._line(f"{margin}{key}: |-")
            yield from (f"{margin}  {line}" if line else "" for line in value.split("\n"))
        elif value in (None, {}, []) or not isinstance(value, (dict, list)):
            yield self._line(f"{margin}{key}:{self._word(value, ' ')}")
        elif in_brackets and (depth >= outermost or isinstance(value, list)):
            yield from self._brackets(f"{margin}{key}: ", value, margin)
        elif isinstance(value, dict):
            yield self._line(f"{margin}{key}:")
            for inner, held in value.items():
                yield from self._above(margin + "  ")
                yield from self._entry(inner, held, margin + "  ", depth + 1)
        else:
            yield self._line(f"{margin}{key}:")
            inside = margin if self._manner.style == "flush" else margin + "  "
            for item in value:
                yield from self._above(inside)
                yield self._line(f"{inside}-{self._word(item, ' ')}")

    def _brackets(self, head: str, value: Any, margin: str) -> Iterator[str]:
        opening, close = "{}" if isinstance(value, dict) else "[]"
        if self._manner.style == "flow":
            yield self._line(f"{head}{self._flow(value)}")
            return
        yield self._line(f"{head}{opening}")
        for item in value:
            yield from self._above(margin + "  ")
            text = f"{item}: {self._flow(value[item])}" if opening == "{" else self._flow(item)
            yield self._line(f"{margin}  {text},")
        yield self._line(f"{margin}{close}")

    def _flow(self, value: Any) -> str:
        if isinstance(value, dict):
            inside = ", ".join(f"{key}: {self._flow(held)}" for key, held in value.items())
            return f"{{{inside}}}"
        if isinstance(value, list):
            return f"[{', '.join(map(self._flow, value))}]"
        return self._word(value, "")

    def _word(self, value: Any, space: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            return f"{space}{json.dumps(value)}"
        if self._manner.quote == "'" and "\n" not in value:
            return space + "'" + value.replace("'", "''") + "'"
        if self._manner.quote == '"' or not _PLAIN.fullmatch(value):
            return space + json.dumps(value, ensure_ascii=False)
        return space + value

    def _above(self, margin: str) -> Iterator[str]:
        if self._manner.remarks:
            yield f"{margin}{self._remark()}"

    def _line(self, text: str) -> str:
        return f"{text}  {self._remark()}" if self._manner.remarks else text

    def _remark(self) -> str:
        self._remarks += 1
        return f"# remark {self._remarks}: it's {{kept}}"


def remarks_in(text: str) -> list[str]:
    """The remarks in a text, in order."""
    return [line[line.index("# remark") :] for line in text.splitlines() if "# remark" in line]
