"""TOC607 view-not-sortable."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import is_sought
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ColourBy, LaneBy, View

_WORDS = (("lanes", tuple(LaneBy)), ("colour", tuple(ColourBy)))


class ViewNotSortable(Rule):
    """A view sorts by one of the words, or by a framework that the theory names.

    ## What it checks
    Whether `lanes` and `colour` of each view are one of the words for them, or name a framework
    of the theory and, after a slash, one of its dimensions; and whether the categories in `where`
    are the framework's.

    ## Why it matters
    Such a view cannot be drawn.

    ## Example
    ```yaml
    frameworks: [resilience]
    views:
      moves: {title: Our resilient moves, lanes: resilience/compartmnt}
    ```

    ## Use instead
    ```yaml
    frameworks: [resilience]
    views:
      moves: {title: Our resilient moves, lanes: resilience/compartment}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC607"
    name = "view-not-sortable"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for view in context.theory.views.values():
            for key, words in _WORDS:
                asked = getattr(view, key)
                if asked and asked not in words:
                    yield from _sorting(context, view, key, asked, words)
            yield from _picking(context, view)


def _sorting(
    context: RuleContext, view: View, key: str, asked: str, words: tuple[str, ...]
) -> Iterator[Problem]:
    from tocmodel.frameworks import dimension_fault, not_named  # noqa: PLC0415  # few views need it

    id_, _, dimension = asked.partition("/")
    framework = context.frameworks.get(id_)
    if framework is not None:
        fault = dimension_fault(framework, dimension) if dimension else ""
        help_ = f"'tocmodel framework show {id_}' lists its dimensions"
    else:
        fault = "" if is_sought(context, id_) else not_named(id_, words, context.frameworks)
        help_ = f"if a framework is meant, add '{id_}' to 'frameworks' at the top of the file"
    if fault:
        yield of_entry(view, f"cannot be drawn: '{key}' is '{asked}'; {fault}", help_, key)


def _picking(context: RuleContext, view: View) -> Iterator[Problem]:
    for id_, framework in context.frameworks.items():
        for place, word in enumerate(view.where.get(id_, ())):
            from tocmodel.frameworks import address_fault  # noqa: PLC0415  # few views need it

            fault = address_fault(framework, word)
            if fault:
                help_ = f"'tocmodel framework show {id_}' lists its categories"
                path = ("where", id_, place)
                yield of_entry(view, f"cannot be drawn: {fault}", help_, *path)
