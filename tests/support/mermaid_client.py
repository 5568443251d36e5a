"""Asks Mermaid itself, in a browser, what it makes of a text."""

import json
import re
from html import unescape
from pathlib import Path

from browser import opened

PAGE = """<!doctype html><meta charset="utf-8"><body><pre id="answers">none</pre>
<script src="{script}"></script>
<script type="application/json" id="texts">{texts}</script>
<script>
mermaid.initialize({{startOnLoad: false, securityLevel: "{level}"}});
(async () => {{
  const answers = [];
  const texts = JSON.parse(document.getElementById("texts").textContent);
  for (const [number, text] of texts.entries()) {{
    try {{
      const {{svg}} = await mermaid.render("picture" + number, text);
      const page = new DOMParser().parseFromString(svg, "text/html");
      const all = (query) => [...page.querySelectorAll(query)];
      const words = (node) => {{
        for (const line of node.querySelectorAll("br")) line.replaceWith("\\n");
        return node.textContent;
      }};
      answers.push({{
        title: page.querySelector("svg > title")?.textContent ?? "",
        description: page.querySelector("svg > desc")?.textContent ?? "",
        boxes: all("g.node").map((node) => words(node).trim()),
        columns: all("g.cluster").map((node) => words(node).trim()),
        arrows: all("path.flowchart-link").length,
        alive: all("a, script, img, iframe, alive, b, table, .clickable").length,
      }});
    }} catch (error) {{
      answers.push({{error: String(error)}});
    }}
  }}
  document.getElementById("answers").textContent = JSON.stringify(answers);
}})();
</script>"""


def rendered(
    texts: list[str], script: Path, folder: Path, level: str = "strict"
) -> list[dict[str, object]]:
    """What Mermaid draws for each text: its words, or the error.

    The level ``loose`` lets a text have links, scripts and HTML, as some sites do.
    """
    data = json.dumps(texts).replace("<", "\\u003c")
    page = folder / "mermaid.html"
    page.write_text(PAGE.format(script=script.as_uri(), texts=data, level=level), encoding="utf-8")
    answer = opened(page, folder)
    found = re.search(r'<pre id="answers">(.*?)</pre>', answer, re.DOTALL)
    if found is None or found[1] == "none":
        raise AssertionError(f"Mermaid gave no answer: {answer[-2000:]}")
    answers: list[dict[str, object]] = json.loads(unescape(found[1]))
    return answers
