"""The built wheel, installed alone, finds its resources and does the job from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = "samples/guangzhou-internet-court.published.txt"


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "DISPLAY"}}
    return subprocess.run(
        [str(word) for word in command], cwd=folder, env=clean, capture_output=True, encoding="utf-8", check=False
    )


def done(*command: str | Path, folder: Path) -> str:
    """Run a command that has to end well and return what it printed."""
    result = run(*command, folder=folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the programs of a fresh environment with the wheel, and this one's packages beside it."""
    home = tmp_path_factory.mktemp("wheel")
    done(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", home, folder=ROOT)
    (wheel,) = home.glob("*.whl")
    venv.create(home / "venv")
    scripts = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    done(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, folder=home)
    own = done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=home).strip()
    Path(own, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts


def test_it_is_the_installed_program_that_runs(installed: Path, tmp_path: Path) -> None:
    where = done(installed / "python", "-c", "import gzgoals; print(gzgoals.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_it_imports_checks_and_prints_the_sample(installed: Path, tmp_path: Path) -> None:
    finding = f"from gzgoals.core.resources import resource; print(resource({SAMPLE!r}))"
    sample = done(installed / "python", "-X", "utf8", "-c", finding, folder=tmp_path).strip()
    program = installed / "gzgoals"
    done(program, "import", sample, "-o", "表.gzgoals", "--year", "2026", folder=tmp_path)
    checked = run(program, "check", "表.gzgoals", folder=tmp_path)
    done(program, "export", "表.gzgoals", "-o", "表.pdf", folder=tmp_path)
    assert Path(sample).is_relative_to(installed.parent)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "机构运行辅助经费" in (tmp_path / "表.gzgoals").read_text(encoding="utf-8")
    assert (tmp_path / "表.pdf").read_bytes().startswith(b"%PDF-")
