"""Makes the pages of the library from its signatures and docstrings."""

import ast
import enum
import inspect
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import docstrings

import tocmodel
from tocmodel.model import SECTIONS
from tocmodel.schema.vocabulary import vocabulary

PUBLIC = {name: getattr(tocmodel, name) for name in tocmodel.__all__}


def pages() -> dict[str, str]:
    """Return each page by its path below the reference."""
    groups = _groups()
    found = {"api.md": _contents(groups)}
    for slug, (title, names) in groups.items():
        lines = [f"# {title}\n", *(line for name in names for line in _entry(slug, name))]
        found[f"api/{slug}.md"] = "\n".join(lines)
    return found


@cache
def _groups() -> dict[str, tuple[str, list[str]]]:
    """The public names, by page."""
    modelled = [name for name in PUBLIC if _is_modelled(name)]
    words = [name for name in PUBLIC if _is_closed(PUBLIC[name])]
    failures = [name for name, value in PUBLIC.items() if _is_kind(value, Exception)]
    functions = [name for name, value in PUBLIC.items() if inspect.isfunction(value)]
    constants = [name for name, value in PUBLIC.items() if not _is_described(value)]
    taken = {*modelled, *words, *failures, *functions, *constants}
    results = [name for name in PUBLIC if name not in taken]
    return {
        "functions": ("Functions", sorted(functions)),
        "theory": ("A theory and its parts", _theory_first(modelled)),
        "closed-sets": ("Closed sets of words", words),
        "results": ("Findings, analyses and pictures", results),
        "failures": ("Failures", failures),
        "constants": ("Tables and types", constants),
    }


def _theory_first(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != "TheoryOfChange", name))


def _is_modelled(name: str) -> bool:
    value = PUBLIC[name]
    return (
        isinstance(value, type)
        and value.__module__.startswith("tocmodel.model")
        and not _is_closed(value)
    )


def _is_kind(value: Any, kind: type) -> bool:
    return isinstance(value, type) and issubclass(value, kind)


def _is_closed(value: Any) -> bool:
    return _is_kind(value, enum.Enum)


def _is_described(value: Any) -> bool:
    return isinstance(value, type) or inspect.isfunction(value)


_INTRODUCTION = """\
Everything public is imported from `tocmodel` itself, and only when it is first used. In Python
`help(tocmodel.draw)` and `help(tocmodel.Outcome)` show the same.
"""


def _contents(groups: Mapping[str, tuple[str, list[str]]]) -> str:
    lines = [
        "# Library\n",
        _INTRODUCTION,
        "```{toctree}\n:hidden:\n",
        *(f"api/{slug}" for slug in groups),
        "```",
    ]
    for slug, (title, names) in groups.items():
        lines += [f"\n## {title}\n", "| name | meaning |", "| --- | --- |"]
        lines += [
            f"| [`{name}`](api/{slug}.md#{_anchor(name)}) | {_cell(_summary(name))} |"
            for name in names
        ]
    return "\n".join(lines)


def _anchor(name: str) -> str:
    return name.lower()


def _summary(name: str) -> str:
    words = _markdown(_words(name)).split("\n\n")[0]
    return " ".join(words.split())


def _words(name: str) -> str:
    value = PUBLIC[name]
    if _is_described(value):
        return docstrings.read(vars(value).get("__doc__") or value.__doc__).words
    return _documented_constant(name)


def _entry(slug: str, name: str) -> Iterator[str]:
    value = PUBLIC[name]
    yield f"\n## {name}\n"
    if inspect.isfunction(value):
        yield from _function(name, value)
    elif _is_closed(value):
        yield from _closed(value)
    elif isinstance(value, type):
        yield from _class(name, value)
    else:
        yield f"{_markdown(_documented_constant(name))}\n"


# --- functions


def _function(name: str, value: Callable[..., Any]) -> Iterator[str]:
    yield from _signature(name, inspect.signature(value))
    yield from _told(docstrings.read(value.__doc__))


