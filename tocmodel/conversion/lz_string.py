r"""The text compression of lz-string, in the form that holds 15 bits in each UTF-16 character.

PRSM saves its maps with it. It is LZW (Welch, 1984) over UTF-16 code units with codes of growing
width: code 0 announces a new character of 8 bits, 1 one of 16 bits, and 2 ends the text. Bits are
written from the lowest up; 32 is added to each group of 15 bits, so that no character is a control
character. Source of the format: https://github.com/pieroxy/lz-string.

>>> from_utf16(to_utf16("a map, a map \U0001F642"))
'a map, a map 🙂'
"""

from collections.abc import Iterator

_NEW_8, _NEW_16, _END = 0, 1, 2
_BITS = 15
_OFFSET = 32
LARGEST = 64 * 1024 * 1024
"""The most code units of an unpacked text: a short one can unpack to very much."""


class LzStringError(ValueError):
    """A text is not one of lz-string, or unpacks to more than the limit."""


def from_utf16(packed: str) -> str:
    """Unpack a text.

    Raises:
        LzStringError: the text is damaged or too large.
    """
    return _joined(_units(packed))


def _units(packed: str) -> Iterator[str]:
    bits = _BitReader(packed)
    first = _entry(bits.read(2), bits)
    if first is None:
        return
    yield first
    entries = ["", "", "", first]
    width, room, last, size = 3, 4, first, 1
    while True:
        code = bits.read(width)
        if code in (_NEW_8, _NEW_16, _END):
            new = _entry(code, bits)
            if new is None:
                return
            entries.append(new)
            code = len(entries) - 1
            room -= 1
            if room == 0:
                room, width = 1 << width, width + 1
        if code < len(entries):
            found = entries[code]
        elif code == len(entries):
            found = last + last[0]
        else:
            raise LzStringError("a code has no entry")
        size += len(found)
        if size > LARGEST:
            raise LzStringError(f"it unpacks to more than {LARGEST // 1024 // 1024} MiB")
        yield found
        entries.append(last + found[0])
        last = found
        room -= 1
        if room == 0:
            room, width = 1 << width, width + 1


def _entry(code: int, bits: "_BitReader") -> str | None:
    """Return a new character; ``None`` at the end of the text."""
    if code == _END:
        return None
    if code not in (_NEW_8, _NEW_16):
        raise LzStringError("the text does not begin with a character")
    return chr(bits.read(8 if code == _NEW_8 else 16))


class _BitReader:
    def __init__(self, packed: str) -> None:
        self.packed = packed
        self.place = 0
        self.held = 0
        self.count = 0

    def read(self, width: int) -> int:
        while self.count < width:
            if self.place >= len(self.packed):
                raise LzStringError("the text ends too early")
            value = ord(self.packed[self.place]) - _OFFSET
            if not 0 <= value < 1 << _BITS:
                raise LzStringError("a character has more than 15 bits")
            self.place += 1
            # Within a character the bits begin at the top, and each number at its lowest bit.
            self.held |= _reversed(value, _BITS) << self.count
            self.count += _BITS
        found = self.held & ((1 << width) - 1)
        self.held >>= width
        self.count -= width
        return found


def _reversed(value: int, width: int) -> int:
    return int(f"{value:0{width}b}"[::-1], 2)


def to_utf16(text: str) -> str:
    """Pack a text."""
    bits = _BitWriter()
    packer = _Packer(bits)
    for unit in _split(text):
        packer.take(unit)
    packer.end()
    return bits.text()


class _Packer:
    """Writes the codes of a text, unit by unit."""

    def __init__(self, bits: "_BitWriter") -> None:
        self.bits = bits
        self.codes: dict[str, int] = {}
        self.new: set[str] = set()
        self.phrase = ""
        self.width = 2
        self.room = 2
        self.next = 3

    def take(self, unit: str) -> None:
        if unit not in self.codes:
            self.codes[unit] = self._number()
            self.new.add(unit)
        longer = self.phrase + unit
        if longer in self.codes:
            self.phrase = longer
            return
        self._write()
        self.codes[longer] = self._number()
        self.phrase = unit

    def end(self) -> None:
        if self.phrase:
            self._write()
        self.bits.write(_END, self.width)

    def _number(self) -> int:
        self.next += 1
        return self.next - 1

    def _write(self) -> None:
        if self.phrase in self.new:
            code = ord(self.phrase)
            self.bits.write(_NEW_8 if code < 256 else _NEW_16, self.width)
            self.bits.write(code, 8 if code < 256 else 16)
            self._count()
            self.new.discard(self.phrase)
        else:
            self.bits.write(self.codes[self.phrase], self.width)
        self._count()

    def _count(self) -> None:
        self.room -= 1
        if self.room == 0:
            self.room = 1 << self.width
            self.width += 1


class _BitWriter:
    def __init__(self) -> None:
        self.characters: list[str] = []
        self.held = 0
        self.count = 0

    def write(self, value: int, width: int) -> None:
        self.held |= value << self.count
        self.count += width
        while self.count >= _BITS:
            self._flush()

    def _flush(self) -> None:
        value = self.held & ((1 << _BITS) - 1)
        self.characters.append(chr(_reversed(value, _BITS) + _OFFSET))
        self.held >>= _BITS
        self.count -= _BITS

    def text(self) -> str:
        self._flush()  # lz-string also writes one more character when none is begun
        return "".join(self.characters) + " "


def _split(text: str) -> Iterator[str]:
    """Yield the UTF-16 code units of a text, each as a character."""
    for letter in text:
        if letter > "\uffff":
            pair = letter.encode("utf-16-be")
            yield chr(int.from_bytes(pair[:2]))
            yield chr(int.from_bytes(pair[2:]))
        else:
            yield letter


def _joined(units: Iterator[str]) -> str:
    """Join code units to a text; half a pair that has no other half stays as it is."""
    packed = "".join(units).encode("utf-16-be", "surrogatepass")
    return packed.decode("utf-16-be", "surrogatepass")
