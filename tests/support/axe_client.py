"""Asks axe-core, in a browser, what keeps people with disabilities from using a page."""

import json
import re
from html import unescape
from pathlib import Path

from browser import opened

CHECK = """<pre id="answers">none</pre><script src="{script}"></script><script>
const answers = document.getElementById("answers");
answers.remove();
axe.run(document, {{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
                             "best-practice"]}})
  .then((found) => {{
    answers.textContent = JSON.stringify({{
      passed: found.passes.length,
      violations: found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]),
    }});
    document.body.append(answers);
  }});
</script>"""


def violations(html: str, script: Path, folder: Path) -> list[tuple[str, list[str]]]:
    """Which rules a page breaks, with the elements that do."""
    page = folder / "page.html"
    check = CHECK.format(script=script.as_uri())
    page.write_text(html.replace("</body>", f"{check}</body>"), encoding="utf-8")
    found = re.search(r'<pre id="answers">(.*?)</pre>', opened(page, folder), re.DOTALL)
    if found is None:
        raise AssertionError("axe gave no answer")
    answers = json.loads(unescape(found[1]))
    assert answers["passed"] > 5, "axe looked at next to nothing"
    return [(name, nodes) for name, nodes in answers["violations"]]
