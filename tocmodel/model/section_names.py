"""What people read for each section: its heading, and what one and several of its entries are.

The words are those of the schema, apart from *story* and *included theory*, which say in a sentence
what the schema's titles say in a list.
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen


@frozen
class SectionName:
    """The name of a section.

    Attributes:
        one: what one entry is called in a sentence.
        several: what several are called.
        heading: the section at the head of a list or a column.
    """

    one: str
    several: str
    heading: str


def _named(one: str, several: str = "", heading: str = "") -> SectionName:
    several = several or f"{one}s"
    return SectionName(one, several, heading or several.capitalize())


SECTION_NAMES: Mapping[str, SectionName] = MappingProxyType(
    {
        "sources": _named("source"),
        "includes": _named("included theory", "included theories", "Includes"),
        "groups": _named("group"),
        "partners": _named("partner"),
        "conditions": _named("condition"),
        "factors": _named("factor"),
        "assets": _named("asset"),
        "inputs": _named("input"),
        "interventions": _named("intervention"),
        "outputs": _named("output"),
        "mechanisms": _named("mechanism"),
        "outcomes": _named("outcome"),
        "assumptions": _named("assumption"),
        "risks": _named("risk"),
        "links": _named("link"),
        "loops": _named("loop"),
        "indicators": _named("indicator"),
        "trackers": _named("tracker"),
        "evidence": _named("piece of evidence", "pieces of evidence", "Evidence"),
        "spaces": _named("learning space"),
        "value_creation": _named(
            "value-creation entry", "value-creation entries", "Value creation"
        ),
        "stories": _named("story", "stories"),
        "reviews": _named("review"),
        "views": _named("view"),
    }
)
"""The name of every section that has entries, and of the links, in the order of the format."""
