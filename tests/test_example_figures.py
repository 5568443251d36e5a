"""No figure or quote of an example changes unseen.

``example_figures.csv`` lists every figure of every example beside the words of the source that it
was read in; ``example_quotes.csv`` every quote. Both were compared with the sources, letter by
letter, when they were written; the sources themselves are not ours to publish. So a change here
is a change of what a source is said to say: look it up again first.
"""

import csv
from pathlib import Path

import pytest
from example_models import NAMES, PARTS, figures, model_file

from tocmodel.fileformat.loading import load
from tocmodel.model import Figure

HERE = Path(__file__).parent
FIELDS = ("value", "qualifier", "of", "respondents", "period", "basis", "source", "at", "comment")

IN_WORDS = {
    "launched five": 5,
    "the three Children's": 3,
    "four further sites": 4,
    "ten-year": 10,
    "Five Children First": 5,
    "three times": 3,
    "nine unique": 9,
    "more than thirty": 30,
    "one of six": 6,
    "Four composite": 4,
    "Three separate": 3,
    "three year": 3,
    "Thirteen": 13,
    "Nineteen": 19,
    "three faculty": 3,
    "Six affinity": 6,
    "extended to four": 4,
    "The five": 5,
    "three out of four": 3,
    "for five years": 5,
    "£1m": 1_000_000,
    "£3.6m": 3_600_000,
    "£6 billion": 6_000_000_000,
    "£2.3m": 2_300_000,
    "£1.1 million": 1_100_000,
    "£1.9m": 1_900_000,
    "£8.7 million": 8_700_000,
    "£8.8 million": 8_800_000,
    "£8.9m": 8_900_000,
    "£9.5 million": 9_500_000,
    "£10.7 million": 10_700_000,
    "£10.4 million": 10_400_000,
    "£10m": 10_000_000,
    "£10 million": 10_000_000,
    "£13 million": 13_000_000,
    "£56 million": 56_000_000,
    "£58.7 million": 58_700_000,
    "£67.4 million": 67_400_000,
    "£75 million": 75_000_000,
    "£150 million": 150_000_000,
    "£220 million": 220_000_000,
    "£3.6bn": 3_600_000_000,
    "£4.8bn": 4_800_000_000,
    "£8bn": 8_000_000_000,
}
"""Numbers that a source writes in another way than in digits alone."""

WORDS_NOT_KEPT = {
    ("blackpool-resilience-revolution", "wolverhampton-page"),
    ("blackpool-resilience-revolution", "boingboing-blog-2019"),
    ("headstart", "fund-page-2023"),
    ("pembury", "big-give"),
    ("imagined-zone", "made-up"),
}
"""Pages noted with the figure but not the sentence, and figures without any source."""

QUALIFIERS = {
    "at least": ("at least ", "≥"),
    "about": ("c.", "approximately", "around", "some "),
    "more than": ("over ", "Over ", "more than ", "More than ", "in excess of "),
    "nearly": ("nearly ",),
}
"""How the sources word each qualifier."""


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FIGURES = rows("example_figures.csv")


def as_text(figure: Figure) -> dict[str, str]:
    values = ((name, getattr(figure, name)) for name in FIELDS)
    text = {name: "" if value is None else str(value) for name, value in values}
    return text | {"of": f"{figure.of_qualifier or ''} {text['of']}".strip()}


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_every_figure_of_an_example_is_the_one_in_the_list(name: str) -> None:
    listed = {
        row["where"]: {field: row[field] for field in FIELDS}
        for row in FIGURES
        if row["example"] == name
    }
    found = {where: as_text(figure) for where, figure in figures(load(model_file(name))).items()}
    assert found == listed


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['example']}/{row['where']}")
def test_a_figure_is_in_the_words_of_its_source(row: dict[str, str]) -> None:
    if (row["example"], row["source"]) in WORDS_NOT_KEPT:
        assert row["words"] == ""
        return
    assert row["words"]
    if row["value"]:
        assert abs(float(row["value"])) in numbers(row["words"])  # a fall is below zero
    for qualifier in filter(None, (row["qualifier"], row["of"].rpartition(" ")[0])):
        assert any(word in row["words"] for word in QUALIFIERS[qualifier])


