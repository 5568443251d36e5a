"""Read XMILE, the format of system dynamics models (Stella, Vensim): stocks, flows, auxiliaries.

Source: XML Interchange Language for System Dynamics (XMILE) 1.0, OASIS, 2015.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.html_text import html_words
from tocmodel.conversion.labels import sign_of
from tocmodel.conversion.markup import root_name, xml_file
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally
from tocmodel.package import XmlElement

_KINDS = {"stock": "stock", "flow": "flow", "aux": "auxiliary"}
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_NAME = re.compile(rf"(?:{_QUOTED}|[^\W\d][\w$]*)(?:\.(?:{_QUOTED}|[\w$]+))*")
_PART = re.compile(rf"{_QUOTED}|[^.]+")
_LONGEST_EQUATION = 20_000
_COMMENT = re.compile(r"\{[^{}]*\}")


def recognises(data: bytes, name: str) -> bool:
    """Whether the outermost element is that of XMILE."""
    return root_name(data) == "xmile"


def read(data: bytes, name: str) -> Sketch:
    """Read the variables of a model, and what each depends on.

    Raises:
        ForeignFileError: it is not XMILE, or a variable has no name.
    """
    root = xml_file(data, name)
    models = list(root.each("model"))
    if root.name != "xmile" or not models:
        raise unreadable(name, "an XMILE file has a model, and this has none", line=root.line)
    reader = _Reader(name)
    for model in models:
        reader.variables(model)
    for model in models:
        reader.flows(model)
        reader.connectors(model)
        reader.modules(model)
    reader.equations()
    header = root.first("header")
    return Sketch(
        title=header.text_of("name") if header is not None else "",
        description=header.text_of("caption") if header is not None else "",
        boxes=tuple(reader.boxes.values()),
        lines=tuple(reader.lines.values()),
        notes=reader.tally.notes(),
    )


@frozen
class _Reader:
    name: str
    tally: Tally = field(factory=Tally)
    boxes: dict[str, SketchBox] = field(factory=dict)
    lines: dict[tuple[str, str], SketchLine] = field(factory=dict)
    formulas: dict[str, str] = field(factory=dict)
    stocks: set[str] = field(factory=set)

    def variables(self, model: XmlElement) -> None:
        holder = model.first("variables")
        prefix = _prefix(model)
        groups = _groups(holder, prefix)
        places = _places(model, prefix)
        for item in holder.each(*_KINDS) if holder is not None else ():
            title = _plain(item.get("name"))
            if not title:
                raise unreadable(self.name, "this variable has no name", line=item.line)
            key = prefix + _folded(title)
            self._count(item)
            equations = [part.text.strip() for part in item.within("eqn") if part.text.strip()]
            fields = {"equation": one_line("; ".join(equations))} if equations else {}
            if units := item.text_of("units"):
                fields["units"] = one_line(units)
            self.formulas[key] = "\n".join(equations)
            if item.name == "stock":
                self.stocks.add(key)
            self.boxes[key] = SketchBox(
                key=key,
                title=title,
                style=_KINDS[item.name],
                group=groups.get(key, _plain(model.get("name"))),
                description=html_words(item.text_of("doc")),
                position=places.get(key),
                place=f"line {item.line}",
                keys={"fields": fields} if fields else {},
            )

    def _count(self, item: XmlElement) -> None:
        self.tally.lost("{}", "graphical function", item.first("gf") is not None)
        self.tally.lost("the dimensions of {}", "array", item.first("dimensions") is not None)

    def flows(self, model: XmlElement) -> None:
        """Add the links between flows and stocks: what flows in adds, what flows out takes."""
        holder, prefix = model.first("variables"), _prefix(model)
        for stock in holder.each("stock") if holder is not None else ():
            key = prefix + _folded(_plain(stock.get("name")))
            for side, sign in (("inflow", "+"), ("outflow", "-")):
                for flow in stock.each(side):
                    self._add(_known(prefix, flow.text, self.boxes), key, sign, flow.line)

    def connectors(self, model: XmlElement) -> None:
        """Add the links that the picture of the model shows, with their signs."""
        prefix = _prefix(model)
        for view in model.within("view"):
            aliases = {item.get("uid"): item.text_of("of") for item in view.each("alias")}
            for item in view.each("connector"):
                alias = item.first("from", "alias")
                source = (
                    aliases.get(alias.get("uid"), "") if alias is not None else item.text_of("from")
                )
                cause, effect = (
                    _known(prefix, text, self.boxes) for text in (source, item.text_of("to"))
                )
                if cause in self.boxes and effect in self.boxes:
                    self._add(cause, effect, sign_of(item.get("polarity")), item.line)
                else:
                    self.tally.lost("{} of modules in the picture", "connector")

    def modules(self, model: XmlElement) -> None:
        """Add the links between the variables of models within models."""
        holder = model.first("variables")
        for module in holder.each("module") if holder is not None else ():
            prefix = _folded(_plain(module.get("name"))) + "."
            for item in module.each("connect"):
                cause = _known("", item.get("from"), self.boxes)
                effect = _known("" if "." in item.get("to") else prefix, item.get("to"), self.boxes)
                self._add(cause, effect, "+", item.line)

    def equations(self) -> None:
        """Add the links that only the equations have; they have no sign."""
        found = 0
        for key, text in self.formulas.items():
            if key in self.stocks:  # the equation of a stock is the value at its start
                continue
            prefix = key[: key.index(".") + 1] if "." in key else ""
            for name in dict.fromkeys(_names(text[:_LONGEST_EQUATION])):
                cause = _known(prefix, name, self.boxes)
                if cause in self.boxes and cause != key and (cause, key) not in self.lines:
                    self._add(cause, key, "", 0)
                    found += 1
        self.tally.guessed("{} without a sign read from the equations", "link", found)

    def _add(self, cause: str, effect: str, sign: str, line: int) -> None:
        before = self.lines.get((cause, effect))
        if before is not None and (before.sign or not sign):
            return
        self.lines[cause, effect] = SketchLine(
            cause=cause, effect=effect, sign=sign, place=f"line {line}" if line else ""
        )


def _prefix(model: XmlElement) -> str:
    name = _folded(_plain(model.get("name")))
    return f"{name}." if name else ""


def _known(prefix: str, name: str, boxes: Mapping[str, SketchBox]) -> str:
    """Return the key of a name: first as one of this model, then as one of the whole.

    Each part of it may be in quotes: that of a model, and that of a variable in it.
    """
    plain = ".".join(_folded(_plain(part)) for part in _PART.findall(name.strip()))
    return prefix + plain if prefix + plain in boxes else plain


def _plain(name: str) -> str:
    r"""Return a name as people write it.

    >>> _plain('"Heat_Loss to\\nRoom"'), _plain("birth_rate")
    ('Heat Loss to Room', 'birth rate')
    """
    text = name.strip().removeprefix('"').removesuffix('"').replace("\\n", " ")
    return " ".join(text.replace("_", " ").replace("\u00a0", " ").split())


def _folded(name: str) -> str:
    return name.casefold()


def _names(equation: str) -> Iterator[str]:
    yield from _NAME.findall(_COMMENT.sub(" ", equation))


def _groups(holder: XmlElement | None, prefix: str) -> dict[str, str]:
    groups: Iterable[XmlElement] = holder.each("group") if holder is not None else ()
    return {
        prefix + _folded(_plain(entity.get("name"))): _plain(group.get("name"))
        for group in groups
        for entity in group.each("entity")
    }


def _places(model: XmlElement, prefix: str) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for view in model.within("view"):
        for item in view.each(*_KINDS):
            try:
                place = float(item.get("x")), float(item.get("y"))
            except ValueError:
                continue
            found.setdefault(prefix + _folded(_plain(item.get("name"))), place)
    return found
