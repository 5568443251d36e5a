"""Words that were written to do harm in one format or another, and files full of them."""

import re
from collections.abc import Sequence
from itertools import cycle

PAYLOADS = {
    "script": "<script>top.ALIVE=1;document.title='ALIVE'</script>",
    "image": '<img src=x onerror="top.ALIVE=1"><svg onload=top.ALIVE=1>',
    "attribute": '" onmouseover="top.ALIVE=1" style="x\' autofocus onfocus=\'top.ALIVE=1',
    "closing tags": '</text></svg></td></table></style></title><ALIVE x="y"/>',
    "CDATA": "]]><ALIVE/> <![CDATA[ --> <!-- <?ALIVE x?> <!DOCTYPE ALIVE>",
    "entity": "&ALIVE; &#60;script&#62; &lt;ALIVE&gt; &#0; &#xD800; &amp;amp;",
    "formula": "=cmd|'/C ALIVE'!A0",
    "formulas": "@SUM(1)\n+ALIVE()\n-1+ALIVE;=ALIVE()\t=1,=ALIVE()\uff1dALIVE()",
    "workflow command": "::error file=ALIVE::x\n::add-mask::ALIVE\r::set-output name=ALIVE::%0A::x",
    "legacy command": "##[error]ALIVE ##vso[task.setvariable variable=ALIVE]",
    "terminal": "\x1b]0;ALIVE\x07\x1b[31m\x1b[2J\x9b31m\x9d0;ALIVE\x9c\x08\x7f",
    "direction": "\u202eALIVE\u202c \u2066x\u2069 \u200f\u061c\u2028ALIVE\u2029\u200b\ufeff",
    "lines": "x\nALIVE\r\nALIVE\rALIVE\x0bALIVE\x0cALIVE\x85ALIVE",
    "markdown link": "[ALIVE](javascript:x) ![ALIVE](http://x) <javascript:ALIVE> [ALIVE][1]",
    "markdown blocks": "x\n\n# ALIVE\n\n- ALIVE\n\n    ALIVE\n\n| ALIVE |\n|---|\n\n[1]: http://x",
    "code": "```\nALIVE\n``` `ALIVE` ~~~ $$ALIVE$$",
    "DOT": '"]; ALIVE [label=<<b>ALIVE</b>>, URL="javascript:ALIVE"]; " -> ALIVE \\N \\G \\',
    "DOT label": '<<TABLE HREF="javascript:ALIVE"><TR><TD>ALIVE</TD></TR></TABLE>>',
    "Mermaid": '"]\nclick n0 href "javascript:ALIVE"\nn0-->ALIVE\n%%{init: {"theme":"ALIVE"}}%%',
    "Mermaid label": "`**ALIVE**` #quot;] --> ALIVE[x]; end; click n0 call ALIVE()",
    "YAML": "x: !!python/object/apply:os.system [ALIVE]\n--- \n&a *a <<: *a # ALIVE",
    "JSON": '", "ALIVE": true, "x": "\\u0000 \\ud800 \\',
    "PDF": ") Tj ET endstream endobj /JavaScript (ALIVE) /URI (x) >> %%EOF (",
    "NUL": "a\x00ALIVE\x00",
}
"""Each kind of harm, by the format or the reader that it is meant for; it says ALIVE."""

HARMLESS = (
    "Families ask for help early",
    "They wait",
    "\u05e9\u05dc\u05d5\u05dd, and welcome",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
)
"""Words that mean no harm, in two directions, and one that is too long for a narrow column."""


def quoted(text: str) -> str:
    """Return a text in quotes of YAML, in which whatever is no letter of ASCII is an escape."""
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if " " <= letter <= "~" else f"\\U{ord(letter):08x}"


def theory(*words: str) -> str:
    """Return a theory with every sort of part, which has the words in turn wherever it has any."""
    return _filled(THEORY, words)


THEORY = """\
tocmodel: 1
title: WORDS
summary: WORDS
frameworks: [ours.framework.yaml, value-creation]
place: {name: WORDS, area: WORDS}
spaces:
  circle: {title: WORDS, practice: WORDS}
partners:
  council: {title: WORDS}
conditions:
  debt: {title: WORDS, description: WORDS}
interventions:
  club: {title: WORDS, description: WORDS, partners: [council], classified_as: {ours: kind}}
outcomes:
  fed: {title: WORDS, horizon: short, who: WORDS, notes: WORDS}
  calm: {title: WORDS, horizon: impact}
assumptions:
  open: {title: WORDS}
risks:
  cold: {title: WORDS, threatens: [fed]}
indicators:
  plates: {title: WORDS, measures: fed, unit: plates, baseline: {value: 3, note: WORDS}}
sources:
  letter: {title: WORDS, author: WORDS, year: 2019}
evidence:
  seen: {title: WORDS, source: letter, supports: [fed], quote: WORDS}
value_creation:
  idea: {title: WORDS, space: circle, cycle: potential}
  used: {title: WORDS, space: circle, cycle: applied}
stories:
  gate: {title: WORDS, role: WORDS, steps: [{cycle: applied, says: WORDS, value: used}]}
links:
  - {from: club, to: fed, because: WORDS, assumes: [open, {title: WORDS}]}
  - {from: fed, to: calm, because: WORDS}
  - {from: idea, to: used, because: WORDS}
reviews:
  first: {title: WORDS, date: 2024-05-01, decided: WORDS}
views:
  all: {title: WORDS, audience: WORDS}
"""


def framework(*words: str) -> str:
    """Return a framework that has the words in turn wherever a framework has any."""
    return _filled(FRAMEWORK, words)


FRAMEWORK = """\
tocmodel_framework: 1
id: ours
title: WORDS
description: WORDS
sources:
  us: {title: WORDS, author: WORDS}
dimensions:
  kinds:
    title: WORDS
    description: WORDS
    classifies: [interventions, outcomes]
    categories:
      kind: {title: WORDS, meaning: WORDS, question: WORDS, source: us}
      other: {title: WORDS}
checks:
  every: {check: coverage, dimension: kinds, message: WORDS, help: WORDS, why: WORDS}
templates:
  small:
    title: WORDS
    description: WORDS
    sections: {outcomes: {o: {title: WORDS, horizon: impact}}}
"""


def _filled(text: str, words: Sequence[str]) -> str:
    turn = cycle(map(quoted, words))
    return re.sub("WORDS", lambda _: next(turn), text)
