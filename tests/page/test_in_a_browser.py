"""Pages as people meet them: in a browser, with keys or a pointer, and with or without script."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from axe_client import violations_in
from devtools import Tab
from example_models import model_file
from web_pages import club, example_page, large, written

from tocmodel import draw, load
from tocmodel.model import TheoryOfChange
from tocmodel.page.drawing_page import to_html

Require = Callable[[bool, str], None]

EXAMPLES = ("pembury", "blackpool-resilience-revolution", "imagined-zone")

LIT = "[...document.querySelectorAll('.sheet:not([hidden]) .toc-box.lit')]"
OFF = "[...document.querySelectorAll('.sheet:not([hidden]) .toc-box.off')]"
NAMES = ".map((one) => one.getAttribute('href').slice(3)).sort()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def tab(opened: Callable[..., Tab], folder: Path) -> Tab:
    """A tab with the page of the small theory."""
    page = folder / "club.html"
    return opened(page if page.exists() else written(club(), page))


def choose(tab: Tab, field: str, value: str) -> None:
    """Choose a value as a user does: the field has the value, and reports it."""
    script = (
        "(() => { const field = document.querySelector(%r); field.value = %r;"
        " field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    tab.run(script % (field, value))


def click(tab: Tab, selector: str) -> None:
    tab.run(f"document.querySelector({selector!r}).click()")


def lit(tab: Tab) -> list[str]:
    found: list[str] = tab.run(LIT + NAMES)
    return found


def off(tab: Tab) -> list[str]:
    found: list[str] = tab.run(OFF + NAMES)
    return found


def where(tab: Tab) -> str:
    return str(tab.run("document.getElementById('where').textContent"))


def focused(tab: Tab) -> str:
    return str(tab.run("document.activeElement.getAttribute('href') ?? ''"))


def to_the_picture(tab: Tab) -> None:
    """Go with the Tab key alone from the top of the page to the first box of the picture."""
    for _ in range(30):
        tab.press("Tab")
        if focused(tab).startswith("#e-"):
            return
    raise AssertionError("no box has the focus after 30 tabs")


# The page as a file.


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_is_one_request_and_nothing_goes_wrong(
    name: str, opened: Callable[..., Tab], folder: Path
) -> None:
    page = example_page(name, folder)
    tab = opened(page)
    assert tab.requests() == [page.as_uri()]
    assert tab.problems() == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_keeps_anyone_from_using_a_page(
    name: str, opened: Callable[..., Tab], folder: Path, node_modules: Path, require: Require
) -> None:
    script = node_modules / "axe-core" / "axe.min.js"
    require(script.exists(), f"axe-core is not installed in {node_modules}")
    tab = opened(example_page(name, folder))
    assert violations_in(tab, script) == []
    tab.run("document.querySelectorAll('#tools details').forEach((one) => { one.open = true; })")
    tab.run(
        "document.querySelector('.toc-box').dispatchEvent(new MouseEvent('click', "
        "{bubbles: true, cancelable: true}))"
    )
    assert violations_in(tab, script) == []
    tab.prefer(prefers_color_scheme="dark")
    assert violations_in(tab, script) == []
    tab.size(320, 800)
    assert violations_in(tab, script) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_screen_reader_finds_every_element_and_every_link(
    name: str, opened: Callable[..., Tab], folder: Path
) -> None:
    page = example_page(name, folder)
    tree = opened(page).tree()
    diagram = draw(load(model_file(name))).diagram
    links = [words(name) for role, name in tree if role == "link"]
    headings = {words(name) for role, name in tree if role == "heading"}
    images = [name for role, name in tree if role == "image"]
    assert [box.text for box in diagram.boxes if box.text not in headings] == []
    started = [
        box.text for box in diagram.boxes if not any(link.startswith(box.text) for link in links)
    ]
    assert started == []
    assert len(images) == len(diagram.arrows)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_scrolls_sideways(
    name: str, width: int, opened: Callable[..., Tab], folder: Path
) -> None:
    tab = opened(example_page(name, folder), width=width, height=800)
    tab.run("document.querySelectorAll('#tools details').forEach((one) => { one.open = true; })")
    tab.run(
        "document.querySelector('.toc-box').dispatchEvent(new MouseEvent('click', "
        "{bubbles: true, cancelable: true}))"
    )
    assert tab.run("document.documentElement.scrollWidth") == width


def test_without_script_there_are_no_tools_and_boxes_lead_to_their_words(
    opened: Callable[..., Tab], folder: Path
) -> None:
    tab = opened("about:blank")
    tab.without_script()
    tab.go(written(club(), folder / "no-script.html"))
    roles = [role for role, _ in tab.tree()]
    assert "searchbox" not in roles
    assert "button" not in roles
    targets = tab.run(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every("
        "(one) => document.getElementById(one.getAttribute('href').slice(1)))"
    )
    assert targets is True
    top = tab.run("document.getElementById('e-learn').getBoundingClientRect().top")
    tab.run(
        "document.querySelector('.box-learn').dispatchEvent(new MouseEvent('click', "
        "{bubbles: true, cancelable: true}))"
    )
    assert tab.run("location.hash") == "#e-learn"
    assert tab.run("document.getElementById('e-learn').getBoundingClientRect().top") < top


def test_words_from_right_to_left_stay_in_their_boxes(
    opened: Callable[..., Tab], folder: Path
) -> None:
    theory = TheoryOfChange(
        title="ארוחת בוקר",
        language="he",
        interventions={"club": {"title": "מועדון ארוחת בוקר"}},
        outcomes={"fed": {"title": "הילדים אינם רעבים", "horizon": "short"}},
        links=[{"from": "club", "to": "fed", "because": "יש אוכל"}],
        indicators={"plates": {"title": "צלחות", "measures": ["fed"], "baseline": {"value": 3}}},
    )
    tab = opened(written(theory, folder / "hebrew.html"))
    assert tab.run("getComputedStyle(document.body).direction") == "rtl"
    outside = tab.run(
        "[...document.querySelectorAll('.toc-box')].flatMap((box) => {"
        " const [x, , width] = box.dataset.place.split(' ').map(Number);"
        " return [...box.querySelectorAll('text')].filter((line) => {"
        "  const at = line.getBBox(); return at.x < x || at.x + at.width > x + width; }); }).length"
    )
    assert outside == 0
    tab.size(320, 800)
    assert tab.run("document.documentElement.scrollWidth") == 320


# The keyboard.


def test_the_tools_work_with_the_keyboard_alone(tab: Tab) -> None:
    field = "document.activeElement.dataset.set ?? document.activeElement.textContent"
    tab.press("Tab", "Tab")
    assert tab.run(field) == "find"
    tab.type("hungry")
    assert "calm" in off(tab)
    while tab.run(field) != "Show all":
        tab.press("Tab")
    tab.press("Enter")
    assert off(tab) == []
    tab.press("Tab")
    assert tab.run(field) == "Follow"
    tab.press("Enter", "Tab", "ArrowDown")
    assert tab.run("document.activeElement.value") == "up"
    while tab.run(field) != "Stories and loops":
        tab.press("Tab")
    tab.press("Enter", "Tab", "ArrowDown")
    assert tab.run("document.querySelector('[data-set=story]').value") == "main"
    assert lit(tab) == ["club", "fed"]
    while tab.run(field) != "Next":
        tab.press("Tab")
    tab.press("Enter")
    assert lit(tab) == ["fed", "learn"]
    tab.press("Escape")
    assert tab.run("document.getElementById('story').hidden") is True


def test_keys_go_to_effects_causes_and_siblings_and_the_line_tells_where(tab: Tab) -> None:
    to_the_picture(tab)
    assert focused(tab) in {"#e-club", "#e-visits"}
    tab.run("document.querySelector('.box-club').focus()")
    assert where(tab) == "Intervention: Breakfast club. Comes from 1, leads to 1."
    tab.press("ArrowRight")
    assert focused(tab) == "#e-fed"
    tab.press("ArrowRight")
    assert focused(tab) == "#e-learn"
    assert where(tab) == "Outcome: Children learn. Comes from 2, leads to 1."
    tab.press("ArrowLeft")
    first = focused(tab)
    tab.press("ArrowDown")
    second = focused(tab)
    assert {first, second} == {"#e-fed", "#e-calm"}
    tab.press("ArrowUp")
    assert focused(tab) == first


def test_one_box_is_on_the_way_of_the_tab_key(tab: Tab) -> None:
    reachable = "document.querySelectorAll('.toc-box[tabindex=\"0\"]').length"
    assert tab.run(reachable) == 1
    tab.run("document.querySelector('.box-fed').focus()")
    tab.press("ArrowRight")
    assert tab.run(reachable) == 1


def test_enter_opens_the_details_and_escape_goes_back(tab: Tab) -> None:
    tab.run("document.querySelector('.box-fed').focus()")
    tab.press("Enter")
    assert tab.run("document.activeElement.textContent") == "Children are not hungry"
    assert tab.run("document.getElementById('details').contains(document.activeElement)") is True
    tab.press("Escape")
    assert tab.run("document.getElementById('details').hidden") is True
    assert focused(tab) == "#e-fed"
    tab.press("Escape")
    assert tab.run("location.hash") == ""
    assert lit(tab) == ["club", "fed", "learn"]  # the focus is still there


def test_a_link_in_the_details_goes_on_to_the_next_element(tab: Tab) -> None:
    tab.run("document.querySelector('.box-fed').focus()")
    tab.press("Enter", "Tab")
    assert focused(tab) == "#e-club"
    tab.press("Enter")
    assert tab.run("document.activeElement.textContent") == "Breakfast club"
    assert "at=club" in tab.run("location.hash")


# What lights up, and what fades.


def test_a_pointer_over_a_box_fades_what_is_not_connected(tab: Tab) -> None:
    place = tab.run(
        "(() => { const box = document.querySelector('.box-calm');"
        " box.scrollIntoView({block: 'center'}); const at = box.getBoundingClientRect();"
        " return [at.x + at.width / 2, at.y + at.height / 2]; })()"
    )
    tab.point(*place)
    assert lit(tab) == ["calm", "learn", "visits"]
    tab.run("new Promise((done) => setTimeout(done, 300))")
    assert tab.run("getComputedStyle(document.querySelector('.box-fed')).opacity") == "0.14"
    tab.point(2, 2)
    assert tab.run("document.querySelector('svg.dim')") is None


@pytest.mark.parametrize(
    ("way", "far", "found"),
    [
        ("both", "1", ["club", "fed", "learn"]),
        ("up", "1", ["club", "fed"]),
        ("down", "1", ["fed", "learn"]),
        ("down", "2", ["club", "fed", "learn"]),
        ("up", "3", ["calm", "club", "fed", "learn"]),
        ("both", "", ["calm", "club", "fed", "learn", "visits"]),
    ],
)
def test_steps_up_and_down_are_followed(tab: Tab, way: str, far: str, found: list[str]) -> None:
    tab.run(f"location.hash = 'at=fed&way={way}&far={far}'")
    tab.run("new Promise((done) => setTimeout(done))")
    assert lit(tab) == found


def test_the_fields_set_the_way_and_the_steps(tab: Tab) -> None:
    tab.run(
        "document.querySelector('.box-fed').dispatchEvent("
        "new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    click(tab, '[data-set="way"][value="down"]')
    assert lit(tab) == ["fed", "learn"]
    click(tab, '[data-set="far"][value="2"]')
    assert lit(tab) == ["club", "fed", "learn"]
    assert tab.run("location.hash") == "#at=fed&way=down&far=2"


def test_the_way_between_two_lights_up(tab: Tab) -> None:
    choose(tab, '[data-set="from"]', "visits")
    choose(tab, '[data-set="to"]', "learn")
    assert lit(tab) == ["calm", "learn", "visits"]
    assert where(tab) == "Elements on the way from “Visits at home” to “Children learn”: 3."
    choose(tab, '[data-set="from"]', "learn")
    choose(tab, '[data-set="to"]', "fed")
    assert lit(tab) == []
    assert where(tab) == (
        "No way leads from “Children learn” to “Children are not hungry” in this picture."
    )


def test_a_loop_lights_up_with_its_arrows(tab: Tab) -> None:
    choose(tab, '[data-set="loop"]', "0")
    assert lit(tab) == ["club", "fed", "learn"]
    assert tab.run("document.querySelectorAll('.toc-arrow.lit').length") == 3
    assert where(tab) == "A loop of 3 elements."


# Filters, search, stories, plain words, groups, views.


@pytest.mark.parametrize(
    ("key", "value", "gone"),
    [
        ("partner", "school", ["calm", "fed", "idea", "learn", "visits"]),
        ("group", "homes", ["club", "fed", "idea", "learn"]),
        ("level", "child", ["calm", "fed", "idea", "learn", "visits"]),
        ("horizon", "long", ["calm", "club", "fed", "idea", "visits"]),
        ("evidence", "for", ["calm", "club", "idea", "learn", "visits"]),
        ("status", "hoped", ["calm", "club", "fed", "learn", "visits"]),
    ],
)
def test_a_filter_fades_boxes_and_leaves_out_words(
    tab: Tab, key: str, value: str, gone: list[str]
) -> None:
    choose(tab, f'[data-filter="{key}"]', value)
    assert off(tab) == gone
    hidden = (
        "[...document.querySelectorAll('article[hidden]')].map((one) => one.id.slice(2)).sort()"
    )
    assert tab.run(hidden) == gone
    shown = 6 - len(gone)
    assert where(tab) == f"{shown} of 6 elements fit."
    tab.run("location.reload()")


def test_the_search_finds_words_of_an_element_without_accents(tab: Tab) -> None:
    choose(tab, '[data-set="find"]', "HUNGRÝ")
    assert "fed" not in off(tab)
    assert "calm" in off(tab)
    click(tab, '[data-do="clear"]')
    assert off(tab) == []


def test_a_story_goes_on_and_back_and_the_address_keeps_its_place(
    tab: Tab, opened: Callable[..., Tab]
) -> None:
    choose(tab, '[data-set="story"]', "main")
    bar = "document.querySelector('#story p').textContent"
    assert (
        tab.run(bar)
        == "“Breakfast club” leads to “Children are not hungry”: because food is there."
    )
    assert lit(tab) == ["club", "fed"]
    assert tab.run("document.querySelector('[data-do=previous]').disabled") is True
    click(tab, '[data-do="next"]')
    assert lit(tab) == ["fed", "learn"]
    assert where(tab) == "Step 2 of 2."
    address = tab.run("location.href")
    assert address.endswith("#story=main&step=2")
    again = opened(address)
    assert lit(again) == ["fed", "learn"]
    click(again, '[data-do="previous"]')
    assert lit(again) == ["club", "fed"]
    assert "inferred" not in again.run(bar)
    choose(again, '[data-set="story"]', "ann")
    assert again.run(bar) == "Potential value: I got a recipe"
    assert lit(again) == ["idea"]


def test_a_step_of_a_story_that_is_our_reading_is_marked(
    opened: Callable[..., Tab], folder: Path
) -> None:
    tab = opened(example_page("pembury", folder))
    tab.run("location.hash = 'story=main&step=2'")
    tab.run("new Promise((done) => setTimeout(done))")
    assert tab.run("document.querySelector('#story p').textContent") == (
        "“Getting children ready for school” leads to “Early language and play build readiness”: "
        "because it brings talk and play to children before they start school; "
        "inferred, our reading."
    )


def test_plain_words_take_the_place_of_titles_within_their_boxes(tab: Tab) -> None:
    name = "document.querySelector('.box-club .name').textContent"
    before = tab.run(name)
    click(tab, '[data-do="plain"]')
    assert words(tab.run(name)) == "Free breakfast every day"
    assert tab.run("document.querySelector('#e-club h3').textContent") == "Free breakfast every day"
    assert (
        tab.run("document.querySelector('[data-do=plain]').getAttribute('aria-pressed')") == "true"
    )
    click(tab, '[data-do="plain"]')
    assert tab.run(name) == before


def test_plain_words_of_an_example_stay_in_their_boxes(
    opened: Callable[..., Tab], folder: Path
) -> None:
    tab = opened(example_page("pembury", folder))
    click(tab, '[data-do="plain"]')
    outside = tab.run(
        "[...document.querySelectorAll('.toc-box')].filter((box) => {"
        " const [x, y, width, height] = box.dataset.place.split(' ').map(Number);"
        " const name = box.querySelector('.name').getBBox();"
        " return name.x < x || name.y < y || name.x + name.width > x + width"
        " || name.y + name.height > y + height; }).map((box) => box.textContent)"
    )
    assert outside == []


def test_a_group_closes_and_opens_in_place(tab: Tab) -> None:
    button = '[data-group="mornings"]'
    assert tab.run(f"document.querySelector('{button}').getAttribute('aria-expanded')") == "true"
    click(tab, button)
    covered = "[...document.querySelectorAll('.toc-box.covered')]" + NAMES
    assert tab.run(covered) == ["club", "fed"]
    assert tab.run("document.querySelector('.arrow-club--fed').matches('.covered')") is True
    assert tab.run("document.querySelector('.arrow-fed--learn').matches('.covered')") is False
    assert tab.run("document.querySelector('.cover').textContent") == "Mornings2 inside"
    click(tab, button)
    assert tab.run(covered) == []


def test_mutual_links_and_ids_of_every_kind_light_up(
    opened: Callable[..., Tab], folder: Path
) -> None:
    factors = {id_: {"title": id_} for id_ in ("constructor", "__proto__", "trust", "with space")}
    links = [
        {"from": "constructor", "to": "__proto__", "kind": "mutual"},
        {"from": "__proto__", "to": "with space"},
        {"from": "trust", "to": "with space", "kind": "association"},
    ]
    theory = TheoryOfChange(title="Odd names", factors=factors, links=links)
    tab = opened(written(theory, folder / "odd.html"))
    assert tab.problems() == []
    tab.run(
        "document.querySelectorAll('.toc-box').forEach((box) => box.dispatchEvent("
        "new MouseEvent('click', {bubbles: true, cancelable: true})))"
    )
    assert tab.problems() == []
    tab.run("location.hash = 'at=with+space&way=up&far='")
    tab.run("new Promise((done) => setTimeout(done))")
    assert lit(tab) == ["__proto__", "constructor", "trust", "with space"]
    choose(tab, '[data-set="from"]', "__proto__")
    choose(tab, '[data-set="to"]', "constructor")
    assert lit(tab) == ["__proto__", "constructor"]  # a mutual link leads both ways
    choose(tab, '[data-set="from"]', "trust")
    choose(tab, '[data-set="to"]', "with space")
    assert lit(tab) == []  # an association leads nowhere
    click(tab, '[data-do="clear"]')
    choose(tab, '[data-set="loop"]', "0")
    assert lit(tab) == ["__proto__", "constructor"]
    click(tab, '[data-do="clear"]')
    choose(tab, '[data-set="find"]', "trust")
    assert off(tab) == ["__proto__", "constructor", "with space"]
    assert tab.problems() == []


def test_a_theory_with_others_in_it_is_one_page(opened: Callable[..., Tab], folder: Path) -> None:
    theory = load(model_file("headstart"))
    include = next(iter(theory.includes))
    page = folder / "headstart.html"
    page.write_bytes(draw(theory, expand=[include]).to_bytes("html"))
    tab = opened(page)
    assert tab.problems() == []
    inside = f".toc-box[href^='#e-{include}/']"
    tab.run(f'document.querySelector("{inside}").focus()')
    tab.press("Enter")
    assert tab.run("document.getElementById('details').hidden") is False
    click(tab, f'[data-group="{include}"]')
    assert tab.run(f'document.querySelector("{inside}").matches(".covered")') is True


def test_a_collapsed_group_opens_and_the_author_s_picture_comes_back(
    opened: Callable[..., Tab], folder: Path
) -> None:
    tab = opened(example_page("blackpool-resilience-revolution", folder))
    shown = "document.querySelector('.sheet:not([hidden])').dataset.form"
    assert tab.run(shown) == "usual"
    click(tab, '[data-group="in-schools"]')
    assert tab.run(shown) == "open"
    assert tab.run("document.querySelectorAll('.cover').length") > 0
    click(tab, '[data-group="in-schools"]')
    assert tab.run(shown) == "usual"


def test_several_views_are_in_one_page_and_one_is_shown(
    opened: Callable[..., Tab], folder: Path
) -> None:
    theory = load(model_file("pembury"))
    page = folder / "views.html"
    views = ("overview", "school-start", "by-level")
    page.write_text(to_html(draw(theory, view) for view in views), encoding="utf-8")
    tab = opened(page)
    shown = "[...document.querySelectorAll('.view:not([hidden]) h2')].map((one) => one.textContent)"
    assert len(tab.run(shown)) == 1
    choose(tab, '[data-set="view"]', "2")
    assert tab.run("location.hash") == "#view=by-level"
    assert len(tab.run(shown)) == 1
    ids = tab.run("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_zoom_buttons_and_dragging_move_the_picture(tab: Tab) -> None:
    width = "document.querySelector('svg').getBoundingClientRect().width"
    before = tab.run(width)
    click(tab, '[data-do="larger"]')
    click(tab, '[data-do="larger"]')
    assert tab.run(width) > before * 1.4
    click(tab, '[data-do="fit"]')
    assert tab.run(width) <= before
    tab.run("document.querySelector('.box-fed').focus()")
    tab.press("+")
    assert tab.run(width) > before


# What anybody may write: an address, and every word of a theory.


def test_an_address_that_names_nothing_of_the_page_shows_the_page(
    opened: Callable[..., Tab], folder: Path
) -> None:
    page = written(club(), folder / "address.html").as_uri()
    odd = "view=x&at=constructor&way=%22&far=-1&from=__proto__&to=1&loop=9&story=toString&step=9e9"
    for address in (odd, "e-nobody", "%", "only-partner=nobody", "closed=x%20y", "step=NaN"):
        tab = opened(f"{page}#{address}")
        assert tab.problems() == [], address
        assert tab.run("document.getElementById('tools').hidden") is False


# What people prefer.


def test_forced_colours_keep_the_picture_readable(tab: Tab) -> None:
    tab.prefer(forced_colors="active", prefers_color_scheme="dark")
    text = "getComputedStyle(document.querySelector('.toc-box text')).fill"
    assert tab.run(text) == "rgb(27, 31, 36)"
    assert tab.run("getComputedStyle(document.querySelector('svg > rect')).fill") == (
        "rgb(255, 255, 255)"
    )


def test_nothing_moves_for_people_who_prefer_that(tab: Tab) -> None:
    duration = "getComputedStyle(document.querySelector('.toc-box')).transitionDuration"
    assert tab.run(duration) == "0.15s"
    tab.prefer(prefers_reduced_motion="reduce")
    assert tab.run(duration) == "0s"


@pytest.mark.parametrize(("paper", "size"), [("A4", (842, 595)), ("A3", (1191, 842))])
def test_a_page_prints_its_picture_on_a_sheet_and_what_is_shown_in_words(
    tab: Tab, paper: str, size: tuple[int, int]
) -> None:
    choose(tab, '[data-set="find"]', "hungry")
    tab.run("print = () => {}")
    click(tab, f'[data-do="print"][data-paper="{paper}"]')
    pages = pypdf.PdfReader(io.BytesIO(tab.pdf())).pages
    sheets = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages]
    assert sheets[:2] == [size, (595, 842)]
    text = " ".join(page.extract_text() for page in pages)
    assert "Search" not in text
    assert len(re.findall("Families are calm", text)) == 1  # in the picture, and not in the words


# Size.


def test_a_page_of_300_elements_answers_at_once(opened: Callable[..., Tab], folder: Path) -> None:
    tab = opened(written(large(), folder / "large.html"))
    assert tab.problems() == []
    assert tab.run("document.querySelectorAll('.toc-box').length") == 300
    tab.run("document.querySelector('.box-i0').focus()")
    tab.press("ArrowRight")
    assert focused(tab) in {"#e-o0", "#e-o7"}
    choose(tab, '[data-set="far"][value=""]', "")
    tab.run("location.hash = 'at=i0&far='")
    tab.run("new Promise((done) => setTimeout(done))")
    assert len(lit(tab)) > 3
    choose(tab, '[data-set="find"]', "Outcome number 17")
    assert len(off(tab)) == 289  # 17, and 170 to 179, fit
