"""Workbooks after LibreOffice opened and saved them, as colleagues do."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path


def resaved(
    files: Mapping[str, bytes],
    ending: str,
    folder: Path,
    require: Callable[[bool, str], None],
) -> dict[str, bytes]:
    """Return each workbook as LibreOffice saves it, in one run for all of them."""
    require(shutil.which("soffice") is not None, "LibreOffice (soffice) is not installed")
    before, after = folder / "before", folder / "after"
    before.mkdir(parents=True)
    paths = []
    for name, data in files.items():
        path = before / f"{name}.xlsx"
        path.write_bytes(data)
        paths.append(str(path))
    program = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", ending, "--outdir", str(after)),
    ]
    subprocess.run([*program, *paths], check=True, capture_output=True, timeout=600)
    return {name: (after / f"{name}.{ending}").read_bytes() for name in files}
