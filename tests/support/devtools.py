"""Drives a browser without a window by the DevTools protocol, over a pipe, as a user would.

>>> with Browser(folder) as browser:                                            # doctest: +SKIP
...     tab = browser.open(page)
...     tab.press("Tab")
...     tab.run("document.activeElement.textContent")
"""

import base64
import json
import os
import select
import subprocess
import time
from pathlib import Path
from typing import Any

from browser import browser as program

_KEYS = {
    "Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39,
    "ArrowDown": 40, "+": 187, "-": 189, "0": 48, " ": 32,
}  # fmt: skip
_TEXT = {"Enter": "\r", " ": " ", "+": "+", "-": "-", "0": "0"}


class Browser:
    """One browser, with a profile of its own in a folder."""

    def __init__(self, folder: Path, *switches: str) -> None:
        to_browser, self._in = os.pipe()
        self._out, from_browser = os.pipe()
        command = [
            str(program()),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            f"--user-data-dir={folder / 'profile'}",
            "--remote-debugging-pipe",
            *switches,
            "about:blank",
        ]

        def connect() -> None:  # the browser reads from 3 and writes to 4
            os.dup2(to_browser, 13)
            os.dup2(from_browser, 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        self._process = subprocess.Popen(
            command,
            preexec_fn=connect,  # noqa: PLW1509  (nothing else runs in a test)
            close_fds=False,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._rest = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.send("Browser.close")
        self._process.wait(30)
        os.close(self._in)
        os.close(self._out)

    def open(self, page: Path | str, *, width: int = 1280, height: int = 900) -> "Tab":
        """Open a page in a new tab of a given size, and wait until it has loaded."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session)
        for domain in ("Page", "Runtime", "Network", "Log"):
            tab.send(f"{domain}.enable")
        tab.size(width, height)
        tab.go(page)
        return tab

    def send(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """Send a command, and return its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._in, json.dumps(message).encode() + b"\0")
        while True:
            found = self._next(60)
            if found.get("id") == self._number:
                if "error" in found:
                    raise AssertionError(f"{method}: {found['error']}")
                result: dict[str, Any] = found["result"]
                return result
            self.events.append(found)

    def wait_for(self, event: str, session: str, seconds: float = 60) -> dict[str, Any]:
        """Wait for an event of a tab, or take one that came already."""
        end = time.monotonic() + seconds
        while True:
            for found in self.events:
                if found.get("method") == event and found.get("sessionId") == session:
                    self.events.remove(found)
                    return found
            self.events.append(self._next(end - time.monotonic()))

    def _next(self, seconds: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._out], [], [], max(seconds, 0))[0]:
                raise AssertionError("the browser did not answer")
            data = os.read(self._out, 1 << 20)
            if not data:
                raise AssertionError("the browser has ended")
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


class Tab:
    """One page in a browser."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        return self.browser.send(method, self.session, **params)

    def go(self, page: Path | str) -> None:
        """Load a page, or an address of it with another part after the hash."""
        address = page.as_uri() if isinstance(page, Path) else page
        answer = self.send("Page.navigate", url=address)
        if "loaderId" in answer:  # without one it is the same page
            self.browser.wait_for("Page.loadEventFired", self.session)

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page, awaited if it is a promise."""
        answer = self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, *keys: str, shift: bool = False) -> None:
        """Press and release keys, one after another."""
        for key in keys:
            common = {
                "key": key,
                "code": key,
                "windowsVirtualKeyCode": _KEYS[key],
                "modifiers": 8 if shift else 0,
            }
            text = _TEXT.get(key, "")
            self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
            self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        self.send("Input.insertText", text=text)

    def point(self, x: float, y: float, *, click: bool = False) -> None:
        """Move the pointer to a place, and perhaps press its button there."""
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        if click:
            for kind in ("mousePressed", "mouseReleased"):
                self.send(
                    "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
                )

    def size(self, width: int, height: int) -> None:
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def prefer(self, **features: str) -> None:
        """Set what the user prefers: ``forced_colors="active"``, ``media="print"``."""
        media = features.pop("media", "")
        wanted = [
            {"name": name.replace("_", "-"), "value": value} for name, value in features.items()
        ]
        self.send("Emulation.setEmulatedMedia", media=media, features=wanted)

    def without_script(self) -> None:
        self.send("Emulation.setScriptExecutionDisabled", value=True)

    def tree(self) -> list[tuple[str, str]]:
        """Return the role and the name of everything that a screen reader finds, in order."""
        nodes = self.send("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node.get("ignored")
        ]

    def requests(self) -> list[str]:
        """Return the addresses that the page has asked for so far."""
        self.run("1")
        return [
            event["params"]["request"]["url"]
            for event in self.browser.events
            if event.get("method") == "Network.requestWillBeSent"
            and event.get("sessionId") == self.session
        ]

    def problems(self) -> list[str]:
        """Return what the page complained of: errors of its script, and what its policy stopped."""
        self.run("1")
        found = []
        for event in self.browser.events:
            if event.get("sessionId") == self.session:
                params = event["params"]
                if event["method"] == "Runtime.exceptionThrown":
                    found.append(params["exceptionDetails"]["exception"]["description"])
                if event["method"] == "Log.entryAdded":
                    found.append(params["entry"]["text"])
        return found

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Keep what the page looks like as a PNG file."""
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def pdf(self) -> bytes:
        """Return the page as it is printed."""
        made = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(made["data"])
