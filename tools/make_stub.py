"""Write tocmodel/__init__.pyi, which shows type checkers and editors the public names.

``python tools/make_stub.py``, after a change to the names in ``tocmodel/__init__.py``. A test keeps
the two equal.
"""

from pathlib import Path

import tocmodel

STUB = Path(tocmodel.__file__).with_suffix(".pyi")


def stub() -> str:
    """Return the stub: one import for each module, of the names that it makes public."""
    lines = ["# Made by tools/make_stub.py from the names in __init__.py."]
    for module, names in (*tocmodel._MODULES.items(), ("tocmodel.version", "__version__")):
        imported = [f"{name} as {name}" for name in names.split()]
        line = f"from {module} import {', '.join(imported)}"
        if len(line) > 100:
            line = f"from {module} import (\n    " + ",\n    ".join(imported) + ",\n)"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the stub beside the module that it describes."""
    STUB.write_text(stub(), encoding="utf-8")


if __name__ == "__main__":
    main()
