"""What the package carries besides code is found wherever it is installed."""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata, resources
from itertools import chain
from pathlib import Path

import pytest
import yaml
from example_models import NAMES
from fontTools.ttLib import TTFont
from jsonschema import Draft202012Validator
from packaging.requirements import Requirement
from uncounted import uncounted_environment

import tocmodel
from tocmodel.cli.program import COMMANDS
from tocmodel.schema import SCHEMAS, load_schema
from tocmodel.starters import TEMPLATES, examples, starter


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


def test_what_is_installed_names_both_licences_and_has_their_texts() -> None:
    """An installation from a checkout is built anew by ``pip install -e .`` after a change."""
    installed = metadata.metadata("tocmodel")
    names = ["LICENSE", "tocmodel/layout/fonts/LICENSE"]
    assert installed["License-Expression"] == "MIT AND OFL-1.1"
    assert installed.get_all("License-File") == names
    texts = {str(file): file for file in metadata.files("tocmodel") or ()}
    folder = f"tocmodel-{tocmodel.__version__}.dist-info/licenses"
    mit, ofl = (texts[f"{folder}/{name}"].read_text(encoding="utf-8") for name in names)
    assert mit.startswith("MIT License")
    assert "SIL OPEN FONT LICENSE Version 1.1" in ofl


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


def test_each_pre_commit_hook_runs_a_command_that_there_is(repository: Path) -> None:
    hooks = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["tocmodel-check", "tocmodel-fmt"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert metadata.entry_points(group="console_scripts", name=program)
        assert command in COMMANDS
        assert re.search(hook["files"], "zones/harbour.toc.yaml")
        assert not re.search(hook["files"], "zones/harbour.framework.yaml")


def test_the_hook_that_formats_changes_a_file_and_then_leaves_it(
    repository: Path, tmp_path: Path
) -> None:
    """As pre-commit does: a hook fails where it changes a file, and is content the next time."""
    hooks = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (entry,) = (hook["entry"] for hook in hooks if hook["id"] == "tocmodel-fmt")
    path = tmp_path / "harbour.toc.yaml"
    path.write_text("title: Harbour\ntocmodel: 1\n", encoding="utf-8")
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", *entry.split(), str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0
        assert path.read_text(encoding="utf-8") == "tocmodel: 1\ntitle: Harbour\n"
    assert done.stderr == ""


def versions(file: Path) -> dict[str, str]:
    """Return the version of each package in a file of constraints, with when it is for."""
    lines = re.findall(
        r"^([a-z0-9-]+)==([^\s;]+)(?: ; (.*?))?(?: \\)?$", file.read_text("utf-8"), re.MULTILINE
    )
    return {f"{name} {when}".strip(): version for name, version, when in lines}


def test_the_constraints_fix_an_allowed_version_of_all_that_the_tests_install(
    repository: Path,
) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = map(
        Requirement, (*project["dependencies"], *extras["test"], *extras["excel"], *extras["fonts"])
    )
    fixed: dict[str, list[str]] = {}  # a version each, or several for several Pythons
    for name, version in versions(repository / "constraints.txt").items():
        fixed.setdefault(name.partition(" ")[0], []).append(version)
    assert [
        f"{item} but {version}"
        for item in wanted
        for version in fixed.get(item.name.lower(), ["none"])
        if not (version[0].isdigit() and item.specifier.contains(version))
    ] == []


def test_the_lock_has_the_versions_of_the_constraints_and_a_hash_for_each(
    repository: Path,
) -> None:
    lock = repository / "lock.txt"
    assert versions(lock) == versions(repository / "constraints.txt")
    packages = re.split(r"^(?=[a-z])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert len(packages) == len(versions(lock))
    hashes = [
        re.findall(r"--hash=sha256:[0-9a-f]{64}$", text.replace(" \\\n", "\n"), re.MULTILINE)
        for text in packages
    ]
    assert all(hashes)
    assert len(set(chain(*hashes))) == lock.read_text(encoding="utf-8").count("--hash=")


BUILD = """\
import sys, hatchling.build as build
from pathlib import Path
out = sys.argv[1]
Path(out).mkdir()
build.build_wheel(out)
build.build_sdist(out)
"""
NOT_COPIED = shutil.ignore_patterns(
    *(".*_cache", ".git", ".hypothesis", ".nox", "__pycache__", "node_modules", "_build", "mutants")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> list[Path]:
    """Wheel and source distribution, built twice, in different folders and environments."""
    if not (repository / "tocmodel").is_dir():
        pytest.skip("this is not a checkout")
    found = []
    for seed, zone, mask in (("1", "UTC", 0o022), ("2", "Asia/Tokyo", 0o077)):
        place = tmp_path_factory.mktemp("build") / ("deeper/" * int(seed)) / "checkout"
        shutil.copytree(repository, place, ignore=NOT_COPIED)
        settings = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run(
            [sys.executable, "-c", BUILD, "out"],
            cwd=place,
            env=uncounted_environment(**settings),
            umask=mask,
            check=True,
            capture_output=True,
        )
        found.append(place / "out")
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="a umask is of POSIX")
def test_wheel_and_source_distribution_are_the_same_wherever_they_are_built(
    built: list[Path],
) -> None:
    # Digests, as pytest would take an hour to show how two files of megabytes differ.
    first, second = (
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}
        for out in built
    )
    assert sorted(first) == [
        f"tocmodel-{tocmodel.__version__}-py3-none-any.whl",
        f"tocmodel-{tocmodel.__version__}.tar.gz",
    ]
    assert first == second


@pytest.mark.skipif(sys.platform == "win32", reason="a umask is of POSIX")
def test_the_wheel_has_the_package_and_the_licences_of_all_in_it(built: list[Path]) -> None:
    """Only the fonts are the work of others, and they say so themselves."""
    [wheel] = built[0].glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        fonts = [name for name in names if name.endswith(".ttf")]
        licences = [_licence_of(archive.read(name)) for name in fonts]
    folders = {name.split("/")[0] for name in names}
    assert folders == {"tocmodel", f"tocmodel-{tocmodel.__version__}.dist-info"}
    endings = {name.rpartition(".")[2] for name in names if name.startswith("tocmodel/")}
    ours = {"py", "pyi", "typed", "yaml", "toml", "json", "md", "csv", "txt", "svg"}
    ours |= {"css", "html", "js", "typ"}
    assert endings - ours == {"ttf", "tocmodel/layout/fonts/LICENSE"}
    assert len(fonts) == 2
    assert all("SIL Open Font License" in licence for licence in licences)


def _licence_of(font: bytes) -> str:
    return TTFont(io.BytesIO(font))["name"].getDebugName(13) or ""


def test_the_module_runs_as_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tocmodel", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"tocmodel {tocmodel.__version__}\n"


def test_the_clients_of_the_tests_are_named_with_exact_versions(repository: Path) -> None:
    package = json.loads((repository / "tests/clients/package.json").read_text(encoding="utf-8"))
    assert all(version[0].isdigit() for version in package["dependencies"].values())
