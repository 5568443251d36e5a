"""Find the sheets and other parts of a workbook from its own description."""

import posixpath
from collections.abc import Mapping

from tocmodel.package import Package, walk
from tocmodel.package.markup import attribute
from tocmodel.workbook.limits import Limits, WorkbookError, damaged


class Book:
    """The description that a workbook gives of itself.

    Attributes:
        package: its archive.
        from_1904: whether it counts days from 1904, as old Macintoshes did.

    Raises:
        WorkbookError: it does not list its parts.
    """

    def __init__(self, package: Package[Limits]) -> None:
        self.package = package
        self.from_1904 = False
        self._sheets: list[tuple[str, str, bool]] = []
        if "_rels/.rels" not in package:
            raise WorkbookError("the file is not an .xlsx workbook; save it as one")
        part = next(iter(_related(package, "", "officeDocument").values()), "")
        begin = {"/workbook/sheets/sheet": self._sheet, "/workbook/workbookPr": self._properties}
        walk(package, part, "workbook", begin, {})
        self._part = part

    def sheet(self, prefer: str) -> tuple[str, str]:
        """Return the name and the part of the sheet to read.

        It is the sheet with the preferred name, else the first visible sheet, else the first.
        """
        sheets = self._with_parts()
        name, part, _ = min(sheets, key=lambda sheet: (sheet[0] != prefer, sheet[2]))
        return name, part

    def sheets(self) -> list[tuple[str, str]]:
        """Return the name and the part of each sheet, in their order; also the hidden ones."""
        return [(name, part) for name, part, _ in self._with_parts()]

    def _with_parts(self) -> list[tuple[str, str, bool]]:
        parts = _related(self.package, self._part, "worksheet")
        sheets = [(name, parts[id_], hidden) for name, id_, hidden in self._sheets if id_ in parts]
        if not sheets:
            raise damaged("it has no sheet")
        return sheets

    def part(self, kind: str) -> str:
        """Return the name of the part of a kind, such as ``styles``; empty if there is none."""
        return next(iter(_related(self.package, self._part, kind).values()), "")

    def _sheet(self, attributes: Mapping[str, str]) -> None:
        hidden = attributes.get("state", "visible") != "visible"
        self._sheets.append((attributes.get("name", ""), attribute(attributes, "id"), hidden))

    def _properties(self, attributes: Mapping[str, str]) -> None:
        self.from_1904 = attributes.get("date1904") in ("1", "true")


def _related(package: Package[Limits], part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part is related to, by the id of the relationship."""
    folder, name = posixpath.split(part)
    found: dict[str, str] = {}

    def take(attributes: Mapping[str, str]) -> None:
        is_kind = attributes.get("Type", "").rpartition("/")[2] == kind
        # Parts outside the package are never opened.
        if is_kind and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", folder, attributes.get("Target", ""))
            found[attributes.get("Id", "")] = posixpath.normpath(target).lstrip("/")

    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    begin = {"/Relationships/Relationship": take}
    walk(package, relationships, "Relationships", begin, {})
    return found
