"""What a page says: every element and link in words, and nothing that is not for its readers."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payloads import PAYLOADS
from web_pages import club

from tocmodel import draw
from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import draw_diagram
from tocmodel.model import TheoryOfChange
from tocmodel.page.drawing_page import to_html

VOID = {"meta", "link", "input"}


class Reader(HTMLParser):
    """The elements of a page with their attributes, and its words outside scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words += data

    def values(self, name: str) -> list[str]:
        return [held[name] or "" for _, held in self.elements if name in held]


def page_of(theory: TheoryOfChange, **keys: object) -> str:
    return draw(theory, **keys).to_bytes("html").decode()  # type: ignore[arg-type]


def article(page: str, id_: str) -> str:
    """The words about one element, in one line."""
    found = re.search(f'<article id="e-{id_}".*?</article>', page, re.DOTALL)
    assert found is not None
    return " ".join(Reader(found[0]).words.split())


def test_an_element_is_described_with_its_causes_and_effects() -> None:
    assert article(page_of(club()), "fed") == (
        "Children are not hungry Outcome "
        "Comes from Breakfast club main story because food is there "
        "Leads to Children learn main story because they can listen "
        "Evidence Evidence of the change: Counts; A letter "
        "Horizonshort GroupMornings"
    )


def test_what_is_inferred_disputed_or_hoped_for_is_marked_in_words() -> None:
    page = page_of(club())
    assert "Families are calm inferred, our reading" in article(page, "visits")
    assert "affects, in a way that is disputed, Children learn disputed" in article(page, "calm")
    assert article(page, "idea").startswith("A recipe Value hoped for hoped for")


def test_every_link_in_a_page_leads_somewhere_and_no_id_comes_twice() -> None:
    reader = Reader(page_of(club()))
    ids = reader.values("id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in reader.values("href") if href.startswith("#")}
    assert inside <= set(ids)
    others = {href for href in reader.values("href") if not href.startswith("#")}
    assert others == {"data:,", "https://example.org/letter"}


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in Reader(page_of(club())).elements if re.match("h[1-6]", tag)]
    assert levels[0] == 1
    assert [step for step in pairwise(levels) if step[1] > step[0] + 1] == []


def test_boxes_and_arrows_keep_their_class_names() -> None:
    names = Reader(page_of(club())).values("class")
    assert "toc-box box-club" in names
    assert "toc-arrow arrow-club--fed" in names


def test_a_box_has_no_other_name_than_its_own_words() -> None:
    boxes = [
        held for tag, held in Reader(page_of(club())).elements if tag == "a" and held.get("class")
    ]
    assert [held for held in boxes if "aria-label" in held or "title" in held] == []


def test_what_is_not_for_readers_is_not_in_a_page() -> None:
    quotes = [{"quote": "SECRET one"}, {"quote": "Said openly", "consent": {"how": "in writing"}}]
    theory = TheoryOfChange(
        title="T",
        notes="SECRET two",
        fields={"code": "SECRET three"},
        outcomes={
            "a": {"title": "A", "notes": "SECRET", "fields": {"x": "SECRET"}, "quotes": quotes}
        },
        sources={"s": {"title": "S", "notes": "SECRET"}},
    )
    page = page_of(theory)
    assert "SECRET" not in page
    assert "“Said openly”" in page


def test_a_page_of_the_whole_theory_has_it_in_sentences_that_link_to_elements() -> None:
    page = page_of(club())
    assert '<h2 id="prose">The theory in sentences</h2>' in page
    prose = page[page.index('id="prose"') :]
    assert '<a href="#e-club">' in prose


@pytest.mark.parametrize(
    "keys",
    [{"focus": "fed"}, {"where": {"level": ["child"]}}, {"leave_out": {"level": ["child"]}}],
)
def test_a_page_of_a_part_has_no_sentences_about_the_rest(keys: dict[str, object]) -> None:
    assert 'id="prose"' not in page_of(club(), **keys)


def test_an_address_of_a_source_that_is_none_stays_out() -> None:
    sources = {
        "a": {"title": "A", "url": "javascript:alert(1)"},
        "b": {"title": "B", "url": "//example.org"},
        "c": {"title": "C", "doi": "10.1000/182"},
    }
    theory = TheoryOfChange(title="T", outcomes={"o": {"title": "O"}}, sources=sources)
    hrefs = Reader(page_of(theory)).values("href")
    assert [href for href in hrefs if not href.startswith(("#", "data:"))] == [
        "https://doi.org/10.1000/182"
    ]


