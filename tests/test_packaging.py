"""What the package carries besides code is found wherever it is installed."""

import json
import subprocess
import sys
import tomllib
from importlib import metadata, resources
from pathlib import Path

import yaml
from example_models import NAMES
from jsonschema import Draft202012Validator
from packaging.requirements import Requirement

import tocmodel
from tocmodel.cli.program import COMMANDS
from tocmodel.cli.starters import TEMPLATES, examples, starter
from tocmodel.schema import SCHEMAS, load_schema


def test_every_schema_loads_and_is_a_schema() -> None:
    for name in SCHEMAS:
        Draft202012Validator.check_schema(load_schema(name))


def test_every_example_is_found_and_loads() -> None:
    found = examples()
    assert list(found) == NAMES
    for path in found.values():
        assert tocmodel.load(path).title


def test_every_framework_is_found_and_loads() -> None:
    for name in tocmodel.FRAMEWORKS:
        assert tocmodel.find_framework(name).title


def test_every_template_is_found_and_loads() -> None:
    for name in TEMPLATES:
        assert tocmodel.loads(starter(name, None), f"{name}.toc.yaml").title


def test_the_fonts_are_there_with_their_licence() -> None:
    fonts = resources.files("tocmodel") / "layout" / "fonts"
    for name in ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LICENSE"):
        assert (fonts / name).is_file()


def test_the_package_says_that_it_is_typed() -> None:
    assert (resources.files("tocmodel") / "py.typed").is_file()


def test_the_version_is_the_same_everywhere(repository: Path) -> None:
    citation = yaml.safe_load((repository / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    assert metadata.version("tocmodel") == tocmodel.__version__
    assert citation["version"] == tocmodel.__version__
    assert f"\n## {tocmodel.__version__}" in changelog


def test_the_citation_file_is_valid(repository: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    done = subprocess.run(
        [*command, "vendor.citation-file-format", str(repository / "CITATION.cff")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_pre_commit_hook_runs_a_command_that_there_is(repository: Path) -> None:
    (hook,) = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "tocmodel-check"
    program, command = hook["entry"].split()
    assert metadata.entry_points(group="console_scripts", name=program)
    assert command in COMMANDS


def test_the_constraints_fix_an_allowed_version_of_all_that_the_tests_install(
    repository: Path,
) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = map(
        Requirement, (*project["dependencies"], *extras["test"], *extras["excel"], *extras["fonts"])
    )
    fixed: dict[str, list[str]] = {}  # a version each, or several for several Pythons
    for line in (repository / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if not line.lstrip().startswith("#"):
            name, _, version = line.partition(";")[0].strip().partition("==")
            fixed.setdefault(name, []).append(version)
    assert all(version for versions in fixed.values() for version in versions)
    assert [
        f"{item} but {version}"
        for item in wanted
        for version in fixed.get(item.name.lower(), ["none"])
        if not (version[0].isdigit() and item.specifier.contains(version))
    ] == []


def test_the_module_runs_as_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tocmodel", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"tocmodel {tocmodel.__version__}\n"


def test_the_clients_of_the_tests_are_named_with_exact_versions(repository: Path) -> None:
    package = json.loads((repository / "tests/clients/package.json").read_text(encoding="utf-8"))
    assert all(version[0].isdigit() for version in package["dependencies"].values())
