"""Measure pictures: what every view of the examples is like, beside other programs' pictures.

    python benchmarks/pictures.py             every view, and maps made up, beside dot; a minute
    python benchmarks/pictures.py --others    also beside ELK and Mermaid
    python benchmarks/pictures.py --each      one line for each view as well
    python benchmarks/pictures.py --map FILE  a theory of your own, drawn as a map

Every program draws the same boxes, as large as ours, and the same arrows. ELK and Mermaid are
among the clients of the tests; Mermaid needs Chromium as well, and sizes boxes itself.

For pictures in columns, *ELK in columns* has our columns, but no lanes or frames, and so fewer
crossings that nothing could avoid. Two rows make the comparison fair: *without lanes* is our own
picture of the same columns without lanes and frames, and *ELK in our order* has the boxes of each
column in the order of ours where there are lanes or frames. (ELK can nest boxes, but the nests of
one picture are then in columns of their own.)
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

from attrs import evolve, frozen

from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import draw as draw_theory
from tocmodel.fileformat.loading import load
from tocmodel.layout import layout
from tocmodel.layout.flow.graphviz import find_engine
from tocmodel.layout.scene import Bounds, PathCommand, Scene, SceneGroup
from tocmodel.layout.scene import Path as Drawn
from tocmodel.picture_set import picture_set
from tocmodel.render.mermaid import mermaid

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))  # the checker of pictures is that of the tests

from browser import opened  # noqa: E402
from example_models import NAMES, model_file  # noqa: E402
from picture_measures import Measures, measure_picture  # noqa: E402
from signed_maps import signed_map  # noqa: E402

MODULES = Path(os.environ.get("TOCMODEL_NODE_MODULES") or ROOT / "tests/clients/node_modules")
MAPS = ((40, 70, 5, 3), (100, 300, 8, 4))
"""The maps made up: factors, links, themes, factors without a link."""
LARGE = (400, 1200, 20, 6)
"""A map that is only timed: to measure it takes minutes."""

COLUMNS, ORDERED, FREE = "ELK in columns", "ELK in our order", "without lanes"
"""Programs that draw only pictures in columns."""

HEAD = (
    f"{'':34} {'boxes':>6} {'arrows':>6} {'cross-':>7} {'doubt-':>6} {'signs':>9} {'faults':>6} "
    f"{'said':>6} {'cm':>9} {'smallest text on':>20} {'boxes':>6} {'seconds':>8}\n"
    f"{'':34} {'':>6} {'':>6} {'ings':>7} {'ful':>6} {'crossed':>9} {'':>6} "
    f"{'twice':>6} {'':>9} {'A4':>6} {'A3':>6} {'A2':>6} {'cover':>6} {'':>8}"
)


@frozen
class Drawing:
    """One picture: its name, its program, its measures and the seconds it took."""

    name: str
    program: str
    measures: Measures
    seconds: float


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each", action="store_true", help="one line for each view")
    parser.add_argument("--others", action="store_true", help="also ELK and Mermaid")
    parser.add_argument("--map", type=Path, action="append", help="a theory to draw as a map")
    options = parser.parse_args()
    programs: dict[str, Callable[[Scene, Diagram], Scene]] = {"dot": by_dot}
    if options.others:
        programs |= {
            FREE: without_lanes,
            "ELK layered": by_elk,
            COLUMNS: by_elk_in_columns,
            ORDERED: by_elk_in_our_order,
            "Mermaid": by_mermaid,
        }
    if options.map:
        drawn = [one for path in options.map for one in _maps([(path.stem, load(path))], programs)]
    else:
        examples = list(_examples(programs))
        drawn = [*_totals(examples), *_maps(_made_up(), programs)]
        if options.each:
            drawn = [*examples, *drawn]
    print(HEAD)
    for one in drawn:
        print(_line(one))
    if not options.map:
        print(_large())
        print(_sheets([one for one in examples if one.program == "tocmodel"]))


def _examples(programs: dict[str, Callable[[Scene, Diagram], Scene]]) -> Iterator[Drawing]:
    for name in NAMES:
        theory = load(model_file(name))
        for view in views(theory):
            yield from _all(f"{name}/{view.id}", to_diagram(theory, view), programs)


def _made_up() -> Iterator[tuple[str, object]]:
    for factors, links, themes, loose in MAPS:
        theory = signed_map(factors, links, themes=themes, loose=loose)
        yield f"a map of {factors} and {links}", theory


def _large() -> str:
    """How long the pictures of a large map take, the poster among them."""
    factors, links, themes, loose = LARGE
    start = time.process_time()
    pictures = picture_set(draw_theory(signed_map(factors, links, themes=themes, loose=loose)))
    taken = {}
    for picture in pictures:
        begun = time.process_time()
        page = picture.drawing.scene.page
        taken[picture.name] = (page, time.process_time() - begun)
    whole = time.process_time() - start
    page, poster = taken["poster"]
    return (
        f"A map of {factors} and {links}: the set of {len(pictures)} pictures takes {whole:.1f} "
        f"seconds, of which the poster ({page}) takes {poster:.1f}."
    )


def _maps(maps, programs) -> Iterator[Drawing]:  # type: ignore[no-untyped-def]
    for name, theory in maps:
        yield from _all(name, to_diagram(theory), programs)


def _all(name, diagram, programs) -> Iterator[Drawing]:  # type: ignore[no-untyped-def]
    start = time.process_time()
    scene = layout(diagram)
    taken = time.process_time() - start
    yield Drawing(name, "tocmodel", measure_picture(scene), taken)
    for program, draw in programs.items():
        if program in (COLUMNS, ORDERED, FREE) and diagram.layout != "stages":
            continue
        start = time.perf_counter()
        try:
            other = draw(scene, diagram)
        except (OSError, subprocess.SubprocessError, ValueError, AssertionError) as error:
            print(f"{program} cannot draw {name}: {error}", file=sys.stderr)
            continue
        taken = time.perf_counter() - start
        yield Drawing(name, program, measure_picture(other), taken)


def _totals(examples: Sequence[Drawing]) -> Iterator[Drawing]:
    for program in dict.fromkeys(one.program for one in examples):
        found = [one.measures for one in examples if one.program == program]
        sums = ("boxes", "arrows", "crossings", "doubtful", "signs", "signs_crossed", "faults")
        total = evolve(
            found[0],
            **{name: sum(getattr(one, name) for one in found) for name in (*sums, "said_twice")},
            share=round(sum(one.share for one in found) / len(found), 3),
            width=sum(one.width for one in found) / len(found),
            height=sum(one.height for one in found) / len(found),
        )
        seconds = sum(one.seconds for one in examples if one.program == program)
        yield Drawing(f"{len(found)} views of examples", program, total, seconds)


def _line(one: Drawing) -> str:
    found = one.measures
    size = f"{found.width / 28.35:.0f}×{found.height / 28.35:.0f}"
    signs = f"{found.signs_crossed}/{found.signs}"
    texts = " ".join(f"{found.text_on(sheet):6.1f}" for sheet in ("A4", "A3", "A2"))
    name = f"{one.name} {one.program}" if one.program == "tocmodel" else f"   {one.program}"
    return (
        f"{name[:34]:34} {found.boxes:6} {found.arrows:6} {found.crossings:7} {found.doubtful:6} "
        f"{signs:>9} {found.faults:6} {found.said_twice:6} {size:>9} {texts} {found.share:6.1%} "
        f"{one.seconds:8.2f}"
    )


def _sheets(own: Sequence[Drawing]) -> str:
    sizes = sorted(one.measures.text_on("A4") for one in own)
    fits = sum(size >= 8.995 for size in sizes)
    return (
        f"{fits} of {len(sizes)} views print on A4 with text of 9 pt or more; the median is "
        f"{sizes[len(sizes) // 2]:.1f} pt. The least contrast is "
        f"{min(one.measures.least_contrast for one in own)}:1."
    )


def _arrow(number: int, ends: tuple[str, str], commands: tuple[PathCommand, ...]) -> SceneGroup:
    return SceneGroup(
        id=f"arrow:{number}",
        role="arrow",
        items=(Drawn(commands=commands, stroke="#000000", stroke_width=1),),
        ends=ends,
    )


def _picture(boxes: dict[str, Bounds], arrows: Sequence[SceneGroup], like: Scene) -> Scene:
    """The picture of another program, moved to the corner of a page of its size."""
    groups = [
        SceneGroup(id=f"box:{id_}", role="box", bounds=bounds) for id_, bounds in boxes.items()
    ]
    words = [group for group in like.groups if group.role in ("title", "legend")][:1]
    return evolve(
        like,
        width=max((one.right for one in boxes.values()), default=1.0) + 24,
        height=max((one.bottom for one in boxes.values()), default=1.0) + 24,
        groups=(*words, *groups, *arrows),
    )


def _sizes(scene: Scene) -> dict[str, Bounds]:
    return {box.id.removeprefix("box:"): box.bounds for box in scene.find("box") if box.bounds}


def by_dot(scene: Scene, diagram: Diagram) -> Scene:
    """The picture that dot makes of the boxes and arrows of a scene."""
    boxes = _sizes(scene)
    numbers = {id_: f"n{place}" for place, id_ in enumerate(boxes)}
    arrows = [a for a in diagram.arrows if a.from_ in boxes and a.to in boxes]
    lines = ['digraph{rankdir=LR;node[shape=box,fixedsize=true,label=""]']
    lines += [
        f"{numbers[id_]}[width={b.width / 72:.4f},height={b.height / 72:.4f}]"
        for id_, b in boxes.items()
    ]
    lines += [f"{numbers[a.from_]}->{numbers[a.to]}" for a in arrows]
    answer = json.loads(
        find_engine().lay_out("\n".join([*lines, "}"]), nodes=len(boxes), time_limit=120)
    )
    height = float(answer["bb"].split(",")[3])
    places = {}
    names = {number: id_ for id_, number in numbers.items()}
    for item in answer["objects"]:
        x, y = map(float, item["pos"].split(","))
        size = boxes[names[item["name"]]]
        places[names[item["name"]]] = evolve(
            size, x=x - size.width / 2 + 12, y=height - y - size.height / 2 + 12
        )
    found = []
    for number, edge in enumerate(answer.get("edges", ())):
        ends = tuple(names[answer["objects"][edge[end]]["name"]] for end in ("tail", "head"))
        spots = [
            (float(x) + 12, height - float(y) + 12)
            for x, y in re.findall(
                r"(?<!,)(-?[\d.e+]+),(-?[\d.e+-]+)", edge["pos"].split(" ", 1)[1]
            )
        ]
        commands: list[PathCommand] = [("M", spots[0])]
        commands += [
            ("C", (*spots[i], *spots[i + 1], *spots[i + 2])) for i in range(1, len(spots) - 2, 3)
        ]
        found.append(_arrow(number, ends, tuple(commands)))
    return _picture(places, found, scene)


_ELK = """
const ELK = require('elkjs');
const graph = JSON.parse(require('fs').readFileSync(0));
new ELK().layout(graph).then(done => console.log(JSON.stringify(done)));
"""


def by_elk(scene: Scene, diagram: Diagram) -> Scene:
    """The picture that ELK layered makes of the boxes and arrows of a scene."""
    return _elk(scene, diagram, {})


def by_elk_in_columns(scene: Scene, diagram: Diagram) -> Scene:
    """The same, with the boxes of each column after those of the column before."""
    return _elk(scene, diagram, _columns(diagram))


def by_elk_in_our_order(scene: Scene, diagram: Diagram) -> Scene:
    """The same; lanes and frames are kept as the boxes of a column keep their order in a scene."""
    in_order = bool(diagram.lanes or diagram.clusters)
    return _elk(scene, diagram, _columns(diagram), in_order=in_order)


def without_lanes(scene: Scene, diagram: Diagram) -> Scene:
    """Our own picture without lanes and frames."""
    del scene
    boxes = tuple(evolve(box, lane="", cluster="") for box in diagram.boxes)
    return layout(evolve(diagram, lanes=(), clusters=(), boxes=boxes))


def _columns(diagram: Diagram) -> dict[str, int]:
    found = [column.id for column in diagram.columns] + [box.column for box in diagram.boxes]
    columns = list(dict.fromkeys(found))
    return {box.id: columns.index(box.column) for box in diagram.boxes}


def _elk(
    scene: Scene, diagram: Diagram, columns: Mapping[str, int], *, in_order: bool = False
) -> Scene:
    boxes = _sizes(scene)
    arrows = [a for a in diagram.arrows if a.from_ in boxes and a.to in boxes]
    children: list[dict[str, object]] = [
        {"id": id_, "width": b.width, "height": b.height} for id_, b in boxes.items()
    ]
    options = {"elk.algorithm": "layered", "elk.edgeRouting": "SPLINES"}
    if columns:
        options["elk.partitioning.activate"] = "true"
        for child in children:
            box = boxes[str(child["id"])]
            child["layoutOptions"] = {
                "elk.partitioning.partition": columns[str(child["id"])],
                "elk.position": f"({box.x},{box.y})",
            }
    if in_order:
        options["elk.layered.crossingMinimization.semiInteractive"] = "true"
    graph = {
        "id": "root",
        "layoutOptions": options,
        "children": children,
        "edges": [
            {"id": f"e{n}", "sources": [a.from_], "targets": [a.to]} for n, a in enumerate(arrows)
        ],
    }
    done = subprocess.run(
        ["node", "-e", _ELK],
        input=json.dumps(graph),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**os.environ, "NODE_PATH": str(MODULES)},
    )
    answer = json.loads(done.stdout)
    places = {
        child["id"]: Bounds(
            x=child["x"], y=child["y"], width=child["width"], height=child["height"]
        )
        for child in answer["children"]
    }
    found = []
    for number, edge in enumerate(answer["edges"]):
        ends = (arrows[number].from_, arrows[number].to)
        for section in edge.get("sections", ()):
            spots = [
                (p["x"], p["y"])
                for p in (
                    section["startPoint"],
                    *section.get("bendPoints", ()),
                    section["endPoint"],
                )
            ]
            found.append(_arrow(number, ends, tuple(_spline(spots))))
    return _picture(places, found, scene)


def _spline(spots: Sequence[tuple[float, float]]) -> Iterator[PathCommand]:
    """ELK gives the handles of curves as bends, three for each piece."""
    yield "M", spots[0]
    if (len(spots) - 1) % 3 == 0:
        for at in range(1, len(spots), 3):
            yield "C", (*spots[at], *spots[at + 1], *spots[at + 2])
    else:
        yield from (("L", spot) for spot in spots[1:])


_PAGE = """<!doctype html><meta charset="utf-8"><body><pre id="answers">none</pre>
<div id="here"></div><script src="{script}"></script>
<script type="application/json" id="text">{text}</script>
<script>
mermaid.initialize({{startOnLoad: false, maxEdges: 5000, maxTextSize: 900000}});
(async () => {{
  const text = JSON.parse(document.getElementById("text").textContent);
  const {{svg}} = await mermaid.render("picture", text);
  document.getElementById("here").innerHTML = svg;
  const top = document.querySelector("#here svg").getScreenCTM();
  const spot = (p, m) => [p.x * m.a + m.e - top.e, p.y * m.d + m.f - top.f];
  const boxes = [...document.querySelectorAll("g.node")].map((node) => {{
    const box = node.getBoundingClientRect();
    return [box.x - top.e, box.y - top.f, box.width, box.height];
  }});
  const lines = [...document.querySelectorAll("path.flowchart-link")].map((path) => {{
    const all = path.getTotalLength(), m = path.getScreenCTM();
    return [...Array(25).keys()].map((i) => spot(path.getPointAtLength(all * i / 24), m));
  }});
  document.getElementById("answers").textContent = JSON.stringify([boxes, lines]);
}})();
</script>"""


def by_mermaid(scene: Scene, diagram: Diagram) -> Scene:
    """The picture that Mermaid makes of a diagram, in Chromium."""
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "mermaid.html"
        text = json.dumps(mermaid(diagram)).replace("<", "\\u003c")
        script = (MODULES / "mermaid/dist/mermaid.min.js").as_uri()
        page.write_text(_PAGE.format(script=script, text=text), encoding="utf-8")
        answer = opened(page, Path(name))
    found = re.search(r'<pre id="answers">(.*?)</pre>', answer, re.DOTALL)
    if found is None or found[1] == "none":
        raise ValueError("no answer in the time that Chromium is given")
    boxes, lines = json.loads(unescape(found[1]))
    places = {f"n{n}": Bounds(x=x, y=y, width=w, height=h) for n, (x, y, w, h) in enumerate(boxes)}
    ends = [(f"{a.from_} of {n}", a.to) for n, a in enumerate(diagram.arrows)]
    arrows = [
        _arrow(n, ends[n], tuple(("L" if i else "M", tuple(p)) for i, p in enumerate(line)))
        for n, line in enumerate(lines[: len(ends)])
    ]
    return _picture(places, arrows, scene)


if __name__ == "__main__":
    main()
