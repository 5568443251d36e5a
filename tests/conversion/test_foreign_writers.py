"""A theory written for other programs: the same bytes each time, read again, and what is lost."""

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pytest

from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import convert_bytes
from tocmodel.conversion.writers import left_out
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.loading import from_data
from tocmodel.formats import WriterInput, find_format
from tocmodel.model import TheoryOfChange

FORMATS = ("causal-map", "graphml", "gexf", "dagitty", "iati", "cids")

DATA: dict[str, Any] = {
    "tocmodel": 1,
    "title": "Harbour & <shore>",
    "imagined": True,
    "summary": "How it works.",
    "language": "en-GB",
    "sources": {"talk": {"title": "Interview 1"}},
    "groups": {"town": {"title": "The town"}},
    "partners": {
        "fund": {"title": "The town fund", "role": "funder"},
        "parents": {"title": "Parents", "role": "beneficiary"},
    },
    "factors": {
        "rain": {"title": "~Rain; hail", "group": "town"},
        "floods": {"title": "Floods", "tags": ["water", "risk"]},
        "deep": {"title": "Deep floods", "part_of": "floods"},
    },
    "interventions": {
        "ditches": {"title": 'Clear "ditches"', "starts": "2024-03", "ends": "2025"},
    },
    "outputs": {"cleared": {"title": "Ditches are clear"}},
    "outcomes": {
        "dry": {"title": "Homes stay dry", "horizon": "long", "who": "families"},
        "calm": {"title": "People are calm", "horizon": "impact"},
    },
    "risks": {"silt": {"title": "Silt", "mitigation": "dig again", "threatens": ["ditches"]}},
    "links": [
        {"from": "rain", "to": "floods", "because": "water comes down", "confidence": 70},
        {"from": "ditches", "to": "cleared"},
        {"from": "ditches", "to": "floods", "effect": "decreases", "delay": "a year"},
        {"from": "floods", "to": "dry", "effect": "decreases", "evidence": ["told"]},
        {"from": "dry", "to": "calm", "kind": "mutual"},
        {"from": "rain", "to": "calm", "kind": "association", "effect": "unknown"},
    ],
    "indicators": {
        "homes": {
            "title": "Homes that flooded",
            "measures": ["dry"],
            "unit": "homes",
            "better": "lower",
            "baseline": {"value": 40, "period": "2023"},
            "target": {"value": 5, "period": "2025"},
            "observations": [
                {"value": 22, "qualifier": "about", "period": "2024"},
                {"value": 3, "period": "2024", "subgroup": "flats"},
                {"comment": "nobody counted"},
            ],
        },
        "metres": {
            "title": "Metres cleared",
            "measures": ["cleared"],
            "unit": "percent",
            "observations": [{"value": 80.5, "period": "2024-04/2025-03"}],
        },
    },
    "evidence": {
        "told": {
            "title": "They told us",
            "kind": "quotes",
            "quote": "The water came in, and we left.",
            "source": "talk",
        }
    },
}


@pytest.fixture(scope="module")
def theory() -> TheoryOfChange:
    return from_data(DATA)


def written(theory: TheoryOfChange, name: str) -> bytes:
    return find_format(name, WriterInput.THEORY).to_bytes(theory)


def ending(name: str) -> str:
    return find_format(name, WriterInput.THEORY).suffixes[0]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_written_as_kept(
    theory: TheoryOfChange, name: str, kept: Callable[[Path, bytes], None]
) -> None:
    made = written(theory, name)
    assert made == written(theory, name)
    if name != "causal-map":  # the bytes of an archive depend on the library that packs it
        kept(Path(__file__).parent / "written" / f"harbour{ending(name)}", made)


@pytest.mark.parametrize("name", FORMATS)
def test_what_comes_back_and_what_is_lost(
    theory: TheoryOfChange, name: str, kept: Callable[[Path, bytes], None]
) -> None:
    back = convert_bytes(written(theory, name), f"harbour{ending(name)}", "", Choices())
    assert back.format == name
    shown = {
        "lost": [note.message for note in left_out(name, theory)],
        "guessed": [note.message for note in back.notes],
        "theory": to_data(back.theory),
    }
    text = json.dumps(shown, indent=1, ensure_ascii=False, default=str) + "\n"
    kept(Path(__file__).parent / "back" / f"{name}.json", text.encode())


@pytest.mark.parametrize("name", FORMATS)
def test_a_theory_with_only_a_title_is_written(name: str) -> None:
    bare = TheoryOfChange(title="Bare")
    assert written(bare, name)
    importlib.import_module(find_format(name, WriterInput.THEORY).writer.partition(":")[0])
    assert all(note.message for note in left_out(name, bare))


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_graph(theory: TheoryOfChange, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"harbour{ending(name)}"
    path.write_bytes(written(theory, name).replace(b' type="mutual"', b""))  # it knows no mutual
    if name == "graphml":  # nor edges of two sorts
        path.write_bytes(path.read_bytes().replace(b' directed="false"', b""))
        graph = networkx.read_graphml(path)
    else:
        text = path.read_bytes().replace(b' type="undirected"', b"")
        for new, old in ((b"//gexf.net/1.3", b"//www.gexf.net/1.2draft"), (b'"1.3"', b'"1.2"')):
            text = text.replace(new, old)  # older versions of networkx know no later one
        path.write_bytes(text)
        graph = networkx.read_gexf(path)
    assert set(graph.nodes) == set(theory.elements)
    assert set(graph.edges()) == {(link.from_, link.to) for link in theory.links}
    assert graph.nodes["rain"]["label"] == "~Rain; hail"
    assert graph.edges["ditches", "floods"]["sign"] == "-"


CONTEXT = frozenset(
    """
    canProduce forIndicator forOutcome hasActivity hasBaseline hasComment hasDescription
    hasImpactRisk hasIndicator hasIndicatorReport hasMitigation hasName hasOutcome hasOutput
    """.split()
)
"""The names that we use of the published context of CIDS 3.2, which alone may have no prefix."""


def test_names_that_the_context_of_cids_lacks_have_a_prefix(theory: TheoryOfChange) -> None:
    prefixes = {"org", "i72", "prov", "sch", "oep", "cids", "toc"}
    waiting: list[Any] = [json.loads(written(theory, "cids"))["@graph"]]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            for key, value in item.items():
                prefix, sign, _ = key.partition(":")
                assert key.startswith("@") or key in CONTEXT or (sign and prefix in prefixes)
                waiting.append(value)


def test_every_address_of_cids_is_that_of_an_object(theory: TheoryOfChange) -> None:
    objects = json.loads(written(theory, "cids"))["@graph"]
    known = {item["@id"] for item in objects}
    assert len(known) == len(objects)
    named = json.dumps(objects).split('"#')[1:]
    assert {f"#{part.partition(chr(34))[0]}" for part in named} <= known
