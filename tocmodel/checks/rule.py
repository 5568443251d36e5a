"""The interface of a rule."""

from collections.abc import Iterator
from typing import Protocol

from tocmodel.checks.context import RuleContext
from tocmodel.diagnostics import Problem, Severity
from tocmodel.docstrings import docstring_of
from tocmodel.model import TheoryKind


class Rule(Protocol):
    """One check of a theory; its docstring is its page in the documentation.

    The docstring is Markdown: one sentence, then the headings *What it checks*, *Why it matters*,
    *Example* (YAML with a finding), *Use instead* (YAML without one) and *Source*. A rule finds
    problems; the runner adds its code, its severity and the place in the file.

    Attributes:
        code: ``TOC204``; never reused for another check.
        name: ``link-no-rationale``.
        severity: how much a finding matters, unless the user sets another severity.
        follows_from: names of rules about the whole theory. While one of them has a finding,
            the findings of this rule are counted with it and not listed.
        kinds: the kinds of theory that the rule checks; it finds nothing in the others.
        frameworks: the rule runs only where the theory names one of these; always if empty.
        runs_checks: whether it runs the checks of frameworks; its findings have their names.
        several: the message for many findings at once, ``{count} outcomes have no indicator``;
            empty where each finding differs from the others.
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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        ...

    def is_for(self, context: RuleContext) -> bool:
        """Return whether the rule applies to a theory of this kind, with its frameworks.

        If nothing is linked and no links are expected, such as in a list of themes, rules that
        follow from missing links do not apply either.
        """
        if context.kind not in self.kinds:
            return False
        if self.frameworks and not any(id_ in context.frameworks for id_ in self.frameworks):
            return False
        return context.expects_links or "no-links" not in self.follows_from

    @property
    def applies_to(self) -> str:
        """The theories that the rule checks, as a sentence; empty if it checks all."""
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
        return docstring_of(type(self))

    @property
    def source(self) -> str:
        """The paper or document behind the rule."""
        return self.explanation.partition("## Source\n")[2].strip()
