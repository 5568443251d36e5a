"""Fuzz reading with atheris, which follows the branches that an input takes.

Not a test and not run by CI; it needs ``pip install atheris``, and runs until it is stopped::

    python tests/fuzz/atheris_read.py -max_len=4096 -max_total_time=600

The first byte of an input says what the others are: a theory, a framework or a story form.
"""

import sys

import atheris

with atheris.instrument_imports(include=["tocmodel", "yaml"]):
    from tocmodel.checks import check
    from tocmodel.fileformat.loading import reads
    from tocmodel.frameworks.read import framework_of
    from tocmodel.stories.sheet_form import read_csv
    from tocmodel.stories.text_form import read_text
    from tocmodel.stories.workbook import read_workbook


def read_anything(data: bytes) -> None:
    """Read a file of some kind, and check a theory; anything that is raised is a fault."""
    kind, data = data[:1], data[1:]
    ending = "json" if data[:1] in (b"{", b"[") else "yaml"
    if kind == b"F":
        framework_of(data, f"ours.framework.{ending}")
    elif kind == b"T":
        read_text(data.decode("utf-8", "replace"), "a.story.txt")
    elif kind == b"S":
        read_csv(data.decode("utf-8", "replace"), "a.csv")
    elif kind == b"X":
        read_workbook(data, "a.xlsx")
    else:
        check(reads(data, f"zone.toc.{ending}"))


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_anything)
    atheris.Fuzz()
