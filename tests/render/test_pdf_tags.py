"""Tagged PDF: what a screen reader finds in a picture, in order."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from diagrams import club, with_clusters
from pypdf import PdfReader

from tocmodel.layout import Scene, layout
from tocmodel.layout.scene import SceneGroup, Text
from tocmodel.render.pdf import pdf, pdf_pages
from tocmodel.render.voice import utterances

Require = Callable[[bool, str], None]


def elements(made: bytes) -> list[tuple[str, str]]:
    """Return the kind and the alternative text of every element of a file, in reading order."""
    root = PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"]
    return list(_below(root))


def _below(parent: Any) -> Iterator[tuple[str, str]]:
    kids = parent["/K"]
    for kid in kids if isinstance(kids, list) else ():
        element = kid.get_object()
        yield element["/S"].removeprefix("/"), element.get("/Alt", "")
        yield from _below(element)


def figures(scene: Scene) -> list[str]:
    """Return what should be said of a scene: each box before its arrows, nothing twice."""
    by_id = {group.id: group for group in scene.groups}
    found = list(zip(scene.groups, utterances(scene), strict=True))
    owned = {id_ for _, spoken in found for id_ in spoken.owns}
    groups = [
        one
        for group, spoken in found
        if spoken.role and group.id not in owned
        for one in (group, *(by_id[id_] for id_ in spoken.owns))
    ]
    return [_words(group) for group in groups]


def _words(group: SceneGroup) -> str:
    return ". ".join(filter(None, (group.title, group.description)))


@pytest.mark.parametrize("diagram", [club(), with_clusters(club())])
def test_every_box_and_arrow_is_a_figure_with_words_in_the_order_of_the_svg(diagram: Any) -> None:
    scene = layout(diagram)
    found = [words for kind, words in elements(pdf(scene)) if kind == "Figure"]
    assert found == figures(scene)


def test_a_page_begins_with_its_title_and_further_words_are_paragraphs() -> None:
    kinds = [kind for kind, _ in elements(pdf(layout(club())))]
    assert kinds[:4] == ["Document", "Sect", "H1", "P"]
    assert set(kinds) == {"Document", "Sect", "H1", "P", "Figure", "L", "LI", "LBody"}


def test_the_arrows_of_a_box_are_a_list_after_it() -> None:
    made = elements(pdf(layout(club())))
    start = [words.startswith("Intervention: A breakfast") for _, words in made].index(True)
    assert [kind for kind, _ in made[start + 1 : start + 8]] == [
        "L",
        *("LI", "LBody", "Figure"),
        *("LI", "LBody", "Figure"),
    ]


def test_every_page_has_a_section_and_every_mark_an_element() -> None:
    scene = layout(club())
    reader = PdfReader(io.BytesIO(pdf_pages((scene, evolve(scene, title="Again")))))
    root: Any = reader.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    for place, page in enumerate(reader.pages):
        assert page["/StructParents"] == numbers[2 * place] == place
        content: Any = page.get_contents()
        marks = [int(mark) for mark in re.findall(rb"/MCID (\d+)", content.get_data())]
        assert marks == list(range(len(numbers[2 * place + 1].get_object())))
        assert content.get_data().count(b"EMC") == len(re.findall(rb"B[DM]C", content.get_data()))
    top: Any = root["/K"][0]
    assert [section.get_object()["/T"] for section in top["/K"]] == [scene.title, "Again"]


def test_words_that_stay_english_are_marked_in_a_translated_picture() -> None:
    made = pdf(layout(evolve(club(), language="cy")))
    root: Any = PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"]
    (section,) = root["/K"][0]["/K"]
    languages = {
        element.get("/Alt", ""): element.get("/Lang", "")
        for element in (kid.get_object() for kid in section["/K"])
    }
    assert languages["Impact"] == "en"
    assert languages[""] == ""


def test_a_picture_without_words_has_a_structure_too() -> None:
    scene = Scene(width=10, height=10, title="Nothing")
    assert elements(pdf(scene)) == [("Document", ""), ("Sect", "")]
    words = Text(x=1, y=9, text="Calm", size=9, width=20, colour="#000000")
    note = SceneGroup(id="note", role="note", items=(words,))
    assert elements(pdf(evolve(scene, groups=(note,))))[2:] == [("P", "")]


def test_poppler_finds_the_structure(tmp_path: Path, require: Require) -> None:
    program = shutil.which("pdfinfo")
    require(program is not None, "pdfinfo is not installed")
    file = tmp_path / "club.pdf"
    file.write_bytes(pdf(layout(club())))

    def asked(*options: str) -> str:
        found = subprocess.run([str(program), *options, file], capture_output=True, check=True)
        assert found.stderr == b""
        return found.stdout.decode()

    assert re.search(r"Tagged: +yes", asked())
    first = asked("-struct-text").splitlines()[:4]
    assert [line.strip() for line in first] == [
        "Document",
        'Sect "How breakfast helps"',
        "H1 (block)",
        '"How breakfast helps"',
    ]
