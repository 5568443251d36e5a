"""Prints, for each module that ``nox -s mutants`` changed, how many changes the tests noticed."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
NOTICED = {"killed", "timeout", "segfault", "suspicious"}
ROW = "{:<48}{:>9}{:>9}{:>10}{:>12}{:>8}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--survivors", action="store_true", help="show each change not noticed")
    arguments = parser.parse_args()
    allowed = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {}
    print(ROW.format("module", "mutants", "killed", "survived", "equivalent", "share"))
    sums = [0, 0, 0, 0]
    changes: list[str] = []
    for path in sorted(walk_mutatable_files()):
        found, diffs = counted(path, allowed.get(str(path), {}))
        if found[0]:
            print(row(str(path), found))
        sums = [one + other for one, other in zip(sums, found, strict=True)]
        changes += diffs
    print(row("all", sums))
    if arguments.survivors:
        print("", *changes, sep="\n")


def counted(path: Path, allowed: Mapping[str, Any]) -> tuple[list[int], list[str]]:
    """Count a module's mutants, those killed, survived and equivalent; and show the survivors."""
    data = SourceFileMutationData(path=path)
    data.load()
    tried = {name: code for name, code in data.exit_code_by_key.items() if code is not None}
    left = [name for name, code in tried.items() if status_by_exit_code[code] not in NOTICED]
    diffs = {name: get_diff_for_mutant(name, path=path) for name in left}
    equal = {name for name, diff in diffs.items() if " => ".join(lines(diff)) in allowed}
    survivors = [f"{name}\n{diff}" for name, diff in diffs.items() if name not in equal]
    return [len(tried), len(tried) - len(left), len(survivors), len(equal)], survivors


def lines(diff: str) -> Iterator[str]:
    """Give the lines that a mutant changes, as they were and as they are in it."""
    body = diff.splitlines()[2:]
    for sign in "-+":
        yield " ".join(line[1:].strip() for line in body if line.startswith(sign))


def row(name: str, numbers: list[int]) -> str:
    mutants, killed, _, equivalent = numbers
    share = killed / (mutants - equivalent) if mutants > equivalent else 1
    return ROW.format(name, *numbers, f"{share:.1%}")


if __name__ == "__main__":
    main()
