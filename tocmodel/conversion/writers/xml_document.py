"""Write XML for other programs, with every word escaped."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from tocmodel.characters import xml_text


@frozen
class Tag:
    """An element of XML.

    Attributes:
        name: its name, with a prefix if it has one; never a word of a theory.
        attributes: its attributes; those that are empty are left out.
        content: its texts and elements.
    """

    name: str
    attributes: Mapping[str, str] = field(factory=dict)
    content: tuple["Tag | str", ...] = ()


def xml_document(root: Tag, remark: str = "") -> str:
    """Return an XML file.

    >>> print(xml_document(Tag("a", {"b": '"'}, (Tag("c", content=("<",)),)), "An imagined one"))
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- An imagined one -->
    <a b="&quot;">
      <c>&lt;</c>
    </a>
    <BLANKLINE>
    """
    head = ['<?xml version="1.0" encoding="UTF-8"?>']
    if remark:
        head.append(f"<!-- {xml_text(remark).replace('--', '- -')} -->")
    return "\n".join([*head, *_lines(root, ""), ""])


def _lines(tag: Tag, indent: str) -> Iterator[str]:
    pairs = (f' {key}="{xml_text(text)}"' for key, text in tag.attributes.items() if text)
    opening = f"{indent}<{tag.name}{''.join(pairs)}"
    if not tag.content:
        yield f"{opening}/>"
    elif all(isinstance(part, str) for part in tag.content):
        words = "".join(xml_text(part) for part in tag.content if isinstance(part, str))
        yield f"{opening}>{words}</{tag.name}>"
    else:
        yield f"{opening}>"
        for part in tag.content:
            if isinstance(part, Tag):
                yield from _lines(part, f"{indent}  ")
        yield f"{indent}</{tag.name}>"
