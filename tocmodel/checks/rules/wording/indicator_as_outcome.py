"""TOC525 indicator-as-outcome."""

import re
from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry, without_number
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_MEASURE = re.compile(
    r"\d\s*(?:%|per\s?cent\b)|^\s*(?:the\s+|increased?\s+|reduced?\s+)?"
    r"(?:number|numbers|percentage|proportion|rate|share)\s+of\b",
    re.IGNORECASE,
)
_TARGETS = ("target", "targets", "halve", "double", "treble")
_CURRENCIES = ("usd", "gbp", "eur", "£", "$", "€")
_MILLIONS = ("million", "billion")
_BOUNDS = ("at least", "at most", "more than", "fewer than", "less than", "up to", "minimum of")
_NO_COUNT_AFTER = ("the", "our", "all", "both", "age", "aged", "ages", "under", "stage", "year")
_TIME = ("year", "month", "week", "day", "hour", "minute", "mile", "time")
_PEOPLE = ("people", "children", "women", "men")
_FEWEST = 10
_YEARS = range(1900, 2100)


class IndicatorAsOutcome(Rule):
    """An outcome is the change, and an indicator its measure.

    ## What it checks
    Whether the title of an outcome has a percentage, an amount of money or a count in it ("500,000
    families", "at least 50 schools"), begins with a count in words ("number of", "rate of") or is a
    target ("halve child poverty"). Ages, years and lengths of time are none of these.

    ## Why it matters
    When the measure takes the place of the change, the partnership ends up working on
    the measure. One outcome may also need several indicators.

    ## Example
    ```yaml
    outcomes:
      attend: {title: 95% of pupils attend every week}
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school}
    indicators:
      weekly:
        title: Pupils who attend every week
        measures: attend
        unit: percent
        better: higher
        target: {value: 95, of_what: pupils on roll}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (an indicator is a sign of an outcome);
    Innovation Network, theory of change cheat sheet (outcomes are phrased as change). The words
    looked for are ours.
    """

    code = "TOC525"
    name = "indicator-as-outcome"
    severity = Severity.WARNING
    several = "{count} outcomes are worded as their own measure"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "word the outcome as the change, and make the number an indicator of it"
        for outcome in context.outcomes:
            title = without_number(outcome.title)
            if _MEASURE.search(title) or _is_target(title.casefold().split()):
                yield of_entry(outcome, "is worded as its own measure", help_, "title")


def _is_target(words: list[str]) -> bool:
    """Whether a title is worded as a target, or has an amount of money or a count in it."""
    if words and words[0].strip(".,:;") in _TARGETS:
        return True
    return any(
        _is_amount(words, place) for place, word in enumerate(words) if any(map(str.isdigit, word))
    )


def _is_amount(words: list[str], place: int) -> bool:
    """Whether the number at a place is an amount or a count, and not a date or an age."""
    word = words[place].strip(".,:;()")
    before = [one.strip(".,:;(") for one in ("", "", *words[:place])][-2:]
    after = [one.strip(".,:;)") for one in (*words[place + 1 :], "", "")][:2]
    if word[0] in _CURRENCIES or before[1] in _CURRENCIES or after[0] in _MILLIONS:
        return True
    digits = word.replace(",", "")
    if not digits.isdecimal() or after[0].rstrip("s") in _TIME:
        return False
    if " ".join(before) in _BOUNDS:
        return True
    if int(digits) < _FEWEST or before[1] in _NO_COUNT_AFTER:
        return False
    is_year = digits == word and int(digits) in _YEARS
    return not is_year and any(map(_is_plural, after))


def _is_plural(word: str) -> bool:
    return word in _PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
