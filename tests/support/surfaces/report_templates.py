"""Templates of reports: text with jinja2 or a Word document; filled, or refused in one sentence."""

import functools
import io
import tempfile
from pathlib import Path

import docx
from hypothesis import strategies as st
from odd_labels import ODD

from surfaces.damage import damaged_bytes
from surfaces.model import Case, Surface
from tocmodel import TheoryOfChange, TocModelError
from tocmodel.documents.build import PictureOptions, report_from, subject_of
from tocmodel.documents.own_templates import fill_template
from tocmodel.documents.own_templates.variables import VARIABLES

PIECES = [
    *(f"{{{{ {name} }}}}" for name in VARIABLES),
    *("{{ ", " }}", "{% ", " %}", "{#", "#}", "{{ chapters.evidence }}", "{{ theory.outcomes }}"),
    *("{% for row in monitoring %}", "{% endfor %}", "{% if imagined %}", "{% endif %}"),
    *("{% include 'x' %}", "{% include '../x' %}", "{% import 'x' as x %}", "{% raw %}"),
    *("{{ title.__class__ }}", "{{ ().__class__.__bases__ }}", "{{ theory.pop('title') }}"),
    *("{{ title|attr('__class__') }}", "{{ cycler.__init__ }}", "{{ 'x' * 99 }}", "{{ 1 / 0 }}"),
    *("{{ range(99999999) }}", "{{ title[0] }}", "{{ monitoring[9] }}", "{{ '%d' % title }}"),
    *("# A heading\n", "words ", "\n", "<b>", *ODD),
]
_ENDINGS = st.sampled_from(["md.j2", "html.j2", "docx"])


@functools.cache
def _word(lines: tuple[str, ...]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph("".join(letter for letter in line if letter.isprintable()))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@st.composite
def _templates(draw: st.DrawFn) -> Case:
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=8))
    ending = draw(_ENDINGS)
    if ending == "docx":
        data = _word(tuple(pieces))
        return Case({"t.docx": draw(damaged_bytes([data])) if draw(st.booleans()) else data})
    return Case({f"t.{ending}": "".join(pieces).encode("utf-8", "replace")})


@functools.cache
def _theory() -> TheoryOfChange:
    return TheoryOfChange(
        title="Breakfast *club*",
        outcomes={"fed": {"title": "Children are <fed>"}},
        indicators={"meals": {"title": "Meals", "measures": ["fed"], "target": 90}},
    )


def _fill(case: Case) -> bool:
    subject = subject_of(_theory(), "", PictureOptions())
    report = report_from(subject, sections=["monitoring"])
    with tempfile.TemporaryDirectory() as folder:
        [(name, data)] = case.files.items()
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            made = fill_template(path, subject, report)
        except TocModelError:
            return False
        assert made == fill_template(path, subject, report)
        return True


SURFACES = [Surface("report templates", _templates(), _fill, examples=25)]