def test_a_page_in_another_language_says_the_language_of_all_that_is_not_in_it() -> None:
    translations = {"cy": {"theory": {"title": "Brecwast"}, "club": {"title": "Clwb brecwast"}}}
    theory = TheoryOfChange(
        title="Breakfast",
        summary="Fed children learn.",
        interventions={"club": {"title": "Breakfast club"}},
        outcomes={"fed": {"title": "Children are fed"}},
        links=["club -> fed"],
        translations=translations,
    )
    page = page_of(theory, language="cy")
    assert '<html lang="cy"' in page
    assert "<h1>Brecwast</h1>" in page
    assert '<p class="lead" lang="en-GB">Fed children learn.</p>' in page
    assert '<article id="e-fed" tabindex="-1" lang="en-GB">' in page
    assert '<article id="e-club" tabindex="-1">' in page
    assert '<h4 lang="cy">Yn arwain at</h4>' in page
    assert '<p class="kind soft small" lang="cy">Canlyniad</p>' in page
    assert '<section class="prose" aria-labelledby="prose" lang="en">' in page
    assert '<a href="#e-club" lang="cy">' in page


def test_a_page_in_urdu_runs_from_right_to_left() -> None:
    theory = TheoryOfChange(
        title="ناشتہ", language="ur", outcomes={"fed": {"title": "بچے بھوکے نہیں"}}
    )
    page = page_of(theory, labels="plain")
    assert '<html lang="ur" dir="rtl"' in page
    assert "بچے بھوکے نہیں" in page


def test_a_page_of_an_imagined_theory_is_marked_at_its_top() -> None:
    theory = TheoryOfChange(title="T", imagined=True, outcomes={"a": {"title": "A"}})
    assert '<p class="imagined">An imagined example</p>' in page_of(theory)


def test_a_drawing_of_a_diagram_alone_has_a_page_too() -> None:
    page = draw_diagram(draw(club()).diagram).to_bytes("html").decode()
    assert "Breakfast club" in article(page, "club")


def test_a_page_is_the_same_whenever_it_is_made() -> None:
    assert page_of(club()) == page_of(club())


def test_several_theories_or_none_make_no_page() -> None:
    other = TheoryOfChange(title="Other", outcomes={"a": {"title": "A"}})
    with pytest.raises(TocModelError, match="a page has one theory"):
        to_html([draw(club()), draw(other)])
    with pytest.raises(TocModelError, match="nothing to draw"):
        to_html([])


def test_the_data_for_the_script_have_ids_and_the_sentences_that_it_fills_in() -> None:
    page = page_of(club())
    found = re.search('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data = json.loads(found[1])
    assert data["filters"] == {
        "partner": {"club": ["school"], "visits": ["parents"]},
        "group": {
            "club": ["mornings"],
            "visits": ["homes"],
            "fed": ["mornings"],
            "calm": ["homes"],
        },
        "level": {"club": ["child"]},
        "horizon": {"fed": ["short"], "calm": ["short"], "learn": ["long"]},
        "evidence": {
            "club": ["none"],
            "visits": ["none"],
            "idea": ["none"],
            "fed": ["for"],
            "calm": ["none"],
            "learn": ["none"],
        },
        "origin": {"idea": ["not-said"]},
        "status": {"idea": ["hoped"]},
    }
    assert data["words"]["step-of"] == "Step {number} of {whole}."
    assert data["loops"] == [["club", "fed", "learn"]]
    assert data["stories"] == {
        "main": [["club", "fed", "club--fed"], ["fed", "learn", "fed--learn"]],
        "ann": [["idea"]],
    }


USUAL = {tag for tag, _ in Reader(page_of(club())).elements}
USUAL |= {"table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(st.characters(codec="utf-8"), min_size=1) | st.sampled_from(list(PAYLOADS.values())))
def test_any_words_stay_words(words: str) -> None:
    theory = TheoryOfChange(
        title=words,
        summary=words,
        partners={"p": {"title": words}},
        interventions={"a": {"title": words, "plain": words, "partners": ["p"]}},
        outcomes={"b": {"title": words, "description": words, "who": words}},
        assumptions={"c": {"title": words}},
        sources={"s": {"title": words, "url": words, "author": words}},
        evidence={"e": {"title": words, "supports": ["b"], "source": "s", "quote": words}},
        links=[{"from": "a", "to": "b", "because": words, "assumes": ["c"], "main": True}],
    )
    reader = Reader(page_of(theory))
    assert reader.open == []
    assert {tag for tag, _ in reader.elements} <= USUAL
    scripts = [held for tag, held in reader.elements if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "data"}, {}]
    assert not any(name.startswith("on") for _, held in reader.elements for name in held)


def test_a_page_says_that_it_lists_only_the_shortest_of_very_many_loops() -> None:
    ids = "abcdef"
    links = [f"{one} -> {other}" for one in ids for other in ids if one != other]
    theory = TheoryOfChange(title="T", factors={id_: {"title": id_} for id_ in ids}, links=links)
    page = page_of(theory)
    assert len(re.findall('<option value="[0-9]+">reinforcing', page)) == 30
    assert "<option disabled>and more loops, which are not listed</option>" in page
    assert "which are not listed" not in page_of(club())
