"""The program speaks to nobody: every command, the window and their helper processes, listened to by an audit hook."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gzgoals.core.files import write_table
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, Project, Unit

LISTENER = """
import os, sys
SPEAKING = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostby", "socket.sendto",
            "socket.sendmsg", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.",
            "telnetlib.", "webbrowser.")
def listen(event, arguments):
    if event.startswith(SPEAKING):
        told(event, repr(arguments))
def told(*words):
    with open(os.environ["HEARD"], "a", encoding="utf-8") as file:
        print(*words, file=file)
sys.addaudithook(listen)
"""

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from gzgoals.core.settings import Settings
from gzgoals.gui import app
from gzgoals.gui.paper import pdf_bytes

application = app.application()
window = app.new_window(application, Settings())
window.show()
assert window.files.open_path(Path(sys.argv[1]))
window.show_comparison()
Path(sys.argv[2]).write_bytes(pdf_bytes(window.session.table))
def refuse():
    for dialog in application.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.done(QDialog.DialogCode.Rejected)
timer = QTimer()
timer.timeout.connect(refuse)
timer.start(300)
window.files.open_path(Path(sys.argv[2]))
assert "PySide6.QtNetwork" not in sys.modules
maps = Path("/proc/self/maps")
assert not maps.exists() or "Qt6Network" not in maps.read_text()
assert "ssl" not in sys.modules and "http.client" not in sys.modules
"""

TABLE = GoalTable(year=2026, department="http://example.org/", units=(Unit(name="<img src='http://example.org/'>"),))


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is heard of any process that begins from here."""
    listener = tmp_path / "listener"
    listener.mkdir()
    (listener / "sitecustomize.py").write_text(LISTENER)
    heard = tmp_path / "heard"
    monkeypatch.setenv("HEARD", str(heard))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(listener), *filter(None, sys.path)]))
    return heard


def run(*command: str, code: int = 0) -> None:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr


def said(heard: Path) -> str:
    return heard.read_text(encoding="utf-8") if heard.exists() else ""


def test_the_listener_hears(heard: Path) -> None:
    run("-c", "import socket; socket.getaddrinfo('127.0.0.1', 9)")
    assert said(heard).startswith("socket.getaddrinfo")


def test_helper_processes_are_heard_too(heard: Path, tmp_path: Path) -> None:
    script = tmp_path / "helper.py"
    script.write_text(
        "import multiprocessing, socket\n"
        "if __name__ == '__main__':\n"
        "    process = multiprocessing.get_context('spawn').Process(target=socket.getaddrinfo, args=('127.0.0.1', 9))\n"
        "    process.start(); process.join()\n"
    )
    run(str(script))
    assert said(heard).startswith("socket.getaddrinfo")


def test_no_command_speaks_to_anybody(heard: Path, tmp_path: Path) -> None:
    sample = str(resource("samples/guangzhou-internet-court.published.txt"))
    table, other, pdf = (str(tmp_path / name) for name in ("甲.gzgoals", "乙.gzgoals", "甲.pdf"))
    write_table(Path(other), TABLE)
    for code, *command in (
        (0, "import", sample, "-o", table, "--year", "2026"),
        (0, "export", table, "-o", pdf),
        (0, "import", pdf, "-o", str(tmp_path / "丙.gzgoals")),
        (0, "check", other),
        (0, "compare", other, table),
        (0, "merge", table, other, "-o", str(tmp_path / "丁.gzgoals")),
        (0, "roll", table, "-o", str(tmp_path / "戊.gzgoals"), "--year", "2027"),
        (0, "--version"),
    ):
        run("-m", "gzgoals", *map(str, command), code=code)
    assert said(heard) == ""


def test_the_window_speaks_to_nobody_and_loads_nothing_that_could(heard: Path, tmp_path: Path) -> None:
    path = tmp_path / "甲.gzgoals"
    unit = Unit(name="甲", projects=(Project(name="<a href='http://example.org/'>", objective="http://example.org/"),))
    write_table(path, GoalTable(year=2026, department="甲", units=(unit,)))
    script = tmp_path / "window.py"
    script.write_text("if __name__ == '__main__':\n" + "\n".join(f"    {line}" for line in WINDOW.splitlines()))
    run(str(script), str(path), str(tmp_path / "甲.pdf"))
    assert said(heard) == ""
