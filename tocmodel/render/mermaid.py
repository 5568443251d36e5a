"""A diagram as Mermaid text, which code hosts and many editors draw in place.

See https://mermaid.js.org/syntax/flowchart.html. Mermaid's own limits apply: by default it draws up
to 500 arrows.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocmodel.characters import one_line
from tocmodel.diagram.model import Arrow, Box, Cluster, Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.layout.branded import tone_in
from tocmodel.wording import say

_SHAPES = {
    "partner": ("([", "])"),
    "condition": ("[/", "/]"),
    "factor": ("((", "))"),
    "asset": ("[\\", "\\]"),
    "input": ("[(", ")]"),
    "intervention": ("[", "]"),
    "output": ("[[", "]]"),
    "mechanism": ("{{", "}}"),
    "assumption": ("[/", "\\]"),
    "risk": (">", "]"),
    "indicator": ("[(", ")]"),
    "evidence": ("[\\", "/]"),
}
"""The brackets around the words of each kind of box; the others have round corners."""


def mermaid(diagram: Diagram) -> str:
    """Return the diagram as a Mermaid flowchart.

    >>> from tocmodel.diagram.model import Column
    >>> box = Box(id="club", kind="intervention", text="Breakfast club", column="interventions")
    >>> column = Column(id="interventions", title="Interventions")
    >>> print(mermaid(Diagram(title="Breakfast", columns=(column,), boxes=(box,))))
    ---
    title: "Breakfast"
    ---
    flowchart LR
      accTitle: Breakfast
      subgraph c_interventions["Interventions"]
        n_club["Breakfast club"]
      end
      classDef k0 fill:#ffffff,stroke:#1d5a98,color:#1b1f24
      class n_club k0
    <BLANKLINE>
    """
    with speaking_as(diagram):
        return "\n".join([*_lines(diagram), ""])


def _lines(diagram: Diagram) -> list[str]:
    wholes = _wholes(diagram)
    names = names_for((*(box.id for box in diagram.boxes), *wholes))
    return [
        "---",
        f"title: {json.dumps(one_line(titled(diagram)), ensure_ascii=False)}",
        "---",
        f"flowchart {'TB' if diagram.top_to_bottom else 'LR'}",
        f"  accTitle: {accessible_text(titled(diagram))}",
        *(f"  accDescr: {accessible_text(words)}" for words in (_described(diagram),) if words),
        *(f"  {line}" for line in _columns(diagram, names)),
        *(f"  {names[id_]}([{label([title])}])" for id_, title in wholes.items()),
        *(f"  {_arrow(arrow, names)}" for arrow in diagram.arrows),
        *(f"  {line}" for line in _colours(diagram, names)),
    ]


def titled(diagram: Diagram) -> str:
    """Return the title, the only text that Mermaid writes above a picture."""
    return f"{diagram.title} ({diagram.imagined})" if diagram.imagined else diagram.title


def _described(diagram: Diagram) -> str:
    """Return the picture in words, with what the label of an arrow for several links cannot say.

    Mermaid has no tooltips on arrows, so other reasons are in other formats only.
    """
    mixed = (arrow.description for arrow in diagram.arrows if arrow.effect == "mixed")
    return " ".join(filter(None, (diagram.description, *mixed)))


def names_for(ids: Iterable[str]) -> dict[str, str]:
    """Return a name for each id that Mermaid cannot misread, as it would ``end``.

    >>> names_for(["end", "school-ready", "school_ready", "école"])
    {'end': 'n_end', 'school-ready': 'n_school_ready', 'school_ready': 'n_school_ready_2', \
'école': 'n__cole'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in ids:
        plain = name = "n_" + re.sub(r"[^0-9A-Za-z]", "_", id_)
        number = 1
        while name in taken:
            number += 1
            name = f"{plain}_{number}"
        taken.add(name)
        found[id_] = name
    return found


def label(lines: Iterable[str]) -> str:
    r"""Return lines of text as a quoted label that shows exactly these words.

    Any character that Mermaid, Markdown or HTML could take as markup is written as its number.

    >>> print(label(['say "yes" & <b>', "#1: 50%"]))
    "say #34;yes#34; #38; #60;b#62;<br/>#35;1#58; 50#37;"
    >>> print(label(["1. first"]), label(["- second"]), label(["`x`"]), label([r"a\n]"]))
    "1#46; first" "#45; second" "#96;x#96;" "a#92;\u2060n#93;"
    """
    return '"' + "<br/>".join(_escape(one_line(line)) for line in lines) + '"'


_PARTED = re.compile(r"(?<=\\)(?=n)|(?<=\$)(?=\$)|(?<=:)(?=fa-)")
"""Patterns that Mermaid reads as a line break, formula or icon even in numbered characters."""


def _escape(text: str) -> str:
    text = _PARTED.sub("\u2060", text)  # an invisible character that joins words
    text = re.sub(r"[^\w \-,.’‘“”'()!?/–—£€\u2060]|_", _number, text)
    return re.sub(r"^[-.]|(?<=^\d)\.|(?<=^\d\d)\.", _number, text)


def _number(sign: re.Match[str]) -> str:
    return f"#{ord(sign[0])};"


def accessible_text(text: str) -> str:
    """Return words for screen readers: one line, without characters that Mermaid takes as markup.

    Mermaid does not read numbered characters here, so symbols that it would change become words.

    >>> accessible_text("R&D for <50% of %%{init} children; #1")
    'R and D for less than 50% of % % init children, No 1'
    """
    text = one_line(text).replace("%%", "% %")
    return " ".join("".join(_spoken(sign) for sign in text).split())


def _spoken(sign: str) -> str:
    key = _SPOKEN.get(sign)
    return f" {say(key)} " if key else _WRITTEN.get(sign, sign)


_SPOKEN = {"&": "and", "<": "sign-less", ">": "sign-more", "#": "sign-number"}
"""The keys of the words for signs."""
_WRITTEN = {";": ",", "{": " ", "}": " "}


def _columns(diagram: Diagram, names: Mapping[str, str]) -> Iterator[str]:
    for column in diagram.columns:
        boxes = [box for box in diagram.boxes if box.column == column.id]
        name = "c_" + re.sub(r"[^0-9A-Za-z]", "_", column.id)
        yield f"subgraph {name}[{label([column.title])}]"
        for box in boxes:
            yield f"  {names[box.id]}{_words(box)}"
        yield "end"


def _wholes(diagram: Diagram) -> dict[str, str]:
    """Return the words for each frame that an arrow starts or ends at, which has a box here."""
    ends = {end for arrow in diagram.arrows for end in (arrow.from_, arrow.to)}
    frames = (cluster for cluster in diagram.clusters if cluster.id in ends)
    return {cluster.id: _whole(cluster) for cluster in frames}


def _whole(cluster: Cluster) -> str:
    something = say("something-in", whole=f"“{cluster.title}”")
    return something[:1].upper() + something[1:]


def _words(box: Box) -> str:
    before, after = _SHAPES.get(box.kind, ("(", ")"))
    small = [f"– {badge.text}" for badge in box.badges]
    change = [f"({say(f'change-{box.change}')})"] if box.change else []
    return before + label([box.text, *small, *change]) + after


def _arrow(arrow: Arrow, names: Mapping[str, str]) -> str:
    dashed = arrow.feedback or arrow.kind not in ("causal", "mutual", "threatens")
    head = "x" if arrow.effect == "decreases" else ">"
    line = f"-.-{head}" if dashed else f"=={head}" if arrow.main else f"--{head}"
    if arrow.kind == "associated":
        line = "-.-"
    elif arrow.kind == "mutual":
        line = f"{'x' if head == 'x' else '<'}{line}"
    guess = say(f"guess-{arrow.guess}") if arrow.guess else ""
    words = ", ".join(filter(None, [*_relation(arrow), guess, arrow.words]))
    between = f"|{label([words])}|" if words else ""
    return f"{names[arrow.from_]} {line}{between} {names[arrow.to]}"


def _relation(arrow: Arrow) -> Iterator[str]:
    """Yield the words for what Mermaid has no line for."""
    if arrow.kind in ("associated", "mutual"):
        yield arrow.verb.rstrip(",")
    elif arrow.kind == "threatens":
        yield say("verb-threatens")
    elif arrow.effect == "decreases":
        yield say("verb-decreases")
    elif arrow.effect == "unknown":
        yield "?"


def _colours(diagram: Diagram, names: Mapping[str, str]) -> Iterator[str]:
    groups: dict[str, list[Box]] = {}
    for box in diagram.boxes:
        groups.setdefault(box.colour or box.column, []).append(box)
    for number, (key, boxes) in enumerate(groups.items()):
        shade = tone_in(diagram, key)
        yield f"classDef k{number} fill:#ffffff,stroke:{shade.dark},color:#1b1f24"
        yield f"class {_listed(boxes, names)} k{number}"
    unseen = [box for box in diagram.boxes if box.status]
    if unseen:
        yield "classDef unseen stroke-dasharray:5 3"
        yield f"class {_listed(unseen, names)} unseen"


def _listed(boxes: Sequence[Box], names: Mapping[str, str]) -> str:
    return ",".join(names[box.id] for box in boxes)
