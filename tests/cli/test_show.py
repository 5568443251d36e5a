"""``tocmodel show``, ``rule``, ``schema`` and ``completion``."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_types import Run, Start
from click.shell_completion import get_completion_class
from click.testing import Result

from tocmodel.catalogue import pages
from tocmodel.schema import SCHEMAS, schema_text


def test_elements_and_links_are_listed(zone: Path, run: Run) -> None:
    result = run("show", "zone.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Breakfast club\n"
        "\n"
        "Elements (3)\n"
        "  id    kind          title              links in  links out\n"
        "  club  intervention  Breakfast club     0         1\n"
        "  fed   outcome       Children are fed   1         1\n"
        "  calm  outcome       Mornings are calm  1         0\n"
        "\n"
        "Links (2)\n"
        "  from  effect    to    because\n"
        "  club  leads to  fed   there is food\n"
        "  fed   leads to  calm  nobody is hungry\n"
    )


ORIGINS = """\
tocmodel: 1
title: Origins
sources: {plan: {title: The plan}}
partners: {families: {title: Families}}
conditions:
  rents: {title: Rents, origin: stated, source: plan, at: p. 3}
  debt: {title: Debt, origin: inferred}
links:
  - {from: rents, to: debt, origin: inferred, agreed: {with: families, on: 2024-03}}
  - {from: debt, to: rents, feedback: true}
"""


def test_tables_say_where_things_come_from_and_who_agreed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "origins.toc.yaml").write_text(ORIGINS, encoding="utf-8")
    told = run("show", str(tmp_path / "origins.toc.yaml")).stdout
    assert told.partition("\n\n")[2] == (
        "Elements (3)\n"
        "  id        kind       title     origin    source      links in  links out\n"
        "  families  partner    Families                        0         0\n"
        "  rents     condition  Rents     stated    plan, p. 3  1         1\n"
        "  debt      condition  Debt      inferred              1         1\n"
        "\n"
        "Links (2)\n"
        "  from   effect    to     origin  agreed with         feedback\n"
        "  rents  leads to  debt   agreed  families (2024-03)\n"
        "  debt   leads to  rents                              yes\n"
    )


def table_of(result: Result) -> list[dict[str, str]]:
    """The rows of what was written as CSV."""
    text = result.stdout_bytes.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_one_table_that_spreadsheets_read(zone: Path, run: Run) -> None:
    elements = table_of(run("show", "zone.toc.yaml", "-f", "csv"))
    assert [row["id"] for row in elements] == ["club", "fed", "calm"]
    links = table_of(run("show", "zone.toc.yaml", "-f", "csv", "--links"))
    assert [(row["from"], row["to"]) for row in links] == [("club", "fed"), ("fed", "calm")]


def test_json_holds_both_tables(zone: Path, run: Run) -> None:
    data = json.loads(run("show", "zone.toc.yaml", "--format", "json").stdout)
    assert data["elements"][1] == {
        "id": "fed",
        "kind": "outcome",
        "title": "Children are fed",
        "level": "",
        "group": "",
        "origin": "",
        "source": "",
        "agreed with": "",
        "links in": 1,
        "links out": 1,
    }
    assert len(data["links"]) == 2


def test_a_theory_without_links_is_shown_too(folder: Path, run: Run) -> None:
    Path("small.toc.yaml").write_text("tocmodel: 1\ntitle: Small\n")
    assert run("show", "small.toc.yaml").stdout == "Small\n\nElements (0)\n\nLinks (0)\n"
    assert run("show", "small.toc.yaml", "-f", "csv", "--links").stdout_bytes == (
        b"\xef\xbb\xbffrom,effect,to,because,origin,source,agreed with,confidence,feedback\r\n"
    )


def test_a_broken_model_is_not_shown_but_explained(broken: Path, run: Run) -> None:
    result = run("show", "broken.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("broken.toc.yaml:4:43: error TOC010: 'horizon' is 'soon'")


def test_every_code_has_a_page_and_every_page_is_found_both_ways(run: Run) -> None:
    listed = [line.split()[0] for line in run("rule").stdout.splitlines()]
    assert listed == sorted(pages())
    for page in pages().values():
        by_code, by_name = run("rule", page.code.lower()).stdout, run("rule", page.name).stdout
        assert by_code == by_name
        assert by_code.startswith(f"# {page.code} {page.name} ({page.severity.value})\n\n")
        assert page.summary


def test_a_page_is_laid_out_where_colour_is_wanted(run: Run) -> None:
    page = run("rule", "TOC122", "--color", "always").stdout
    assert "\x1b[" in page
    assert "# TOC122" not in page


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed_as_it_stands(run: Run, name: str) -> None:
    assert run("schema", name).stdout == schema_text(name)


def test_the_schema_of_theories_is_the_usual_one(run: Run) -> None:
    assert run("schema").stdout == schema_text("theory")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_its_script(run: Run, shell: str) -> None:
    script = run("completion", shell)
    if get_completion_class(shell) is None:  # an older Click cannot complete in PowerShell
        assert (script.exit_code, script.stdout) == (2, "")
        assert f"the installed Click cannot complete in {shell}" in script.stderr
    else:
        assert (script.exit_code, script.stderr) == (0, "")
        assert "_TOCMODEL_COMPLETE" in script.stdout


def completed(start: Start, words: str) -> list[str]:
    """What bash is offered after these words."""
    done = start(
        _TOCMODEL_COMPLETE="bash_complete",
        COMP_WORDS=f"tocmodel {words}",
        COMP_CWORD=str(len(words.split(" "))),
    )
    assert done.stderr == b""
    return [line.partition(",")[2] for line in done.stdout.decode().split("\n") if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sc", ["schema"]),
        ("draw zone.toc.yaml --view ", ["overview", "children"]),
        ("draw zone.toc.yaml --view ch", ["children"]),
        ("draw zone.toc.yaml --focus f", ["fed"]),
        ("explain zone.toc.yaml f", ["fed"]),
        ("draw broken.toc.yaml --view ", []),
        ("draw no.toc.yaml --view ", []),
        ("rule TOC00", [f"TOC00{number}" for number in range(1, 8)]),
        ("rule no-b", ["no-baseline"]),
        ("new a.toc.yaml --example pem", ["pembury"]),
        ("check --format s", ["sarif"]),
        ("diff zone.toc.yaml --view ", ["overview", "children"]),
        ("draw zone.toc.yaml --expand ", []),
        ("framework show fairness-commission --template ", ["commission"]),
        ("framework coverage zone.toc.yaml resilience --dimension o", ["odds"]),
        ("framework coverage zone.toc.yaml --dimension o", []),
        ("analyse --measure lo", ["loops", "longest-pathway"]),
    ],
)
@pytest.mark.usefixtures("zone", "broken")
def test_the_shell_completes_what_is_in_the_model(
    start: Start, words: str, offered: list[str]
) -> None:
    assert completed(start, words) == offered


def test_no_cell_of_a_csv_file_is_a_formula(tmp_path: Path, run: Run) -> None:
    theory = "tocmodel: 1\ntitle: x\noutcomes: {a: {title: '=HYPERLINK(1)'}}\n"
    (tmp_path / "evil.toc.yaml").write_text(theory, encoding="utf-8")
    (row,) = table_of(run("show", str(tmp_path / "evil.toc.yaml"), "-f", "csv"))
    assert row["title"] == "'=HYPERLINK(1)"