STATISTICS = {
    "blackpool-resilience-revolution": {
        "indicators/self-harm-admissions/observations/0": "times",
        "indicators/survey-gain/observations/0": "mean-change",
        "indicators/days-attended/observations/0": "mean-change",
        "indicators/care-attendance/observations/0": "mean-change",
        "indicators/national-exclusion-rate/observations/0": "percent-change",
    },
    "blackpool-resilience-revolution/blackpool-resilience-revolution-2016": {
        "indicators/self-harm-admissions/observations/0": "times",
    },
    "communities-of-practice-impact": {
        "indicators/admissions/observations/0": "times",
        "indicators/survey-gain/observations/0": "mean-change",
        "indicators/care-attendance/observations/0": "mean-change",
        "indicators/days-attended/observations/0": "mean-change",
    },
    "headstart": {"indicators/exclusion-rate/observations/0": "percent-change"},
}
"""What sort of number each figure is that is neither a count nor a share, by its source's words."""


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_an_average_and_a_change_are_given_as_such(name: str) -> None:
    found = figures(load(model_file(name))).items()
    stated = {where: str(figure.statistic) for where, figure in found if figure.statistic}
    assert stated == STATISTICS.get(name, {})


def same_words(one: str, other: str) -> bool:
    """Whether two texts of one document share five words in a row, so are of one sentence."""
    runs = [
        {tuple(text[at : at + 5]) for at in range(max(1, len(text) - 4))}
        for text in (one.split(), other.split())
    ]
    return not runs[0].isdisjoint(runs[1])


def described(row: dict[str, str]) -> dict[str, str]:
    """The properties of an example's figure, apart from its number."""
    theory = load(model_file(row["example"]))
    section, id_ = row["where"].split("/")[:2]
    entry = theory.elements[id_] if section != "place" else None
    figure = figures(theory)[row["where"]]
    return {
        "kind": str(getattr(entry, "kind", None) or ""),
        "unit": getattr(entry, "unit", "") or getattr(entry, "currency", ""),
        "statistic": str(figure.statistic or ""),
        "better": str(getattr(entry, "better", None) or ""),
    } | {name: row[name] for name in ("qualifier", "period", "basis")}


OF_ANOTHER_WHOLE = {"indicators/national-exclusion-rate", "indicators/national-exclusions"}
"""Results of the six places together, which for one of them are its context."""


def test_one_figure_of_one_document_is_of_one_kind_in_every_example() -> None:
    title = {
        (row["example"], row["source"]): load(model_file(row["example"]))
        .sources[row["source"]]
        .title
        for row in FIGURES
    }
    apart = []
    for at, one in enumerate(FIGURES):
        for other in FIGURES[at + 1 :]:
            if (
                one["value"]
                and one["value"] == other["value"]
                and one["example"] != other["example"]
                and title[one["example"], one["source"]] == title[other["example"], other["source"]]
                and same_words(one["words"], other["words"])
                and one["where"].rpartition("/observations")[0] not in OF_ANOTHER_WHOLE
            ):
                first, second = described(one), described(other)
                apart += [
                    f"{one['example']} {one['where']} {key} {first[key]!r}, "
                    f"{other['example']} {other['where']} {second[key]!r}"
                    for key in first
                    if first[key] != second[key]
                    and (
                        key in ("qualifier", "statistic", "period") or (first[key] and second[key])
                    )
                ]
    assert apart == []


def numbers(words: str) -> set[float]:
    """The numbers in a sentence, however it writes them."""
    plain = "".join(
        letter if letter.isdigit() or letter in ".," else " " for letter in words
    ).replace(",", "")
    in_digits = {float(part.strip(".")) for part in plain.split() if part.strip(".")}
    return in_digits | {number for text, number in IN_WORDS.items() if text in words}


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_every_figure_names_its_source(name: str) -> None:
    found = figures(load(model_file(name)))
    assert [where for where, figure in found.items() if not figure.source] == []


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_every_quote_is_one_that_was_compared_with_its_source(name: str) -> None:
    evidence = load(model_file(name)).evidence.items()
    found = [(id_, item.source, item.at, item.quote) for id_, item in evidence if item.quote]
    assert found == [
        (row["id"], row["source"], row["at"], row["quote"])
        for row in rows("example_quotes.csv")
        if row["example"] == name
    ]
