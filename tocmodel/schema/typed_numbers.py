"""Numbers as people type them in a text: with signs, units, doubts, as a share or a range."""

import re
from decimal import Decimal

from attrs import evolve, frozen

from tocmodel.dates import readings

_LONGEST = 80
_DIGITS = (
    r"(?:[0-9]{1,3}(?:[,' ][0-9]{3})+(?:\.[0-9]+)?"  # 16,240,000
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}"  # 16.240.000
    r"|[0-9]+,[0-9]{1,2}|[0-9]*\.?[0-9]+)(?![0-9])"  # 1,5 and 1.5
)
_LARGE = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "mil": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
}
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "gbp": "GBP", "eur": "EUR", "usd": "USD"}
_MONEY = {"GBP": "pounds", "EUR": "euros", "USD": "dollars"}


def _numeral(which: int) -> str:
    """A pattern for a number, with its groups numbered."""
    pattern = (
        r"(?P<sign_>[-+])?(?:(?P<currency_>[£€$]|(?:gbp|eur|usd)\b) ?)?"
        rf"(?P<digits_>{_DIGITS})"
        r"(?:(?P<short_>k|m|mn|bn)\b| ?(?P<large_>thousand|mil|million|billion)\b)?"
        r"(?: ?(?P<percent_>%|per ?cent\b|pc\b))?"
    )
    return pattern.replace("_>", f"{which}>")


_UNIT = r"(?: (?P<unit>[a-z][a-z /'’-]*))?"
_SINGLE = re.compile(_numeral(1) + _UNIT)
_SHARE = re.compile(
    _numeral(1) + r" ?(?:out of|of|in|/) ?(?:every |all |the )?" + _numeral(2) + _UNIT
)
_RANGE = re.compile(_numeral(1) + r" ?(?:-|to|and) ?" + _numeral(2) + _UNIT)

_BEFORE = {
    "more than": ("more than", "over", "above", ">", "greater than", "well over"),
    "at least": (
        "at least",
        "minimum of",
        "minimum",
        "min.",
        "min",
        ">=",
        "≥",
        "no fewer than",
        "no less than",
    ),
    "at most": (
        "at most",
        "up to",
        "maximum of",
        "maximum",
        "max.",
        "max",
        "<=",
        "≤",
        "no more than",
    ),
    "less than": ("less than", "fewer than", "under", "below", "<"),
    "nearly": ("nearly", "almost", "just under", "close to"),
    "about": (
        "about",
        "around",
        "approximately",
        "approx.",
        "approx",
        "circa",
        "ca.",
        "c.",
        "c",
        "roughly",
        "some",
        "~",
        "≈",
        "estimated",
        "est.",
    ),
}
"""The qualifiers of the language, each with the words that people write before a number for it."""

_AFTER = {
    "at least": ("+", " plus", " or more", " or over", " and over", " minimum"),
    "at most": (" or less", " or fewer", " or under", " maximum"),
    "about": (" approx.", " approx", " approximately", " or so", " (approx)", " (estimate)", "?"),
}

_PREFIXES = sorted(
    ((words, meant) for meant, several in _BEFORE.items() for words in several),
    key=lambda pair: -len(pair[0]),
)
_SUFFIXES = [(words, meant) for meant, several in _AFTER.items() for words in several]

_PEOPLE = re.compile(r"(?P<number>.+?),? ?\(?\bn ?= ?(?P<n>[0-9][0-9,]*)\)?")
_SPREAD = re.compile(
    r"(?P<number>.+?),? ?\(?(?P<kind>\bsd\b|\bse\b|±|\+/-) ?[=:]? ?(?P<size>[0-9]*\.?[0-9]+)\)?"
)
_DATED = (
    re.compile(r"(?P<number>.+?),? ?\b(?:by|in|for|as of|at) (?P<date>.*[0-9]{4}.*)"),
    re.compile(r"(?P<number>.+?) ?\((?P<date>.*[0-9]{4}.*)\)"),
    re.compile(r"(?P<date>.*[0-9]{4}.*?) ?[:=] ?(?P<number>.+)"),
)
"""A number and when: ``80% by 2025``, ``505 (2019)``, ``2019: 505``."""

_IN_WORDS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"nil": 0, "zero": 0, "twenty": 20, "thirty": 30, "fifty": 50}

NumberValue = int | float


@frozen(kw_only=True)
class TypedAmount:
    """A number read from a text, with the fields of a figure.

    ``low`` and ``high`` are a range; ``asks`` is a question about the rest of the text.
    """

    value: NumberValue | None = None
    low: NumberValue | None = None
    high: NumberValue | None = None
    of: NumberValue | None = None
    of_what: str = ""
    of_qualifier: str = ""
    qualifier: str = ""
    unit: str = ""
    currency: str = ""
    period: str = ""
    spread: str = ""
    asks: str = ""


