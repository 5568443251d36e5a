"""Fuzz reading with atheris, which follows the branches that an input takes.

Not a test and not run by CI; it needs ``pip install atheris``, and runs until it is stopped::

    python tests/fuzz/atheris_read.py -max_len=4096 -max_total_time=600
"""

import sys

import atheris

with atheris.instrument_imports(include=["tocmodel", "yaml"]):
    from tocmodel.checking import check
    from tocmodel.loading import reads


def read_and_check(data: bytes) -> None:
    """Read a file and check it; anything that is raised is a fault."""
    name = "zone.toc.json" if data[:1] in (b"{", b"[") else "zone.toc.yaml"
    check(reads(data, name))


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_and_check)
    atheris.Fuzz()
