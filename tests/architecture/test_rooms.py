"""The rooms keep to themselves: who may import whom, what stays pure, and that every room says what it holds."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("pipelines", "assets", "sources", "warehouse")
# A room may import itself and these.
MAY_IMPORT = {
    "pipelines": {"assets", "sources", "warehouse"},
    "assets": {"sources", "warehouse"},
    "sources": set(),
    "warehouse": set(),
}
FEATURES = {"articles": set(), "claims": {"articles"}, "marts": {"articles", "claims"}}
DAGSTER_MODULES = {"assets", "checks"}
KNOWS_DAGSTER = {"assets/metadata.py", "assets/marts/dbt_events.py"}
FRAMES = {"pandas", "pandera", "duckdb"}
LONGEST_FILE = 500


def python_files(room: str) -> list[Path]:
    return sorted(path for path in (ROOT / room).rglob("*.py") if "data" not in path.relative_to(ROOT).parts[1:2])


ALL_FILES = [path for room in ROOMS for path in python_files(room)]


def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides the room"
            found.add(node.module or "")
    return found


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_pure(path: Path) -> bool:
    relative = path.relative_to(ROOT).as_posix()
    return path.stem not in DAGSTER_MODULES and relative not in KNOWS_DAGSTER


@pytest.mark.parametrize("path", ALL_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_rooms_below_it(path: Path):
    room = path.relative_to(ROOT).parts[0]
    others = {name.split(".")[0] for name in imports(path)} & set(ROOMS) - {room}
    assert others <= MAY_IMPORT[room]


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_imports_only_features_before_it(feature: str):
    for path in python_files("assets"):
        if path.relative_to(ROOT).parts[1] != feature:
            continue
        others = {name.split(".")[1] for name in imports(path) if name.startswith("assets.") and name.count(".")}
        assert others & set(FEATURES) - {feature} <= FEATURES[feature], path


def test_only_the_files_meant_for_it_know_dagster():
    for path in [*python_files("assets"), *python_files("sources"), *python_files("warehouse")]:
        if is_pure(path):
            assert not {name for name in imports(path) if name.split(".")[0].startswith("dagster")}, path


def test_only_tables_know_data_frames_in_a_feature():
    for path in python_files("assets"):
        relative = path.relative_to(ROOT)
        if len(relative.parts) > 2 and path.stem not in {"table", *DAGSTER_MODULES, "refresh"}:
            assert not {name.split(".")[0] for name in imports(path)} & FRAMES, path


def test_pure_modules_import_without_dagster_even_indirectly():
    """Enumerates files, since a walk over packages skips the packages' own ``__init__``."""
    modules = [
        module_name(path)
        for room in ("assets/articles", "assets/claims", "sources")
        for path in python_files(room)
        if is_pure(path)
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print(sorted({name.split('.')[0] for name in sys.modules if name.startswith(('dagster', 'dbt'))}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_starts_without_dagster_or_pandas():
    heavy = ("dagster", "dbt", "pandas", "trafilatura")
    code = f"import pipelines.cli.app, sys; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_every_room_says_what_belongs_there():
    packages = [path for path in ALL_FILES if path.name == "__init__.py"]
    for path in packages:
        charter = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert len(charter.splitlines()[0]) > 20, path
    for room in [*ROOMS, "assets/articles", "assets/claims", "assets/marts", "assets/claims/language"]:
        charter = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert "Belongs here" in charter, room
        assert "Does not belong here" in charter, room
    for folder in ("sources/reference", "sources/sample", "sources/inbox", "dbt_project", "tests"):
        assert (ROOT / folder / "README.md").is_file(), folder


def test_no_room_for_odds_and_ends():
    names = {part for path in ALL_FILES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert names.isdisjoint({"utils", "helpers", "common", "misc", "shared", "util", "helper"})


def test_no_file_takes_scrolling_to_understand():
    too_long = {
        path.relative_to(ROOT).as_posix(): count
        for path in ALL_FILES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert too_long == {}
