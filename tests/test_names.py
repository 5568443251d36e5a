"""A name in the package means one thing, and is clear."""

import ast
from collections.abc import Iterator
from pathlib import Path

import tocmodel

FOLDER = Path(tocmodel.__file__).parent
MODULES = {
    path.relative_to(FOLDER).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.rglob("*.py"))
}

VAGUE_MODULES = {"parts", "words", "misc", "utils", "helpers", "common"}
"""A module of such a name may hold anything."""

VAGUE_VARIABLES = {"said", "told"}
"""A variable is named for what it holds: a text, a phrase, the differences, the causes."""


def public_types(tree: ast.Module) -> Iterator[str]:
    """Give the public classes of a module, and the public names that it gives to types."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        else:
            continue
        for name in names:
            is_constant = name.isupper() and len(name) > 1
            if name[0].isupper() and not is_constant and not is_type_variable(node):
                yield name


def is_type_variable(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and "TypeVar(" in ast.unparse(node.value)


def variables(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Give the variables and parameters of a module's functions, with their lines."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id, node.lineno
            elif isinstance(node, ast.arg):
                yield node.arg, node.lineno


def test_no_two_public_classes_or_types_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for path, tree in MODULES.items():
        for name in public_types(tree):
            places.setdefault(name, []).append(path)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_module_has_a_name_that_could_hold_anything() -> None:
    assert [path for path in MODULES if set(Path(path).with_suffix("").parts) & VAGUE_MODULES] == []


def test_a_variable_is_named_for_what_it_holds() -> None:
    found = {
        f"{path}:{line} {name}"
        for path, tree in MODULES.items()
        for name, line in variables(tree)
        if name in VAGUE_VARIABLES
    }
    assert found == set()
