"""What is found of a name: a section, a key, a word, wherever they are."""

import pytest

from tocmodel.diagnostics import UnknownIdError
from tocmodel.schema import load_schema
from tocmodel.schema.describe import Description, describe, names
from tocmodel.schema.vocabulary import TOP, Word, current_keys, kind_of, vocabulary

SCHEMA = load_schema("theory")


def places(found: Description) -> list[str]:
    """Where the keys are that were found."""
    return [f"{key.home}.{key.name}" for key in found.keys]


def test_every_key_of_the_schema_is_in_the_vocabulary() -> None:
    written = {
        name: set(current_keys(rules))
        for name, rules in {**SCHEMA["$defs"], TOP: SCHEMA}.items()
        if "properties" in rules
    }
    read = [{key.name for key in kind.keys} for kind in vocabulary().values()]
    assert sorted(map(sorted, read)) == sorted(map(sorted, written.values()))


def test_every_name_is_described_and_every_word_and_key_means_something() -> None:
    for name in names():
        found = describe(name)
        assert found.kinds or found.keys or found.words, name
        assert all(word.meaning for _, word in found.words), name
        assert all(key.description and key.takes for key in found.keys), name


def test_every_section_has_an_example_and_so_has_every_other_value_with_keys() -> None:
    without = [name for name, kind in vocabulary().items() if name and not kind.example]
    assert without == []


def test_a_section_has_its_keys() -> None:
    (kind,) = describe("outcomes").kinds
    assert [key.name for key in kind.keys][:4] == ["number", "title", "plain", "description"]
    assert [key.name for key in kind.keys if key.needed] == ["title"]


@pytest.mark.parametrize("asked", ["outcome", "Outcomes", "OUTCOMES"])
def test_a_section_may_be_called_as_one_of_its_entries_is(asked: str) -> None:
    assert describe(asked).kinds == describe("outcomes").kinds


def test_a_key_that_several_sections_have_is_found_in_all_of_them() -> None:
    found = describe("role")
    assert (places(found), found.kinds, found.words) == (["partners.role", "stories.role"], (), ())


def test_a_word_is_found_with_every_key_that_has_it() -> None:
    found = {
        f"{key.home}.{key.name}": word.meaning
        for key, word in describe("medium").words
        if key.home in (TOP, "outcomes", "risks")
    }
    after = "After some time, as first changes take hold."
    assert found == {
        ".ceiling_of_accountability": after,
        "outcomes.horizon": after,
        "risks.likelihood": "Neither low nor high.",
        "risks.severity": "Neither low nor high.",
    }


@pytest.mark.parametrize(
    ("asked", "home"),
    [
        ("links.because", "links.because"),
        ("links because", "links.because"),
        ("link.because", "links.because"),
        ("indicators.baseline.qualifier", "figure.qualifier"),
        ("agreed.with", "agreement.with"),
        ("story-step.says", "story step.says"),
        ("stories.steps.says", "story step.says"),
        ("conditions.routinely-monitored.since", "record of monitoring.since"),
        ("figure of_what", "figure.of_what"),
    ],
)
def test_a_full_stop_or_a_space_leads_inwards(asked: str, home: str) -> None:
    assert places(describe(asked)) == [home]


@pytest.mark.parametrize("asked", ["ceiling of accountability", "Ceiling-of-accountability"])
def test_capitals_hyphens_and_underscores_make_no_difference(asked: str) -> None:
    assert places(describe(asked)) == [".ceiling_of_accountability"]


def test_a_key_knows_what_it_takes() -> None:
    taken = {
        name: describe(name).keys[0].takes
        for name in ("links.because", "links.confidence", "interventions.starts", "outcomes.group")
    }
    assert taken == {
        "links.because": "text",
        "links.confidence": "a word, or a number",
        "interventions.starts": "a year, a month or a day: 2018, 2018-09 or 2018-09-01",
        "outcomes.group": "text",
    }


def test_words_of_a_list_are_the_words_of_its_key() -> None:
    (key,) = describe("views.show").keys
    assert key.words[0] == Word("partners", "The partners.")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("outcoms", "nothing is called 'outcoms'; did you mean 'outcomes'?"),
        ("activities", "nothing is called 'activities'; did you mean 'interventions'?"),
        ("medum", "nothing is called 'medum'; did you mean 'medium'?"),
        ("links.becuase", "a link has no key 'becuase'; did you mean 'because'?"),
        ("links.zzz", "a link has no key 'zzz'; 'tocmodel describe links' lists its keys"),
        ("outcomes.title.x", "'outcomes.title' has no keys"),
        ("zzz", "nothing is called 'zzz'; 'tocmodel describe' lists the sections"),
        ("", "nothing is called ''; 'tocmodel describe' lists the sections"),
        ("link-twise", "nothing is called 'link-twise'; did you mean 'link-twice'?"),
    ],
)
def test_a_near_miss_names_what_was_meant(asked: str, message: str) -> None:
    with pytest.raises(UnknownIdError) as error:
        describe(asked, others=["link-twice"])
    assert str(error.value) == message


def test_a_kind_is_known_by_its_piece_of_the_theory_schema_and_no_other() -> None:
    assert kind_of(SCHEMA["$defs"]["outcome"]) is vocabulary()["outcomes"]
    assert kind_of(load_schema("framework")["$defs"]["source"]) is None
