"""Measure web pages: their size, the time to write them, and how soon a browser answers.

    python benchmarks/page.py             about half a minute; needs Chromium for the last part

Times in the browser are those a reader waits, on a machine that may do other work.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measure import Row, at_most, best_of_functions, table
from models import theory_text

from tocmodel import draw, load
from tocmodel.fileformat.loading import loads
from tocmodel.page.drawing_page import to_html

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))  # the client for the browser is that of tests

from browser import browser  # noqa: E402
from devtools import Browser, Tab  # noqa: E402

EXAMPLES = {"pembury": 120, "blackpool-resilience-revolution": 250, "imagined-zone": 120}
"""Examples with the most kB that their pages should have."""

LARGE = 300

WAIT = """(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const start = performance.now();
  DEED;
  await frame();
  await new Promise((done) => setTimeout(done));
  return performance.now() - start;
})()"""

DEEDS = {
    "pointing at a box": "document.querySelector('.toc-box').dispatchEvent("
    "new PointerEvent('pointerover', {bubbles: true}))",
    "opening the details": "document.querySelectorAll('.toc-box')[9].dispatchEvent("
    "new MouseEvent('click', {bubbles: true, cancelable: true}))",
    "following all steps": "document.querySelector('[data-set=far][value=\"\"]').click()",
    "searching": "{ const field = document.querySelector('[data-set=find]'); "
    "field.value += 'r'; field.dispatchEvent(new Event('input', {bubbles: true})); }",
}


def main() -> None:
    """Print the table."""
    print(table([*_files(), *_answers()]))


def _files() -> Iterator[Row]:
    theories = {name: load(ROOT / f"examples/{name}/{name}.toc.yaml") for name in EXAMPLES}
    for name, goal in EXAMPLES.items():
        size = len(draw(theories[name]).to_bytes("html")) / 1000
        yield at_most(f"page of {name}", size, goal, "kB")
    for name, theory in {"pembury": theories["pembury"], "300 elements": _large()}.items():
        drawing = draw(theory)
        drawing.scene  # noqa: B018  (laid out before the time is taken)
        svg, page = best_of_functions([lambda d=drawing: d.svg, lambda d=drawing: to_html([d])], 5)
        yield at_most(f"writing the page of {name}, against its SVG", page / svg, 10)


def _large() -> object:
    return loads(theory_text(LARGE))


def _answers() -> Iterator[Row]:
    if browser() is None:
        yield Row("in a browser", "no browser is installed")
        return
    with tempfile.TemporaryDirectory() as folder, Browser(Path(folder)) as found:
        page = Path(folder) / "page.html"
        page.write_bytes(draw(_large()).to_bytes("html"))  # type: ignore[arg-type]
        yield Row(f"page of {LARGE} elements", f"{page.stat().st_size / 1000:.0f} kB")
        start = time.perf_counter()
        tab = found.open(page)
        yield at_most(f"opening {LARGE} elements", (time.perf_counter() - start) * 1000, 2000, "ms")
        for name, deed in DEEDS.items():
            yield at_most(f"{name}, {LARGE} elements", _longest(tab, deed), 200, "ms")


def _longest(tab: Tab, deed: str) -> float:
    return max(float(tab.run(WAIT.replace("DEED", deed))) for _ in range(5))


if __name__ == "__main__":
    main()
