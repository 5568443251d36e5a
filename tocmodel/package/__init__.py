"""Read zip archives and XML safely: piece by piece, within limits, and without entities.

Many programs keep their files as a zip archive (a *package*) of XML files (its *parts*): Excel,
PowerPoint, LibreOffice, Miradi. Every limit is checked before the work that it limits. No other
parser reads the file later, so nothing can pass a check here and cause trouble there.
"""

from tocmodel.package.archive import Package
from tocmodel.package.limits import PackageLimits, UnreadableFileError
from tocmodel.package.markup import walk
from tocmodel.package.tree import XmlElement, part_tree, xml_tree

__all__ = [
    "Package",
    "PackageLimits",
    "UnreadableFileError",
    "XmlElement",
    "part_tree",
    "walk",
    "xml_tree",
]
