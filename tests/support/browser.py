"""Opens a page in a browser without a window, and returns its content afterwards."""

import shutil
import subprocess
from pathlib import Path


def browser() -> str | None:
    """The browser, if there is one."""
    return next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


def opened(page: Path, folder: Path) -> str:
    """The page after its scripts have run, as HTML."""
    command = [
        str(browser()),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=120000",
        "--dump-dom",
        page.as_uri(),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240)
    return run.stdout
