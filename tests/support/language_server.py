"""A small client of the YAML language server: what an editor asks it, and what it answers."""

import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}
PATIENCE = 60.0
"""Seconds to wait for one answer: a loaded machine is slow, a broken server is silent."""


class LanguageServer:
    """yaml-language-server over standard input and output, as an editor runs it.

    No schema is named in the settings and the schema store is off: all the server knows of
    tocmodel is what the file's own first line points it to.
    """

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: dict[int, Queue[Any]] = {}
        self._diagnostics: Queue[tuple[str, list[dict[str, Any]]]] = Queue()
        self._sent = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": _CAPABILITIES})
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file, and return the server's complaints about it."""
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text(encoding="utf-8"),
        }
        self._notify("textDocument/didOpen", {"textDocument": document})
        while True:
            uri, found = self._diagnostics.get(timeout=PATIENCE)
            if uri == path.as_uri():
                return found

    def complete(self, path: Path, line: int, column: int) -> dict[str, dict[str, Any]]:
        """Return what an editor offers at a place (from 0), by label."""
        answer = self.ask("textDocument/completion", _place(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what an editor shows at a place (from 0); empty for nothing."""
        answer = self.ask("textDocument/hover", _place(path, line, column))
        if not answer:
            return ""
        contents = answer["contents"]
        return contents["value"] if isinstance(contents, dict) else str(contents)

    def ask(self, method: str, params: object) -> Any:
        """Send a request and wait for its answer."""
        self._sent += 1
        queue: Queue[Any] = Queue()
        self._answers[self._sent] = queue
        self._send({"id": self._sent, "method": method, "params": params})
        return queue.get(timeout=PATIENCE)

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()

    def _notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for message in _messages(self._process.stdout):
            if "method" not in message:
                self._answers.pop(message["id"]).put(message.get("result"))
            elif message["method"] == "textDocument/publishDiagnostics":
                params = message["params"]
                self._diagnostics.put((params["uri"], params["diagnostics"]))
            elif "id" in message:
                self._send({"id": message["id"], "result": _reply(message)})


_CAPABILITIES = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
    },
}


def _reply(request: dict[str, Any]) -> Any:
    """What an editor answers when the server asks it something: its settings, else nothing."""
    if request["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(item.get("section")) for item in request["params"]["items"]]


def _messages(stream: Any) -> Iterator[dict[str, Any]]:
    while header := stream.readline():
        if header.lower().startswith(b"content-length:"):
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            yield json.loads(stream.read(length))


def _place(path: Path, line: int, column: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": column},
    }
