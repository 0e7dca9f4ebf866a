"""The walls of the house: the import contracts hold, and a planted breach or an undeclared room makes them fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over the copy of the sources in `tree`."""
    command = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", command, "--config", str(tree / "pyproject.toml"), "--no-cache"],
        cwd=tree / "src",
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a copy of the sources with their contracts."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(tree: Path) -> None:
    done = lint(tree)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("utils", '"""A room that nobody planned."""', "gzgoals.utils"),
        ("core/utils", '"""A room that nobody planned."""', "gzgoals.core.utils"),
        ("gui/utils", '"""A room that nobody planned."""', "gzgoals.gui.utils"),
        ("core/table/planted", "import gzgoals.core.edits", "gzgoals.core.edits"),
        ("core/files/planted", "import gzgoals.core.exchange", "gzgoals.core.exchange"),
        ("core/checks/planted", "import gzgoals.gui.session", "gzgoals.gui"),
        ("core/edits/planted", "import PySide6.QtCore", "PySide6"),
        ("gui/models/planted", "import gzgoals.gui.session", "gzgoals.gui.session"),
        ("gui/widgets/planted", "import gzgoals.gui.panels", "gzgoals.gui.panels"),
        ("gui/paper/planted", "import gzgoals.cli", "gzgoals.cli"),
    ],
)
def test_a_planted_breach_is_found(tree: Path, module: str, line: str, broken: str) -> None:
    (tree / "src" / "gzgoals" / f"{module}.py").write_text(f"{line}\n", encoding="utf-8")
    done = lint(tree)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
    assert broken in done.stdout


def test_models_import_no_widget() -> None:
    """The contracts cannot tell one part of PySide6 from another."""
    models = sorted((ROOT / "src/gzgoals/gui/models").glob("*.py"))
    assert models
    assert [path.name for path in models if "QtWidgets" in path.read_text(encoding="utf-8")] == []
