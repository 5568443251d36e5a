"""Workbooks made by hand: a sound one, and the many ways in which one can be made to do harm."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

FAR = '<row><c r="XFD1048576"><v>1</v></c></row>'
"""One cell in the last corner: a reader that makes room for all before it takes 17 billion."""

HEAD = ("story", "cycle", "says", "date")
STORY = ("Gate", "applied", "we stood there", "2019")


def row(number: int, texts: tuple[str, ...]) -> str:
    """A row of texts that are in the cells themselves."""
    cells = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


FORM = row(1, HEAD) + row(2, STORY)
"""The rows of a form with one story."""


def sheet(rows: str, before: str = "") -> str:
    """The part of a sheet."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'


def shared(*texts: str) -> dict[str, str]:
    """The part of texts that cells share."""
    held = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{held}</sst>'}


def relationships(*targets: tuple[str, str, str]) -> str:
    """The part of relationships, each an id, a kind and a target (with more attributes)."""
    held = "".join(
        f'<Relationship Id="{id_}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for id_, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}">{held}</Relationships>'


def parts(
    page: str, more: Mapping[str, str] = {}, *, at: str = "worksheets/sheet1.xml"
) -> dict[str, str]:
    """The parts of a workbook with one sheet."""
    return {
        "_rels/.rels": relationships(("a", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}">'
            '<sheets><sheet name="Story" sheetId="1" r:id="a"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            ("a", "worksheet", at),
            ("b", "sharedStrings", "sharedStrings.xml"),
            ("c", "styles", "styles.xml"),
        ),
        f"xl/{at}": page,
        **more,
    }


def packed(held: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook(rows: str = FORM, more: Mapping[str, str] = {}, *, before: str = "") -> bytes:
    """A workbook with these rows on its one sheet."""
    return packed(parts(sheet(rows, before), more))


def _in_directory(data: bytes, offset: int, form: str, value: int, part: bytes) -> bytes:
    """Change a field of a part's entry in the directory of the archive."""
    at = data.rindex(part) - 46 + offset
    return data[:at] + struct.pack(form, value) + data[at + struct.calcsize(form) :]


def encrypted() -> bytes:
    """A workbook with a password for its sheet, according to its directory."""
    return _in_directory(workbook(), 8, "<H", 1, b"xl/worksheets/sheet1.xml")


def with_size(size: int, rows: str = FORM) -> bytes:
    """A workbook whose directory lies about the length of the sheet."""
    return _in_directory(workbook(rows), 24, "<L", size, b"xl/worksheets/sheet1.xml")


def at_negative_place() -> bytes:
    """A workbook whose sheet begins before the file."""
    data = workbook()
    end = data.rindex(b"PK\x05\x06")
    return data[: end + 16] + struct.pack("<L", 0xFFFFFF00) + data[end + 20 :]


def twice_the_same_part() -> bytes:
    """An archive with two parts of one name."""
    file = io.BytesIO(workbook())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("XL/worksheets/sheet1.xml", sheet(FAR))
    return file.getvalue()


def in_many_parts() -> bytes:
    """An archive with a hundred thousand parts."""
    return packed({**parts(sheet(FORM)), **{f"{number}": "" for number in range(70_000)}}, 0)


def _prefixed(rows: str) -> str:
    page = sheet(rows).replace("<", "<a.b:").replace("<a.b:/", "</a.b:")
    return page.replace("xmlns=", "xmlns:a.b=")


def _in_utf_16(page: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-16"?>{page}'.encode("utf-16")


def _external() -> bytes:
    held = parts(sheet(FORM))
    held["xl/_rels/workbook.xml.rels"] = relationships(
        ("a", "worksheet", 'file:///etc/passwd" TargetMode="External')
    )
    return packed(held)


def _outside() -> bytes:
    return packed(
        parts(sheet(FORM), {"../../../../etc/passwd": "x"})
        | {
            "xl/_rels/workbook.xml.rels": relationships(
                ("a", "worksheet", "../../../../etc/passwd")
            )
        }
    )


def _styled(styles: str) -> bytes:
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>'
    return workbook(rows, {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'})


_LOL = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {chr(98 + number)} "{f"&{chr(97 + number)};" * 10}">' for number in range(9)
    )
    + "]>"
)

BEYOND = "XFD1048576: the sheet goes on beyond row 5,000 or column ZZ"
FIRST = "'xl/worksheets/sheet1.xml'"
DAMAGED = ": the workbook is damaged: "
MANY_TAGS = ": the workbook has more than 1,000,000 tags"

HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a cell name in lower case": (
        lambda: workbook(FAR.replace("XFD", "xfd")),
        f"cell {BEYOND}",
    ),
    "a > in an attribute": (
        lambda: workbook(FAR.replace('<c r="', '<c x=">" r="')),
        f"cell {BEYOND}",
    ),
    "spaces around the =": (lambda: workbook(FAR.replace("r=", "r = ")), f"cell {BEYOND}"),
    "a sheet whose name does not end in xml": (
        lambda: packed(parts(sheet(FAR), at="worksheets/sheet1.bin")),
        f"cell {BEYOND}",
    ),
    "rows without a number": (
        lambda: workbook("<row/>" * 900_000 + "<row><c><v>1</v></c></row>"),
        "cell A900001: the sheet goes on beyond row 5,000 or column ZZ",
    ),
    "no space between attributes": (
        lambda: workbook(FAR.replace('<c r="', '<c t="n"r="')),
        f"{DAMAGED}{FIRST} is not XML (not well-formed (invalid token): line 1, column 101)",
    ),
    "one text for 600 cells": (
        lambda: workbook(
            "".join(
                f'<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>'
                for number in range(1, 601)
            ),
            shared("x" * 16_000_000),
        ),
        "cell A1: the cell has more than 32,767 characters",
    ),
    "one text of usual length for 600 cells": (
        lambda: workbook(
            "".join(
                f'<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>'
                for number in range(1, 601)
            ),
            shared("x" * 32_000),
        ),
        ": the sheet has more than 8,388,608 characters",
    ),
    "an attribute that is there twice": (
        lambda: workbook("<row><c " + 'r="A1" ' * 15_000 + "/></row>"),
        f"{DAMAGED}{FIRST} is not XML (duplicate attribute: line 1, column 103)",
    ),
    "an attribute that is there 100,000 times": (
        lambda: workbook("<row><c " + 'r="A1" ' * 100_000 + "/></row>"),
        f"{DAMAGED}a tag of {FIRST} does not end",
    ),
    "a hundred thousand attributes": (
        lambda: workbook(
            "<row " + "".join(f'a{number}="" ' for number in range(100_000)) + 'a0=""></row>'
        ),
        f"{DAMAGED}a tag of {FIRST} does not end",
    ),
    "a sheet in UTF-16": (
        lambda: packed({**parts(""), "xl/worksheets/sheet1.xml": _in_utf_16(sheet(FAR))}),
        f"cell {BEYOND}",
    ),
    "a prefix with a dot": (
        lambda: packed(parts(_prefixed(FAR))),
        f"cell {BEYOND}",
    ),
    "a row number of 30 digits": (
        lambda: workbook(f'<row r="{"9" * 30}"><c><v>1</v></c></row>'),
        f"{DAMAGED}a row has the number '{'9' * 30}'",
    ),
    "a cell of another row": (
        lambda: workbook('<row r="1"><c r="A1048576"><v>1</v></c></row>'),
        f"{DAMAGED}row 1 has a cell 'A1048576'",
    ),
    "a sheet by a path out of the archive": (
        _outside,
        f"{DAMAGED}the part 'etc/passwd' is missing",
    ),
    "a sheet outside the archive": (_external, f"{DAMAGED}it has no sheet"),
    "a dimension that is a lie": (
        lambda: workbook(FORM, before='<dimension ref="A1:XFD1048576"/>'),
        "",
    ),
    "entities that multiply": (
        lambda: packed(parts(_LOL + sheet('<row r="1"><c r="A1" t="str"><v>&j;</v></c></row>'))),
        f"{DAMAGED}{FIRST} has a document type, which no workbook has",
    ),
    "a document type without entities": (
        lambda: packed(parts('<!DOCTYPE x SYSTEM "http://nowhere.invalid/x">' + sheet(FORM))),
        f"{DAMAGED}{FIRST} has a document type, which no workbook has",
    ),
    "an entity that is a file": (
        lambda: packed(
            parts(
                '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                + sheet('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>')
            )
        ),
        f"{DAMAGED}{FIRST} has a document type, which no workbook has",
    ),
    "a million styles": (
        lambda: _styled(f"<cellXfs>{'<xf/>' * 1_000_000}</cellXfs>"),
        MANY_TAGS,
    ),
    "a number format of 60 MB": (
        lambda: _styled(f'<numFmts><numFmt formatCode="{"[" * 60_000_000}"/></numFmts>'),
        f"{DAMAGED}a tag of 'xl/styles.xml' does not end",
    ),
    "a million empty rows": (
        lambda: workbook("".join(f'<row r="{number}"/>' for number in range(1, 1_000_001))),
        MANY_TAGS,
    ),
    "a million empty cells": (
        lambda: workbook(f'<row r="1">{"<c/>" * 1_000_000}</row>'),
        MANY_TAGS,
    ),
    "two million tags inside one another": (
        lambda: packed(parts("<worksheet>" + "<a>" * 2_000_000)),
        f"{DAMAGED}the tags of {FIRST} are too deep inside one another",
    ),
    "a tag that never ends": (
        lambda: packed(parts(f"<worksheet {' ' * 60_000_000}")),
        f"{DAMAGED}a tag of {FIRST} does not end",
    ),
    "a comment that never ends": (
        lambda: packed(parts(f"<worksheet><!--{' ' * 60_000_000}")),
        f"{DAMAGED}a tag of {FIRST} does not end",
    ),
    "half a million names": (
        lambda: packed(
            parts("<worksheet>" + "".join(f"<a{number}/>" for number in range(500_000)))
        ),
        f"{DAMAGED}{FIRST} has more names than any workbook",
    ),
    "an address of 100 kB for 500,000 elements": (
        lambda: packed(
            parts(
                f'<worksheet xmlns="{"x" * 100_000}"><sheetData>'
                + "<row/>" * 500_000
                + "</sheetData></worksheet>"
            )
        ),
        ": the sheet is empty",
    ),
    "an encoding of Python's own": (
        lambda: packed(parts('<?xml version="1.0" encoding="unicode_escape"?>' + sheet(FORM))),
        f"{DAMAGED}{FIRST} is encoded as unicode_escape, not as UTF-8",
    ),
    "a formula behind its value": (
        lambda: workbook(
            row(1, HEAD) + '<row r="2"><c r="A2"><v>1</v><f>WEBSERVICE("x")</f></c></row>'
        ),
        "cell A2 of sheet 'Story': this is a formula",
    ),
    "a cell that is there twice": (
        lambda: workbook('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        f"{DAMAGED}cell A1 is there twice",
    ),
    "two parts of one name": (
        twice_the_same_part,
        f"{DAMAGED}two parts are called 'XL/worksheets/sheet1.xml'",
    ),
    "seventy thousand parts": (in_many_parts, ": the workbook has more than 2,000 parts"),
    "60 MB that unpack to more": (
        lambda: workbook("<row/>" * 12_000_000),
        ": the workbook unpacks to more than 64 MiB",
    ),
    "a length that is too short": (
        lambda: with_size(100, " " * 60_000_000),
        f"{DAMAGED}{FIRST} cannot be unpacked",
    ),
    "a length of 4 GB": (
        lambda: with_size(0xFFFFFFFE),
        ": the workbook unpacks to more than 64 MiB",
    ),
    "a length that is too long": (
        lambda: with_size(50_000_000),
        f"{DAMAGED}{FIRST} is not as long as it should be",
    ),
    "a part with a password": (
        encrypted,
        ": the workbook has a password; save it without one",
    ),
    "a place before the file": (
        at_negative_place,
        f"{DAMAGED}'_rels/.rels' cannot be unpacked",
    ),
    "a compression of its own (bz2)": (
        lambda: packed(parts(sheet(FORM)), zipfile.ZIP_BZIP2),
        f"{DAMAGED}'_rels/.rels' is compressed in a way that few programs read",
    ),
    "a compression of its own (LZMA)": (
        lambda: packed(parts(sheet(FORM)), zipfile.ZIP_LZMA),
        f"{DAMAGED}'_rels/.rels' is compressed in a way that few programs read",
    ),
}
"""Harmful workbooks, each with its message (empty if it is simply read)."""
