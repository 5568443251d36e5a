"""What a rule is."""

import inspect
from collections.abc import Iterator
from typing import Protocol

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
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
        kinds: the kinds of theory that the rule is for; it finds nothing in the others.
        frameworks: the rule runs only where the theory names one of these; always if empty.
        runs_checks: runs the checks of frameworks, whose own names stand in its findings.
        several: what to say of many findings at once, ``{count} outcomes have no indicator``;
            empty where each finding says something of its own.
    """

    code: str
    name: str
    severity: Severity
    follows_from: tuple[str, ...] = ()
    kinds: tuple[TheoryKind, ...] = tuple(TheoryKind)
    frameworks: tuple[str, ...] = ()
    runs_checks: bool = False
    several: str = ""

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        ...

    def is_for(self, subject: Subject) -> bool:
        """Say whether the rule has anything to ask of a theory of this kind, with its frameworks.

        Where nothing is linked and no links are expected, such as in a list of themes, whatever
        follows from missing links is not asked either.
        """
        if subject.kind not in self.kinds:
            return False
        if self.frameworks and not any(id_ in subject.frameworks for id_ in self.frameworks):
            return False
        return subject.expects_links or "no-links" not in self.follows_from

    @property
    def applies_to(self) -> str:
        """Which theories the rule is for, as a sentence; empty where it is for all of them."""
        limits = []
        if len(self.kinds) < len(TheoryKind):
            limits.append("of kind " + " or ".join(f"`{kind}`" for kind in self.kinds))
        if self.frameworks:
            limits.append("that name " + " or ".join(f"`{id_}`" for id_ in self.frameworks))
        return f"This check is only for theories {' '.join(limits)}." if limits else ""

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
