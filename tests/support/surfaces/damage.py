"""Damage to a text or to bytes: pieces removed, doubled, moved or replaced."""

from collections.abc import Sequence

from hypothesis import strategies as st


@st.composite
def damaged_text(draw: st.DrawFn, texts: Sequence[str], pieces: Sequence[str]) -> str:
    """One of the texts with up to four short parts replaced, by a piece or by its own words."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 60)))
        at = draw(st.integers(0, len(text)))
        piece = draw(st.sampled_from([*pieces, text[at : at + 40]]))
        text = text[:start] + piece + text[end:]
    return text


@st.composite
def damaged_lines(draw: st.DrawFn, texts: Sequence[str]) -> str:
    """One of the texts with up to four lines gone, doubled or moved."""
    lines = draw(st.sampled_from(texts)).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(lines)))
        end = draw(st.integers(start, min(len(lines), start + 3)))
        at = draw(st.integers(0, len(lines)))
        lines[start:end] = lines[at : at + draw(st.integers(0, 3))]
    return "".join(lines)


@st.composite
def damaged_bytes(draw: st.DrawFn, whole: Sequence[bytes]) -> bytes:
    """One of the files with bytes changed, removed or added anywhere, or cut off."""
    data = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)) | st.integers(max(0, len(data) - 600), len(data)))
        length = draw(st.sampled_from([0, 1, 1, 2, 4, 40, 2000]))
        piece = draw(st.just(b"") | st.binary(max_size=6) | st.just(data[start : start + length]))
        data = data[:start] + piece + data[start + length :]
    return data