def amount(text: str) -> TypedAmount | None:
    """Read a number with everything around it; ``None`` where a text is not a number.

    >>> amount("85%").value, amount("85%").unit
    (85, 'percent')
    >>> amount("over £1.2m").value, amount("over £1.2m").qualifier, amount("£1.2m").currency
    (1200000, 'more than', 'GBP')
    >>> (found := amount("c. 8 out of 10 children")).qualifier, found.value, found.of, found.unit
    ('about', 8, 10, 'children')
    >>> (found := amount("5–10 days")).low, found.high, found.unit
    (5, 10, 'days')
    >>> amount("80% by 2025").period, amount("2019: 505").value, amount("5 (SD 2.1)").spread
    ('2025', 505, '{sd: 2.1}')
    >>> amount("High") is None, amount("increase by 10%") is None
    (True, True)
    """
    plain = _plain(text)
    if len(plain) > _LONGEST:
        return None
    if (found := _PEOPLE.fullmatch(plain)) and (made := amount(found["number"])):
        n = found["n"].replace(",", "")
        return evolve(made, asks=f"what does n count: 'respondents: {n}' or 'of: {n}'?")
    if (found := _SPREAD.fullmatch(plain)) and (made := amount(found["number"])):
        kind, size = found["kind"], found["size"]
        if kind in ("sd", "se"):
            return evolve(made, spread=f"{{{kind}: {size}}}")
        return evolve(made, asks=f"what is {size}: 'spread: {{sd: {size}}}' or '{{se: {size}}}'?")
    for pattern in _DATED:
        found = pattern.fullmatch(plain)
        dates = readings(found["date"]) if found else ()
        if found and len(dates) == 1 and (made := _undated(found["number"])):
            return evolve(made, period=dates[0])
    return _undated(plain)


def _undated(plain: str) -> TypedAmount | None:
    qualifier, rest = _qualified(plain)
    if rest in _IN_WORDS:
        return TypedAmount(value=_IN_WORDS[rest], qualifier=qualifier)
    part, between, whole = rest.partition(" of ")
    of_qualifier, number = _qualified(whole)
    if found := _SHARE.fullmatch(f"{part}{between}{number}"):
        made = _made(found, qualifier, value=_value(found, 1), of=_value(found, 2))
        return evolve(made, of_qualifier=of_qualifier)
    if found := _RANGE.fullmatch(re.sub("^(?:between|from) ", "", rest)):
        low, high = _value(found, 1), _value(found, 2)
        if found["large2"] or found["short2"]:  # 1 to 2 million
            low = low if found["large1"] or found["short1"] else _scaled(low, found, 2)
        return _made(found, qualifier, low=low, high=high) if low < high else None
    if found := _SINGLE.fullmatch(rest):
        return _made(found, qualifier, value=_value(found, 1))
    return None


def _plain(text: str) -> str:
    for dash in "‐‑‒–—−":
        text = text.replace(dash, "-")
    return " ".join(text.casefold().rstrip(".").split())


def _qualified(text: str) -> tuple[str, str]:
    """Split a text into its qualifier, in the words of the language, and the rest."""
    for words, meant in _PREFIXES:
        rest = text.removeprefix(words)
        if rest != text and (not words[-1].isalpha() or not rest[:1].isalpha()):
            return meant, rest.strip()
    for words, meant in _SUFFIXES:
        if text.endswith(words):
            return meant, text.removesuffix(words).strip()
        head, between, tail = text.partition(f"{words} ")
        if between and head[-1:].isdigit():  # 500+ children
            return meant, f"{head} {tail}"
    return "", text


def _value(found: "re.Match[str]", which: int) -> NumberValue:
    digits = found[f"digits{which}"]
    if re.fullmatch("[0-9]+,[0-9]{1,2}", digits):
        digits = digits.replace(",", ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    exact = Decimal(re.sub("[,' ]", "", digits))
    signed = -exact if found[f"sign{which}"] == "-" else exact
    return _scaled(_number(signed), found, which)


def _scaled(value: NumberValue, found: "re.Match[str]", which: int) -> NumberValue:
    word = found[f"short{which}"] or found[f"large{which}"]
    return _number(Decimal(str(value)) * 10 ** _LARGE[word]) if word else value


def _number(exact: Decimal) -> NumberValue:
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _made(
    found: "re.Match[str]",
    qualifier: str,
    *,
    value: NumberValue | None = None,
    low: NumberValue | None = None,
    high: NumberValue | None = None,
    of: NumberValue | None = None,
) -> TypedAmount:
    groups = found.groupdict()
    sign = groups["currency1"] or groups.get("currency2") or ""
    currency = _CURRENCIES.get(sign, "")
    unit, of_what = (groups["unit"] or "").strip(), ""
    if groups["percent1"] or groups.get("percent2"):
        unit, of_what = "percent", unit.removeprefix("of ")
    elif currency:
        unit = f"{_MONEY[currency]} {unit}".strip()
    else:
        currency = _CURRENCIES.get(unit, "")
        unit = _MONEY.get(currency, unit)
    return TypedAmount(
        value=value,
        low=low,
        high=high,
        of=of,
        of_what=of_what,
        qualifier=qualifier,
        unit=unit,
        currency=currency,
    )
