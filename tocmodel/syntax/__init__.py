"""Read YAML and JSON text into plain data with the position of each value."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from tocmodel.diagnostics import Finding
from tocmodel.syntax.binary_files import describe_binary, is_utf_16
from tocmodel.syntax.codes import file_finding
from tocmodel.syntax.tree import Mended, Tree

LARGEST = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""

__all__ = ["LARGEST", "Mended", "Tree", "parse"]


def parse(
    text: str | bytes,
    path: str,
    text_keys: Collection[str] = (),
    text_keys_below: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Tree:
    """Read the text of a model file: JSON when the name ends in ``.json``, else YAML.

    Whatever the file contains, nothing is raised: problems are in the tree's ``findings``.

    Args:
        text: the file's contents.
        path: the file's name; it decides the format and appears in messages.
        text_keys: keys whose plain numbers and words are read as text.
        text_keys_below: other keys, each with the text keys that apply below it.
    """
    decoded = _decode(text if isinstance(text, bytes) else _encode(text), path)
    if decoded.findings:
        return decoded
    if len(decoded.text) > LARGEST:
        return Tree(path, "", None, (_too_large(path),))
    if path.lower().endswith(".json"):
        from tocmodel.syntax.json import parse_json  # noqa: PLC0415  # most files are YAML

        tree = parse_json(decoded.text, path)
    else:
        from tocmodel.syntax.yaml import parse_yaml  # noqa: PLC0415  # as above

        tree = parse_yaml(decoded.text, path, text_keys, text_keys_below)
    if tree.data is None and not tree.findings:
        finding = file_finding("empty-file", "the file is empty", span=tree.stretch(0, 0))
        return Tree(path, tree.text, None, (finding,))
    return tree


def _too_large(path: str) -> Finding:
    message = f"the file is larger than {LARGEST // 1024 // 1024} MiB"
    return file_finding("too-large", message, span=Tree(path, "").stretch(0, 0))


def _clean(text: str) -> str:
    """Remove a byte order mark and make all line ends alike, so that offsets are simple."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _encode(text: str) -> bytes:
    """Encode the text; half a surrogate pair, which is invalid, becomes bytes that are refused."""
    return text.encode("utf-8", "surrogatepass")


def _refused(path: str, message: str, help_: str) -> Tree:
    span = Tree(path, "").stretch(0, 0)
    return Tree(path, "", None, (file_finding("wrong-encoding", message, span=span, help=help_),))


def _decode(data: bytes, path: str) -> Tree:
    if len(data) > LARGEST:
        return Tree(path, "", None, (_too_large(path),))
    if kind := describe_binary(data):
        message = f"this is {kind} and not a theory, which is plain text"
        help_ = "copy its words into a file that 'tocmodel new NAME.toc.yaml' makes"
        return _refused(path, message, help_)
    if is_utf_16(data):
        help_ = "save it again with the encoding UTF-8"
        return _refused(path, "the file is saved as UTF-16", help_)
    try:
        return Tree(path, _clean(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        before = _clean(data[: error.start].decode("utf-8"))
        span = Tree(path, before + " ").stretch(len(before), len(before) + 1)
        message = (
            f"a character here is not UTF-8 (byte {data[error.start]:#04x}); save the file as UTF-8"
        )
        return Tree(path, before, None, (file_finding("wrong-encoding", message, span=span),))
