"""``tocmodel show``: the overview, one entry, a link, a section."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_types import Run
from click.testing import Result


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
        b'\xef\xbb\xbf"from","effect","to","because","origin","source","agreed with",'
        b'"confidence","feedback"\r\n'
    )


def test_a_broken_model_is_not_shown_but_explained(broken: Path, run: Run) -> None:
    result = run("show", "broken.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("broken.toc.yaml:4:43: error TOC010: 'horizon' is 'soon'")


def test_no_cell_of_a_csv_file_is_a_formula(tmp_path: Path, run: Run) -> None:
    theory = "tocmodel: 1\ntitle: x\noutcomes: {a: {title: '=HYPERLINK(1)'}}\n"
    (tmp_path / "evil.toc.yaml").write_text(theory, encoding="utf-8")
    (row,) = table_of(run("show", str(tmp_path / "evil.toc.yaml"), "-f", "csv"))
    assert row["title"] == "'=HYPERLINK(1)"


ESTATE = """\
tocmodel: 1
title: A zone
summary: Families pay what they owe.
sources: {study: {title: A study, doi: 10.1000/1}}
place: {name: An estate, children: {value: 1000, qualifier: about, source: study}}
partners:
  council: {title: The council, sector: public, alignment: high, interest: medium}
  families: {title: Families}
conditions: {arrears: {title: Families are in arrears}}
inputs: {money: {title: A grant, amount: 3000, currency: GBP, grant: 360G-1, funding: restricted}}
interventions: {advice: {title: Advice, partners: council, uses: money, addresses: arrears}}
outcomes: {calm: {title: Homes are calm, level: family}}
assumptions: {come: {title: Families come, owner: families, critical: true}}
risks:
  rents: {title: Rents rise, external: true, likelihood: high, severity: medium,
    mitigation: rents are watched, threatens: calm}
links:
  - from: advice
    to: calm
    because: worry is less
    strength: weak
    needed: contributory
    assumes: [come, {title: The landlord agrees, critical: true}]
indicators:
  paid:
    title: Arrears paid
    measures: calm
    unit: percent
    undercount: true
    description: Families in the two estates who pay their rent in full and on time each month.
    observations: [{value: 30, of: 90, period: 2018, source: study, at: p. 3}]
evidence:
  asked: {title: A survey, kind: survey, shows: change, supports: calm}
  trial: {title: A trial, shows: cause, supports: advice -> calm}
waivers: [{check: TOC401, reason: too early, at: calm}]
translations: {cy: {calm: {title: Cartrefi tawel}}}
"""


@pytest.fixture
def estate(folder: Path) -> Path:
    """A small theory that fills in many keys."""
    path = folder / "a.toc.yaml"
    path.write_text(ESTATE, encoding="utf-8")
    return path


CALM = """\
Homes are calm
Outcome, with the id calm.
Level: family
Title (cy): Cartrefi tawel
Waived finding: TOC401 – too early

Links that lead here
- Advice (advice)
  Because: worry is less
  Strength: weak
  Assumes:
    - Families come (come)
    - The landlord agrees
      Critical: yes
  Needed: contributory

How it is measured
- Arrears paid (paid)
  Observations: 30% of 90 (2018) [A study (study), p. 3]
  Undercount: yes

Evidence
Evidence of the change: A survey (survey).

Where it is named
- Threatens: Rents rise (risk rents)
- Supports: A trial (piece of evidence trial)
"""

RISK = """\
Rents rise
Risk, with the id rents.
External: yes
Likelihood: high
Severity: medium
Threatens: Homes are calm (calm)
Mitigation: rents are watched
"""

STUDY = """\
A study
Source, with the id study.
DOI: 10.1000/1

Where it is named
- Observations: Arrears paid (indicator paid)
- Children: place
"""

LINK = """\
Advice (advice) leads to Homes are calm (calm)
Because: worry is less
Strength: weak
Assumes:
  - Families come (come)
  - The landlord agrees
    Critical: yes
