"""The data of a JSON file from elsewhere; what is wrong with it is a finding with its line."""

import json
from typing import Any

from tocmodel.conversion.faults import ForeignFileError, unreadable
from tocmodel.conversion.texts import decoded


def json_data(data: bytes | str, name: str) -> Any:
    """Return the data of a JSON file.

    >>> json_data(b'{"elements": []}', "map.json")
    {'elements': []}

    Raises:
        ForeignFileError: it is not JSON, or is nested too deeply.
    """
    from tocmodel.syntax.json import parse_json  # noqa: PLC0415  # only for a file of this kind

    text = data if isinstance(data, str) else decoded(data, name)[0]
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        findings = parse_json(text, name).findings
        if findings:
            raise ForeignFileError(findings) from error
        raise unreadable(name, "the file is not JSON") from error


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def starts_as_json(data: bytes) -> bool:
    r"""Whether the first character of a file is a brace or a bracket.

    >>> starts_as_json(b'\xef\xbb\xbf {"a": 1}'), starts_as_json(b"a,b")
    (True, False)
    """
    return data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
