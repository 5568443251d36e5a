"""The compression of PRSM maps: there and back, as the npm package has it, and damaged."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.conversion import lz_string
from tocmodel.conversion.lz_string import LzStringError, from_utf16, to_utf16

TEXTS = [
    "",
    "a",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "a map, a map of a map",
    'tab\t, "quotes", line\n, é ŷ Ω 中 🙂 \ud83d alone',
    "".join(map(chr, range(1, 1200))),
    json.dumps({"nodes": [{"id": n, "label": f"node {n}"} for n in range(200)]}),
]
PACK = """
const lz = require(process.argv[1] + "/lz-string");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const words = (text) => text === null ? null : JSON.stringify(text);
const out = texts.map((text) => [lz.compressToUTF16(text), lz.decompressFromUTF16(text)]);
process.stdout.write(JSON.stringify(out.map((pair) => pair.map(words))));
"""


@given(st.text(st.characters(codec=None), max_size=400) | st.text("ab \U0001f642", max_size=400))
def test_a_text_comes_back(text: str) -> None:
    packed = to_utf16(text)
    whole = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")
    assert from_utf16(packed) == whole
    assert all(32 <= ord(letter) < 32 + (1 << 15) for letter in packed)


def asked(node_modules: Path, texts: list[str]) -> list[tuple[str, str | None]]:
    """What the npm package makes of each text: packed, and unpacked."""
    done = subprocess.run(
        ["node", "-e", PACK, str(node_modules)],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return [
        (json.loads(pair[0]), None if pair[1] is None else json.loads(pair[1]))
        for pair in json.loads(done.stdout)
    ]


def test_the_npm_package_packs_and_unpacks_alike(
    require: Callable[[bool, str], None], node_modules: Path
) -> None:
    installed = (node_modules / "lz-string").is_dir() and shutil.which("node") is not None
    require(installed, "lz-string is not installed: run 'npm ci' in tests/clients")
    packed = [to_utf16(text) for text in TEXTS]
    assert [pair[0] for pair in asked(node_modules, TEXTS)] == packed
    assert [pair[1] for pair in asked(node_modules, packed)] == TEXTS


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        ("", "the text ends too early"),
        (to_utf16("a map, a map of a map")[:5], "the text ends too early"),
        ("\x1f\x1f", "a character has more than 15 bits"),
        ("\uffff", "a character has more than 15 bits"),
        ("\u7fff" * 9, "a code has no entry"),
    ],
)
def test_a_damaged_text_is_refused(packed: str, message: str) -> None:
    with pytest.raises(LzStringError) as refused:
        from_utf16(packed)
    assert message in str(refused.value) or "does not begin" in str(refused.value)


def test_a_text_that_unpacks_to_very_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = to_utf16("a" * 100_000)
    assert len(packed) < 1000
    monkeypatch.setattr(lz_string, "LARGEST", 50_000)
    with pytest.raises(LzStringError, match="unpacks to more than"):
        from_utf16(packed)


def test_the_map_of_a_real_program_is_in_the_form_of_this_module() -> None:
    """The first characters of every packed map: they stand for ``{`` and a line break."""
    assert to_utf16('{\n\t"saved": ').startswith("\u1be1\u2044")