Needed: contributory
Evidence that the one brings about the other: A trial.
"""


@pytest.mark.usefixtures("estate")
@pytest.mark.parametrize(
    ("entry", "told"),
    [("calm", CALM), ("rents", RISK), ("study", STUDY), ("advice -> calm", LINK)],
)
def test_an_entry_is_shown_with_everything_about_it(run: Run, entry: str, told: str) -> None:
    result = run("show", "a.toc.yaml", entry)
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", told)


@pytest.mark.usefixtures("estate")
def test_a_section_is_a_table_of_the_keys_that_are_used(run: Run) -> None:
    assert run("show", "a.toc.yaml", "--section", "partners").stdout == (
        "Partners (2)\n"
        "  id        Title        Sector  Alignment  Interest\n"
        "  council   The council  public  high       medium\n"
        "  families  Families\n"
    )
    assert run("show", "a.toc.yaml", "--section", "reviews").stdout == "Reviews (0)\n"


@pytest.mark.usefixtures("estate")
def test_a_table_that_would_be_too_wide_is_a_list(run: Run) -> None:
    assert run("show", "a.toc.yaml", "--section", "indicators").stdout == (
        "Indicators (1)\n"
        "- paid\n"
        "  Title: Arrears paid\n"
        "  Description: Families in the two estates who pay their rent in full and on time each\n"
        "  month.\n"
        "  Measures: calm\n"
        "  Unit: percent\n"
        "  Observations: 30% of 90 (2018) [study, p. 3]\n"
        "  Undercount: yes\n"
    )


@pytest.mark.usefixtures("estate")
def test_figures_are_a_table_too(run: Run) -> None:
    assert run("show", "a.toc.yaml", "--section", "figures").stdout == (
        "Figures (3)\n"
        "  element    role         figure\n"
        "  the place  children     about 1,000 [study]\n"
        "  money      amount       £3,000\n"
        "  paid       observation  30% of 90 (2018) [study, p. 3]\n"
    )


@pytest.mark.usefixtures("estate")
@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (["--section", "risks"], [("rents", "high", "medium")]),
        (["rents"], [("rents", "high", "medium")]),
    ],
)
def test_csv_has_every_column_of_a_section(
    run: Run, words: list[str], rows: list[tuple[str, ...]]
) -> None:
    result = run("show", "a.toc.yaml", *words, "-f", "csv")
    table = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"), newline="")))
    assert [(row["id"], row["likelihood"], row["severity"]) for row in table] == rows
    assert (table[0]["external"], table[0]["notes"]) == ("yes", "")


@pytest.mark.usefixtures("estate")
def test_an_empty_section_keeps_its_columns_in_csv(run: Run) -> None:
    told = run("show", "a.toc.yaml", "--section", "groups", "-f", "csv").stdout_bytes
    assert told == b'\xef\xbb\xbf"id","title","description","notes","fields","number","group"\r\n'


@pytest.mark.usefixtures("estate")
def test_json_has_the_entry_and_its_links(run: Run) -> None:
    data = json.loads(run("show", "a.toc.yaml", "calm", "-f", "json").stdout)
    assert [row["level"] for row in data["outcomes"]] == ["family"]
    assert [(row["from"], row["strength"]) for row in data["links"]] == [("advice", "weak")]
    data = json.loads(run("show", "a.toc.yaml", "advice->calm", "-f", "json").stdout)
    assert [(row["from"], row["needed"]) for row in data["links"]] == [("advice", "contributory")]


@pytest.mark.usefixtures("estate")
def test_what_a_file_says_at_its_top_comes_before_its_tables(run: Run) -> None:
    assert run("show", "a.toc.yaml").stdout.partition("\nElements")[0] == (
        "A zone\n"
        "Summary: Families pay what they owe.\n"
        "Place:\n"
        "  Name: An estate\n"
        "  Children: about 1,000 [A study (study)]\n"
        "Waivers:\n"
        "  - TOC401 (calm) – too early\n"
        "Translations: cy\n"
    )


@pytest.mark.usefixtures("estate")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["clam"], "no entry 'clam'; did you mean 'calm'?"),
        (["xyz"], "no entry 'xyz'; see: tocmodel show a.toc.yaml"),
        (["calm -> advice"], "no link 'calm -> advice'; 'tocmodel show a.toc.yaml --links' lists"),
        (["--section", "risk"], "there is no section 'risk'; did you mean 'risks'?"),
        (["calm", "--links"], "give one of ENTRY, --elements, --links and --section"),
    ],
)
def test_an_unknown_name_is_reported_with_the_nearest(
    run: Run, words: list[str], told: str
) -> None:
    result = run("show", "a.toc.yaml", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_an_included_theory_is_shown_as_the_file_names_it(folder: Path, run: Run) -> None:
    part = "tocmodel: 1\ntitle: A part\noutcomes: {calm: {title: Calm, who: parents}}\n"
    (folder / "part.toc.yaml").write_text(part, encoding="utf-8")
    whole = "tocmodel: 1\ntitle: Whole\nincludes: {harbour: {title: H, file: part.toc.yaml}}\n"
    (folder / "whole.toc.yaml").write_text(whole, encoding="utf-8")
    assert run("show", "whole.toc.yaml", "harbour").stdout == (
        "H\nIncluded theory, with the id harbour.\nFile: part.toc.yaml\n"
    )
    assert "Who: parents\n" in run("show", "whole.toc.yaml", "harbour/calm").stdout


def test_what_a_terminal_would_act_on_is_shown(folder: Path, run: Run) -> None:
    (folder / "odd.toc.yaml").write_text(
        'tocmodel: 1\ntitle: T\noutcomes: {a: {title: "x\\e[31m", who: "y\\a"}}\n', encoding="utf-8"
    )
    for words in (["a"], ["--section", "outcomes"]):
        told = run("show", "odd.toc.yaml", *words).stdout
        assert "\x1b" not in told
        assert "\a" not in told
