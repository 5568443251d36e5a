"""An input, and a surface of tocmodel that inputs reach."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen
from hypothesis.strategies import SearchStrategy


@frozen
class Case:
    """An input: files by their names, and words such as the arguments of a command."""

    files: Mapping[str, bytes] = field(factory=dict)
    words: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Show a short form, as the whole is printed as a file."""
        return f"<case: {[*self.files]} {self.words!r:.200}>"

    def to_json(self, surface: str) -> str:
        """Return the content of a file in ``tests/fuzz/cases``."""
        files = {name: _readable(content) for name, content in self.files.items()}
        data = {"surface": surface, "words": self.words, "files": files}
        return json.dumps(data, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> tuple[str, "Case"]:
        """Return the name of the surface and the input in such a file."""
        data = json.loads(text)
        files = {name: _bytes(content) for name, content in data["files"].items()}
        return data["surface"], cls(files, tuple(data["words"]))


def _readable(content: bytes) -> Any:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode()}


def _bytes(content: Any) -> bytes:
    return content.encode() if isinstance(content, str) else base64.b64decode(content["base64"])


@frozen
class Surface:
    """A place where tocmodel takes in something that others made.

    Attributes:
        name: its name, in the table of results and in the file of a case.
        inputs: draws an input.
        run: gives the input to tocmodel, and fails if the result is not sound. It returns whether
            tocmodel accepted the input, as opposed to a finding or a message about it.
        examples: how many inputs the test suite draws.
    """

    name: str
    inputs: SearchStrategy[Case]
    run: Callable[[Case], bool]
    examples: int = 25


def one_file(name: str, content: bytes | str) -> Case:
    """Return an input that is one file; a lone surrogate becomes bytes that are not UTF-8."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return Case({name: data})


def only_file(case: Case) -> tuple[str, bytes]:
    """Return the name and the content of the one file."""
    [(name, content)] = case.files.items()
    return name, content
