"""Write widths.json: the advance width of every character of the bundled fonts.

Only needed when the fonts change: ``python tools/make_widths.py`` (needs fonttools).
A test keeps the table equal to the fonts.
"""

import json
from pathlib import Path

FONTS = {"regular": "LiberationSans-Regular.ttf", "bold": "LiberationSans-Bold.ttf"}
UNITS = 2048


def widths_of(path: Path) -> list[list[int]]:
    """Return runs of neighbouring characters: the first one's number, then their widths."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  # for tests only

    font = TTFont(path)
    table = font["hmtx"]
    runs: list[list[int]] = []
    for code, glyph in sorted(font.getBestCmap().items()):
        if runs and code == runs[-1][0] + len(runs[-1]) - 1:
            runs[-1].append(table[glyph][0])
        else:
            runs.append([code, table[glyph][0]])
    return runs


def main() -> None:
    """Write the table beside the fonts."""
    here = Path(__file__).parent.parent / "tocmodel" / "layout" / "fonts"
    table = {name: widths_of(here / file) for name, file in FONTS.items()}
    text = json.dumps(table, separators=(",", ":"))
    (here / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
