"""Templates of a user's own: their variables, their sandbox, and their mistakes in one sentence."""

import io
from pathlib import Path

import docx
import pytest

from tocmodel import TheoryOfChange, TocModelError
from tocmodel.documents.build import PictureOptions, report_from, subject_of
from tocmodel.documents.own_templates import fill_template, format_of_template
from tocmodel.documents.own_templates.variables import VARIABLES, variables


def filled(template: Path, **parts: object) -> str | bytes:
    theory = TheoryOfChange(
        title="A *zone* <b>",
        outcomes={"fed": {"title": "Children & food"}},
        indicators={"meals": {"title": "Meals", "measures": ["fed"], "target": 90}},
        sources={"letter": {"title": "A letter", "year": 2020}},
        **parts,
    )
    subject = subject_of(theory, "", PictureOptions())
    return fill_template(template, subject, report_from(subject, sections=["monitoring"]))


def text(folder: Path, words: str, name: str = "ours.md.j2") -> str:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    made = filled(path)
    assert isinstance(made, str)
    return made


def test_every_variable_is_explained_and_every_explained_one_exists() -> None:
    subject = subject_of(TheoryOfChange(title="T"), "", PictureOptions())
    report = report_from(subject, sections=["sources"])
    assert variables(subject, report, str).keys() == VARIABLES.keys()


def test_the_values_of_a_markdown_template_are_words_and_its_chapters_are_markdown(
    tmp_path: Path,
) -> None:
    made = text(
        tmp_path,
        "# {{ title }}\n{% for row in monitoring %}- {{ row.outcome }}: {{ row.targets }}\n"
        "{% endfor %}{{ theory.outcomes.fed.title }}\n{{ report }}\n{{ sources[0] }}\n",
    )
    assert made.startswith("# A \\*zone\\* \\<b\\>\n- Children \\& food: 90\nChildren \\& food\n")
    assert "## Monitoring framework\n\n| What changes |" in made
    assert made.endswith("(2020). A letter.\n")


def test_the_values_of_an_html_template_are_escaped(tmp_path: Path) -> None:
    made = text(tmp_path, "<h1>{{ title }}</h1>{{ chapters.monitoring }}", "ours.html.j2")
    assert made.startswith("<h1>A *zone* &lt;b&gt;</h1>")
    assert '<th scope="row">Children &amp; food</th>' in made


def test_a_template_includes_only_files_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "part.md").write_text("about {{ place or 'nowhere' }}", encoding="utf-8")
    assert text(folder, "{% include 'part.md' %}") == "about nowhere"
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    for name in ("../secret.md", "link.md", str(tmp_path / "secret.md"), "no.md"):
        with pytest.raises(TocModelError, match="which is not in its folder"):
            text(folder, f"{{% include '{name}' %}}")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{{ titel }}", "in 'ours.md.j2', there is no variable 'titel'; did you mean 'title'?"),
        ("\n{% if %}", "ours.md.j2:2: Expected an expression, got 'end of statement block'"),
        ("{{ theory.outcoms }}", "in 'ours.md.j2', 'dict object' has no attribute 'outcoms'"),
        ("{{ chapters.evidens }}", "there is no chapter 'evidens'; did you mean 'evidence'?"),
        ("{{ title.__class__ }}", "ours.md.j2: access to attribute '__class__' of 'str' object is"),
        ("{{ theory.update({}) }}", "ours.md.j2: access to attribute 'update' of 'dict' object is"),
        ("{{ 1 / 0 }}", "'ours.md.j2' cannot be filled: division by zero"),
        ("{{ range(9999999) | list }}", "'ours.md.j2' cannot be filled: Range too big."),
    ],
)
def test_a_mistake_in_a_template_is_one_sentence(words: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(TocModelError) as error:
        text(tmp_path, words)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_template_is_known_by_its_ending() -> None:
    assert format_of_template(Path("Council.DOCX")) == "docx"
    with pytest.raises(TocModelError, match=r"'a\.doc' is not a template: its name must end in"):
        format_of_template(Path("a.doc"))


def council(path: Path, *lines: str) -> Path:
    """A Word document of a council, with a header and some lines."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Anytown – {{ title }}"
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def test_a_word_template_keeps_its_own_parts_and_takes_the_report(tmp_path: Path) -> None:
    template = council(
        tmp_path / "council.docx",
        "To cabinet: {{ title }}",
        "{{ report }}",
        "{%p for row in monitoring %}",
        "{{ row.outcome }}: {{ row.targets }}",
        "{%p endfor %}",
        "The end",
    )
    made = filled(template)
    assert isinstance(made, bytes)
    assert made == filled(template)
    document = docx.Document(io.BytesIO(made))
    assert document.sections[0].header.paragraphs[0].text == "Anytown – A *zone* <b>"
    assert [line.text for line in document.paragraphs if line.text.strip()] == [
        "To cabinet: A *zone* <b>",
        "Monitoring framework",
        "Children & food: 90",
        "The end",
    ]
    body = [child.tag.rpartition("}")[2] for child in document.element.body]
    assert body.index("tbl") < body.index("p", body.index("tbl"))
    assert document.tables[0].cell(1, 0).text == "Children & food"


def test_a_word_template_may_have_no_styles_of_lists(tmp_path: Path) -> None:
    template = council(tmp_path / "council.docx", "{{ chapters.glossary }}")
    document = docx.Document(str(template))
    for name in ("List Bullet", "List Number", "Heading 1", "Quote", "Caption"):
        style = document.styles[name].element
        style.getparent().remove(style)
    document.save(str(template))
    made = filled(template)
    assert isinstance(made, bytes)
    lines = [line.text for line in docx.Document(io.BytesIO(made)).paragraphs]
    assert any("Indicator. A measurable sign of change." in line for line in lines)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no archive", "the file is not a .docx document; save it as one"),
        (b"PK\x05\x06" + bytes(18), "'council.docx' is not a Word document; save it as .docx"),
    ],
)
def test_a_file_that_is_no_word_document_is_refused(
    content: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "council.docx"
    path.write_bytes(content)
    with pytest.raises(TocModelError) as error:
        filled(path)
    assert str(error.value) == message