def _signature(name: str, signature: inspect.Signature) -> Iterator[str]:
    kinds = [parameter.kind for parameter in signature.parameters.values()]
    written = []
    for place, parameter in enumerate(signature.parameters.values()):
        first_named = parameter.kind is parameter.KEYWORD_ONLY and (
            not place or kinds[place - 1] not in (parameter.KEYWORD_ONLY, parameter.VAR_POSITIONAL)
        )
        written += ["*"] if first_named else []
        written.append(_parameter(parameter))
    returned = signature.return_annotation
    result = "" if returned in (signature.empty, None) else f" -> {typed(returned)}"
    line = f"{name}({', '.join(written)}){result}"
    if len(line) > 88:
        line = f"{name}(\n    " + ",\n    ".join(written) + f",\n){result}"
    yield f"```python\n{line}\n```\n"


def _parameter(parameter: inspect.Parameter) -> str:
    stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    typed_ = "" if parameter.annotation is parameter.empty else f": {typed(parameter.annotation)}"
    default = "" if parameter.default is parameter.empty else f" = {_default(parameter.default)}"
    return f"{stars}{parameter.name}{typed_}{default}"


def _default(value: Any) -> str:
    """Write a default in the same way in every version of Python."""
    if value is attrs.NOTHING:
        return "..."
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, attrs.Factory):  # type: ignore[arg-type]
        return "..."
    if isinstance(value, Mapping) and not value:
        return "{}"
    text = repr(value)
    return "..." if " at 0x" in text or text.startswith("<") else text


def typed(annotation: Any) -> str:
    """Write a type by its own name, in the same way in every version of Python.

    >>> typed(str | None), typed(tuple[int, ...]), typed("Framework | None")
    ('str | None', 'tuple[int, ...]', 'Framework | None')
    """
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return " | ".join(map(typed, sorted(inner, key=lambda one: one is type(None))))
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, inner))}]"
    if isinstance(annotation, list):
        return f"[{', '.join(map(typed, annotation))}]"
    name = _type_name(origin or annotation)
    return f"{name}[{', '.join(map(typed, inner))}]" if inner else name


def _type_name(annotation: Any) -> str:
    if annotation in (None, type(None)):
        return "None"
    if annotation is Ellipsis:
        return "..."
    if isinstance(annotation, str):
        return annotation
    names = ("__forward_arg__", "__name__")
    return next((getattr(annotation, one) for one in names if hasattr(annotation, one)), "object")


# --- classes


def _class(name: str, value: type) -> Iterator[str]:
    if attrs.has(value):
        yield from _signature(name, inspect.signature(value))
    bases = [f"[`{base.__name__}`]({_where(base)})" for base in value.__bases__ if _where(base)]
    if bases:
        yield f"A kind of {' and '.join(bases)}.\n"
    yield from _told(docstrings.read(vars(value).get("__doc__")))
    if attrs.has(value):
        yield from _attributes(value)
    yield from _members(value)


def _where(kind: type) -> str:
    """The address of a class's description; empty if it is not public."""
    for slug, (_, names) in _groups().items():
        if kind.__name__ in names and PUBLIC[kind.__name__] is kind:
            return f"{slug}.md#{_anchor(kind.__name__)}"
    return ""


def _attributes(kind: type) -> Iterator[str]:
    meanings = docstrings.attributes(kind)
    shown = [item for item in attrs.fields(kind) if not item.name.startswith("_")]
    if not shown:
        return
    yield "| attribute | type | meaning |"
    yield "| --- | --- | --- |"
    for item in shown:
        says = _cell(_markdown(meanings[item.name]))
        yield f"| `{item.name}` | {_type(item.type)} | {says} |"
    yield ""


def _type(annotation: Any) -> str:
    """A type, and for a closed set its words."""
    kinds = [one for one in (annotation, *typing.get_args(annotation)) if _is_closed(one)]
    words = "".join(
        f"<br>[one of]({_where(kind)}) {', '.join(f'`{member.value}`' for member in kind)}"
        for kind in kinds
        if _where(kind)
    )
    return f"`{typed(annotation)}`".replace("|", "\\|") + words


def _members(kind: type) -> Iterator[str]:
    for name, member in members(kind).items():
        yield f"### {kind.__name__}.{name}\n"
        function = _function_of(member)
        signature = inspect.signature(function)
        if isinstance(member, property | cached_property):
            yield f"```python\n{name}: {typed(signature.return_annotation)}\n```\n"
        else:
            rest = list(signature.parameters.values())[1:]
            yield from _signature(name, signature.replace(parameters=rest))
        yield from _told(docstrings.read(function.__doc__))


