"""Asks axe-core, in a browser, what keeps people with disabilities from using a page."""

import json
import re
from html import unescape
from pathlib import Path

from browser import opened
from devtools import Tab

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


def violations_in(tab: Tab, script: Path) -> list[tuple[str, list[str]]]:
    """Which rules an open page breaks now, as it is shown, with the elements that do."""
    tab.run(f"{script.read_text(encoding='utf-8')}; 0")
    tags = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]'
    answers = tab.run(
        f"axe.run(document, {{runOnly: {tags}}}).then((found) => ({{"
        "passed: found.passes.length,"
        "violations: found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])"
        "}))"
    )
    assert answers["passed"] > 5, "axe looked at next to nothing"
    return [(name, nodes) for name, nodes in answers["violations"]]
