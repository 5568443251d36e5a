"""The frame of every page: one file, in one language, that runs only its own script."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tocmodel.page.base import WebPage, hash_of, render

SCRIPT = "document.title = 'changed';\n"


def made(tmp_path: Path, **changes: object) -> str:
    (tmp_path / "words.html").write_text(
        '{% extends "base.html" %}{% block content %}<p title="{{ words }}">{{ words }}</p>'
        "{% endblock %}",
        encoding="utf-8",
    )
    page = WebPage(**{"title": "Breakfast & play", **changes})  # type: ignore[arg-type]
    return render("words.html", page, [tmp_path], words='<script>"x"\u202e')


def test_words_are_escaped_once_and_what_is_hidden_shows(tmp_path: Path) -> None:
    page = made(tmp_path)
    words = "&lt;script&gt;&quot;x&quot;&#x202e;"
    assert f'<p title="{words}">{words}</p>' in page
    assert "<title>Breakfast &amp; play</title>" in page
    assert "<h1>Breakfast &amp; play</h1>" in page


def test_the_policy_names_the_style_and_the_script_by_their_hash(tmp_path: Path) -> None:
    script = tmp_path / "script.js"
    script.write_text(SCRIPT, encoding="utf-8")
    page = made(tmp_path, scripts=(script,))
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    inside = re.search("<script>(.*?)</script>", page, re.DOTALL)
    policy = re.search('Content-Security-Policy" content="(.*?)"', page)
    assert style is not None
    assert inside is not None
    assert policy is not None
    assert policy[1] == (
        f"default-src 'none'; style-src {hash_of(style[1])}; script-src {hash_of(inside[1])}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert SCRIPT in inside[1]


def test_a_page_without_script_allows_none(tmp_path: Path) -> None:
    page = made(tmp_path)
    assert "script-src" not in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en-GB", '<html lang="en-GB">'),
        ("cy", '<html lang="cy">'),
        ("ur", '<html lang="ur" dir="rtl">'),
    ],
)
def test_a_page_has_its_language_and_direction(language: str, opening: str, tmp_path: Path) -> None:
    page = made(tmp_path, language=language)
    assert opening in page
    ours = "" if language == "en-GB" else ' lang="en"'
    assert f'<a class="skip" href="#content"{ours}>Skip to the content</a>' in page


def test_a_page_of_an_imagined_theory_is_marked_in_its_tab_and_under_its_title(
    tmp_path: Path,
) -> None:
    page = made(tmp_path, imagined="An imagined example")
    assert "<title>Breakfast &amp; play – an imagined example</title>" in page
    assert '<p class="imagined">An imagined example</p>' in page


def test_a_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    reader = _Addresses()
    reader.feed(made(tmp_path))
    assert reader.found == ["data:,", "#content"]


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in {"href", "src"}]