def members(kind: type) -> dict[str, Any]:
    """Return the properties and methods of a class, with those of its tocmodel bases."""
    fields = {item.name for item in attrs.fields(kind)} if attrs.has(kind) else set()
    found: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.startswith("tocmodel"):
            found |= {name: value for name, value in vars(base).items() if _is_member(name, value)}
    return {name: value for name, value in found.items() if name not in fields}


def _is_member(name: str, value: Any) -> bool:
    kinds = (property, cached_property, classmethod, types.FunctionType)
    return isinstance(value, kinds) and not name.startswith("_")


def _function_of(member: Any) -> Callable[..., Any]:
    """The function behind a method or a property."""
    names = ("fget", "func", "__func__")
    return next((getattr(member, one) for one in names if hasattr(member, one)), member)


# --- closed sets


def _closed(kind: type[enum.Enum]) -> Iterator[str]:
    yield from _told(docstrings.read(vars(kind).get("__doc__")))
    if not list(kind):
        return
    meanings = meanings_of(kind)
    yield "| word | in Python | meaning |"
    yield "| --- | --- | --- |"
    for member in kind:
        says = _cell(_markdown(meanings[member.name]))
        yield f"| `{member.value}` | `{kind.__name__}.{member.name}` | {says} |"
    yield ""


def meanings_of(kind: type[enum.Enum]) -> dict[str, str]:
    """Return the meaning of each word of a closed set, from its class or from the schema."""
    own = docstrings.attributes(kind)
    if own:
        return {name: f"{says[:1].upper()}{says[1:]}" for name, says in own.items()}
    words = {str(member.value): member.name for member in kind}
    for key in _keys_with(kind):
        meanings = {words[word.word]: word.meaning for word in key.words if word.word in words}
        if len(meanings) == len(words):
            return meanings
    raise LookupError(f"the schema has no meanings for the words of {kind.__name__}")


def _keys_with(kind: type[enum.Enum]) -> Iterator[Any]:
    """The keys of the language with a field of this kind, then those with the same words."""
    words = {str(member.value) for member in kind}
    for section, entry in SECTIONS.items():
        fields = {item.name: item.type for item in attrs.fields(entry)}
        for key in vocabulary()[section].keys:
            if kind in typing.get_args(fields.get(key.name)) or fields.get(key.name) is kind:
                yield key
    for found in vocabulary().values():
        yield from (key for key in found.keys if words <= {word.word for word in key.words})


# --- words


def _told(found: docstrings.Docstring) -> Iterator[str]:
    """A docstring in Markdown, with its lists."""
    if found.words:
        yield f"{_markdown(found.words)}\n"
    for heading, title in (("Args", "Arguments"), ("Yields", "Yields"), ("Raises", "Raises")):
        if heading in found.listed:
            yield f"{title}:\n"
            for name, meaning in found.listed[heading].items():
                yield f"- `{name}`: {_markdown(meaning)}"
            yield ""


_EXAMPLE = re.compile(r"((?:^>>> .*\n?)(?:^(?!\s*$).*\n?)*)", re.MULTILINE)


def _markdown(text: str) -> str:
    """Turn the reStructuredText of docstrings into Markdown."""
    pieces = _EXAMPLE.split(text)
    words = [re.sub(r"``(.+?)``", r"`\1`", piece) for piece in pieces[::2]]
    examples = [f"```python\n{piece.rstrip()}\n```\n" for piece in pieces[1::2]]
    mixed = [piece for pair in zip(words, [*examples, ""], strict=True) for piece in pair]
    return "".join(mixed).strip()


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _documented_constant(name: str) -> str:
    """The text below a constant, in its module."""
    return _below(tocmodel._HOMES.get(name, "tocmodel"), name)


def _below(module: str, name: str) -> str:
    tree = ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))
    for place, node in enumerate(tree.body):
        if isinstance(node, ast.ImportFrom) and name in [item.name for item in node.names]:
            return _below(str(node.module), name)
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        if any(isinstance(one, ast.Name) and one.id == name for one in targets):
            after = tree.body[place + 1 : place + 2]
            if (
                after
                and isinstance(after[0], ast.Expr)
                and isinstance(after[0].value, ast.Constant)
            ):
                return inspect.cleandoc(str(after[0].value.value))
    raise LookupError(f"there is no docstring below {name} in {module}")
