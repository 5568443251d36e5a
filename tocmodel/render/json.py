"""Plain data as JSON, for people and programs."""

import json
from typing import Any

from tocmodel.characters import json_escaped


def json_text(data: Any) -> str:
    """Return plain data as JSON, without escaping letters of any language.

    Characters that nobody sees are written as escapes.

    >>> print(json_text({"title": "Ysgol Tŷ"}), end="")
    {
      "title": "Ysgol Tŷ"
    }
    """
    return json_escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
