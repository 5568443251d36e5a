"""What a rule is."""

import inspect
from collections.abc import Iterator
from typing import Protocol

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._subject import Subject


class Rule(Protocol):
    """One check of a theory; its docstring is its page in the documentation.

    The docstring is Markdown: one sentence, then the headings *What it checks*, *Why it matters*,
    *Example* (YAML in which it finds something), *Use instead* (YAML in which it does not) and
    *Source*. A rule finds problems; its code, its severity and the place in the file are stamped
    on them by whoever runs it.

    Attributes:
        code: ``TOC204``; never used again for anything else.
        name: ``link-no-rationale``.
        severity: how much a finding matters where the user says nothing else.
        follows_from: names of rules about the whole theory. While one of them finds something,
            what this rule finds is no news: it is counted with that finding and not listed.
        runs_checks: runs the checks of frameworks, whose own names stand in its findings.
        several: what to say of many findings at once, ``{count} outcomes have no indicator``;
            empty where each finding says something of its own.
    """

    code: str
    name: str
    severity: Severity
    follows_from: tuple[str, ...] = ()
    runs_checks: bool = False
    several: str = ""

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        ...

    @property
    def summary(self) -> str:
        """The rule in one sentence."""
        return self.explanation.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """The whole page, in Markdown."""
        return inspect.cleandoc(type(self).__doc__ or "")

    @property
    def source(self) -> str:
        """The paper or document that the rule rests on."""
        return self.explanation.partition("## Source\n")[2].strip()
