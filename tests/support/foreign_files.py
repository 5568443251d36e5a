"""Small made files of other programs, and what a reader finds in one as plain data."""

import base64
import io
import json
import re
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs
import xlsxwriter

from tocmodel.conversion.sketch import Sketch

OLDER = ("nodes.csv", "edges.csv")
SAMPLES = Path(__file__).parent.parent / "conversion" / "samples"

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
POINT = 12_700


def archive(parts: dict[str, str | bytes]) -> bytes:
    """An archive with these parts, always the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def miradi_project() -> bytes:
    """A Miradi project with one results chain."""
    return archive({"project.xml": (SAMPLES / "project.miradi.xml").read_bytes()})


def compressed_drawing(text: str) -> str:
    """A draw.io file with its pages deflated, as the program itself writes them."""

    def packed(found: re.Match[str]) -> str:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        raw = deflate.compress(quote(found[0], safe="").encode()) + deflate.flush()
        return base64.b64encode(raw).decode()

    return re.sub(r"<mxGraphModel.*?</mxGraphModel>", packed, text, flags=re.DOTALL)


def _frame(x: float, y: float, width: float = 120, height: float = 50, more: str = "") -> str:
    numbers = [round(number * POINT) for number in (x, y, width, height)]
    left, top, across, down = numbers
    return f'<a:xfrm{more}><a:off x="{left}" y="{top}"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'


def _words(text: str) -> str:
    lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f"<p:txBody><a:bodyPr/>{lines}</p:txBody>"


def shape(id_: int, text: str, x: float, y: float, *, colour: str = "", form: str = "rect") -> str:
    """A shape; without a colour, a text box."""
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"
    is_text = "" if colour else ' txBox="1"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="s"/><p:cNvSpPr{is_text}/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_frame(x, y)}<a:prstGeom prst="{form}"/>{fill}</p:spPr>{_words(text)}</p:sp>'
    )


def connector(
    id_: int,
    start: tuple[int, float, float],
    end: tuple[int, float, float],
    *,
    heads: str = '<a:tailEnd type="triangle"/>',
) -> str:
    """A connector between shapes (0 is none) and places."""
    glue = "".join(
        f'<a:{name} id="{number}" idx="0"/>'
        for name, number in (("stCxn", start[0]), ("endCxn", end[0]))
        if number
    )
    x, y = min(start[1], end[1]), min(start[2], end[2])
    flips = (' flipH="1"' if start[1] > end[1] else "") + (
        ' flipV="1"' if start[2] > end[2] else ""
    )
    frame = _frame(x, y, abs(start[1] - end[1]), abs(start[2] - end[2]), flips)
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="c"/><p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{frame}"
        f'<a:prstGeom prst="line"/><a:ln><a:prstDash val="dash"/>{heads}</a:ln></p:spPr></p:cxnSp>'
    )


def freeform(id_: int, start: tuple[float, float], end: tuple[float, float]) -> str:
    """A free line, drawn point by point, with an arrow head."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    width, height = abs(start[0] - end[0]) or 1, abs(start[1] - end[1]) or 1
    points = [f'<a:pt x="{round(at_x - x)}" y="{round(at_y - y)}"/>' for at_x, at_y in (start, end)]
    path = f"<a:moveTo>{points[0]}</a:moveTo><a:lnTo>{points[1]}</a:lnTo>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="f"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{_frame(x, y, width, height)}<a:custGeom><a:pathLst><a:path w="{round(width)}" '
        f'h="{round(height)}">{path}</a:path></a:pathLst></a:custGeom>'
        f'<a:ln><a:tailEnd type="triangle"/></a:ln></p:spPr></p:sp>'
    )


def group(id_: int, inside: str) -> str:
    """A group of shapes at twice their size, moved by 100 points."""
    frame = (
        f'<a:xfrm><a:off x="{100 * POINT}" y="{100 * POINT}"/><a:ext cx="{400 * POINT}" '
        f'cy="{400 * POINT}"/><a:chOff x="0" y="0"/><a:chExt cx="{200 * POINT}" '
        f'cy="{200 * POINT}"/></a:xfrm>'
    )
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id_}" name="g"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr>{frame}</p:grpSpPr>{inside}</p:grpSp>"
    )


def title(id_: int, text: str) -> str:
    """The title of a slide."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="t"/><p:cNvSpPr/>'
        f'<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>{_words(text)}</p:sp>'
    )


def presentation(*slides: str) -> bytes:
    """A presentation with these slides, each the XML of its shapes."""
    space = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
    ids = "".join(
        f'<p:sldId id="{255 + place}" r:id="r{place}"/>' for place, _ in enumerate(slides, 1)
    )
    related = "".join(
        f'<Relationship Id="r{place}" Type="{R}/slide" Target="slides/slide{place}.xml"/>'
        for place, _ in enumerate(slides, 1)
    )
    main = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="ppt/presentation.xml"/>'
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
            "ppt/presentation.xml": (
                f"<p:presentation {space}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
            ),
            "ppt/_rels/presentation.xml.rels": (
                f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>'
            ),
            **{
                f"ppt/slides/slide{place}.xml": (
                    f"<p:sld {space}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
                )
                for place, shapes in enumerate(slides, 1)
            },
        }
    )


def slides() -> bytes:
    """A presentation of two slides: headings, glued and loose connectors, a group, a free line."""
    first = "".join(
        [
            title(2, "How Harbour works"),
            shape(3, "Activities", 20, 60),
            shape(4, "Outcomes", 300, 60),
            shape(5, "Home visits", 20, 100, colour="DAE8FC"),
            shape(6, "Play bus", 20, 200, colour="DAE8FC", form="roundRect"),
            shape(7, "Parents ask\nearly", 300, 100, colour="D5E8D4"),
            shape(8, "Families read", 300, 200, colour="D5E8D4"),
            connector(9, (5, 140, 125), (7, 300, 125)),
            connector(10, (0, 299, 226), (0, 142, 225), heads='<a:headEnd type="arrow"/>'),
            connector(11, (7, 360, 150), (8, 360, 200), heads=""),
            freeform(12, (140, 225), (301, 130)),
            connector(13, (5, 80, 150), (0, 900, 900)),
            shape(14, "Draft of March", 20, 400),
            "<p:pic/>",
        ]
    )
    second = title(2, "The town") + group(
        3, shape(4, "Trust", 0, 0, colour="FFF2CC") + shape(5, "Rents", 0, 100, colour="FFF2CC")
    )
    return presentation(first, second + connector(6, (4, 0, 0), (5, 0, 0)))


def sketch_data(sketch: Sketch) -> dict[str, Any]:
    """A sketch as plain data, without what is empty."""
    return _filled(attrs.asdict(sketch, value_serializer=_plain))


def _plain(_instance: object, _field: object, value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item not in ("", None, {}, [])}
    if isinstance(value, list | tuple):
        return [_filled(item) for item in value]
    return str(value) if isinstance(value, str) else value


def causal_map(*, version: int = 4) -> bytes:
    """A causal map as a workbook of version 4 or 3, or as the two tables of the older ones."""
    if version < 3:
        return archive({name: (SAMPLES / f"causal-map.{name}").read_bytes() for name in OLDER})
    sheets = json.loads((SAMPLES / f"causal-map-{version}.json").read_text(encoding="utf-8"))
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file.getvalue()
