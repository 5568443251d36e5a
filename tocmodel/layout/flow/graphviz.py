"""Graphviz in its several forms: DOT text goes in, positions come out.

The layout does not depend on an engine's fonts: boxes go in with sizes and without words.
graphviz-pure, pygraphviz from 2.0 and ``dot`` from Graphviz 13.1 give the same positions; an older
``dot`` may find another order within a column, and other places. Apart from `system.git`, this is
the only module that starts a process.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tocmodel.diagnostics import TocModelError
from tocmodel.system.programs import find_program

ENGINE_VARIABLE = "TOCMODEL_ENGINE"
_SMALL = 60
"""Up to this many nodes, pygraphviz runs in this process and takes a few milliseconds.
Anything larger runs in a separate process, which can be stopped."""


class Engine(Protocol):
    """A program that can lay out a graph."""

    name: str

    def is_present(self) -> bool:
        """Whether it is installed."""
        ...

    def lay_out(self, dot: str, *, nodes: int, time_limit: float) -> str:
        """Return Graphviz's JSON for a DOT text with a number of nodes."""
        ...


class GraphvizPure:
    """The ``graphviz-pure`` binary, which pip puts beside Python."""

    name = "graphviz-pure"

    def is_present(self) -> bool:
        """Whether it is installed."""
        return self._binary() is not None

    def lay_out(self, dot: str, *, nodes: int, time_limit: float) -> str:
        """Return Graphviz's JSON for a DOT text."""
        del nodes
        return _run([str(self._binary()), "-Kdot", "-Tjson"], dot, time_limit, self.name)

    def _binary(self) -> Path | None:
        file = "graphviz-pure.exe" if os.name == "nt" else "graphviz-pure"
        path = Path(sys.executable).with_name(file)
        return path if path.is_file() else None


class Pygraphviz:
    """The ``pygraphviz`` package, with Graphviz in its wheel."""

    name = "pygraphviz"

    _CHILD = (
        "import sys, pygraphviz\n"
        "graph = pygraphviz.AGraph(string=sys.stdin.read())\n"
        "sys.stdout.buffer.write(graph.draw(format='json', prog='dot'))\n"
    )

    def is_present(self) -> bool:
        """Whether it is installed and its libraries load."""
        try:
            import pygraphviz  # noqa: F401, PLC0415  (slow to import, and not always needed)
        except ImportError:
            return False
        return True

    def lay_out(self, dot: str, *, nodes: int, time_limit: float) -> str:
        """Return Graphviz's JSON for a DOT text."""
        if nodes > _SMALL:
            # -P: do not import a pygraphviz.py in the user's folder.
            command = [sys.executable, "-P", "-c", self._CHILD]
            return _run(command, dot, time_limit, self.name)
        import pygraphviz  # noqa: PLC0415  (see is_present)

        graph = pygraphviz.AGraph(string=dot)
        try:
            drawn = graph.draw(format="json", prog="dot")
        except (OSError, RuntimeError, ValueError) as error:
            raise _failed(self.name, str(error)) from error
        finally:
            graph.close()
        return bytes(drawn).decode("utf-8")


class DotProgram:
    """The ``dot`` program on the PATH, or the one that TOCMODEL_DOT names."""

    name = "dot"

    def is_present(self) -> bool:
        """Whether it is installed."""
        return self._binary() is not None

    def lay_out(self, dot: str, *, nodes: int, time_limit: float) -> str:
        """Return Graphviz's JSON for a DOT text."""
        del nodes
        return _run([str(self._binary()), "-Kdot", "-Tjson"], dot, time_limit, self.name)

    def _binary(self) -> str | None:
        return find_program(os.environ.get("TOCMODEL_DOT") or "dot")


ENGINES: tuple[Engine, ...] = (GraphvizPure(), Pygraphviz(), DotProgram())
"""In order of preference."""


def find_engine(name: str | None = None) -> Engine:
    """Return the engine of that name, or the first one that is installed.

    Args:
        name: ``graphviz-pure``, ``pygraphviz`` or ``dot``; by default the environment variable
            ``TOCMODEL_ENGINE`` decides.

    Raises:
        TocModelError: it is not known or not installed; the message names the package to install.
    """
    wanted = name or os.environ.get(ENGINE_VARIABLE) or ""
    names = [engine.name for engine in ENGINES]
    if wanted and wanted not in names:
        raise TocModelError(f"no drawing engine '{wanted}': choose one of {', '.join(names)}")
    for engine in ENGINES:
        if wanted in {"", engine.name} and engine.is_present():
            return engine
    raise TocModelError(_missing(wanted))


def _missing(wanted: str) -> str:
    if wanted == "dot":
        return "the drawing engine 'dot' is not on the PATH: install Graphviz, or choose another"
    package = wanted or "pygraphviz"
    found = f"the drawing engine '{wanted}' is not installed" if wanted else "nothing here can draw"
    return f"{found}: run 'pip install {package}' (dot and mermaid text need no engine)"


def positions(
    engine: Engine, dot: str, *, nodes: int, time_limit: float
) -> Mapping[str, tuple[float, float]]:
    """Lay out a DOT text and return the centre of every node, to a hundredth of a point.

    Raises:
        TocModelError: the engine failed, or took longer than the limit.
    """
    text = engine.lay_out(dot, nodes=nodes, time_limit=time_limit)
    try:
        objects = json.loads(text).get("objects", [])
        return {item["name"]: _point(item["pos"]) for item in objects if "pos" in item}
    except (ValueError, KeyError, AttributeError) as error:
        raise _failed(engine.name, f"it gave no positions ({error})") from error


def _point(text: str) -> tuple[float, float]:
    x, y = text.split(",")
    return round(float(x), 2), round(float(y), 2)


def _run(command: list[str], dot: str, time_limit: float, name: str) -> str:
    import subprocess  # noqa: PLC0415  (not needed when the engine runs in this process)

    try:
        done = subprocess.run(  # noqa: S603  (our own command; the text goes in by stdin)
            command, input=dot.encode("utf-8"), capture_output=True, timeout=time_limit, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TocModelError(
            f"drawing took longer than {time_limit:g} seconds: draw a smaller view "
            "(focus on one element, or collapse groups), or allow more time (--time-limit)"
        ) from error
    except OSError as error:
        raise _failed(name, str(error)) from error
    if done.returncode:
        raise _failed(name, done.stderr.decode("utf-8", "replace").strip()[:300])
    return done.stdout.decode("utf-8")


def _failed(name: str, reason: str) -> TocModelError:
    return TocModelError(
        f"the drawing engine '{name}' failed: {reason or 'it gave no reason'}; "
        f"try another one (--engine, or {ENGINE_VARIABLE}), or write dot instead"
    )
