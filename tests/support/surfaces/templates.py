"""Templates for slides: a damaged one is refused with one sentence, or slides are made."""

import functools
import io
import zipfile

import pptx
from hypothesis import strategies as st

from surfaces.damage import damaged_bytes
from surfaces.model import Case, Surface
from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import draw
from tocmodel.model import TheoryOfChange
from tocmodel.slides.powerpoint.write import to_pptx

_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "ppt/presentation.xml",
    "ppt/_rels/presentation.xml.rels",
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
    "ppt/slideLayouts/slideLayout6.xml",
    "ppt/theme/theme1.xml",
)
_THEORY = TheoryOfChange(
    title="Small", outcomes={"a": {"title": "A"}, "b": {"title": "B"}}, links=["a -> b"]
)


@functools.cache
def _template() -> bytes:
    file = io.BytesIO()
    pptx.Presentation().save(file)
    return file.getvalue()


def _with_part(name: str, content: bytes) -> bytes:
    """The template with other content in one part."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_template())) as old, zipfile.ZipFile(file, "w") as new:
        for item in old.namelist():
            new.writestr(item, content if item == name else old.read(item))
    return file.getvalue()


@st.composite
def _damaged_part(draw_: st.DrawFn) -> bytes:
    name = draw_(st.sampled_from(_PARTS))
    with zipfile.ZipFile(io.BytesIO(_template())) as archive:
        content = archive.read(name)
    return _with_part(name, draw_(damaged_bytes([content])))


def _use(case: Case) -> bool:
    """Slides that can be opened are made, or an error of ours says why not."""
    (data,) = case.files.values()
    try:
        made = to_pptx([draw(_THEORY)], template=data)
    except TocModelError:
        return False
    assert len(pptx.Presentation(io.BytesIO(made)).slides) == 1
    return True


def _case(data: bytes) -> Case:
    return Case({"brand.pptx": data})


SURFACES = (
    Surface(
        "templates for slides",
        st.deferred(lambda: damaged_bytes([_template()])).map(_case) | _damaged_part().map(_case),
        _use,
    ),
)
