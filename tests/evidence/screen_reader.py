"""Opens the window on a bus and a screen of its own and has it read as by a screen reader.

`python -m evidence.screen_reader` prints what is read. Needs Xvfb, D-Bus, at-spi2-core and their Python bindings.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from evidence.virtual_screen import virtual_screen
from gzgoals.core.files import table_bytes
from gzgoals.core.table import GoalTable, Indicator, Project, Target, Unit

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_ON_THE_BUS = """
"$PROGRAM" -m gzgoals "$TABLE" & window=$!
"$READER" "$READS"; told=$?
kill $window
exit $told
"""

TARGET = Target(operator="≥", value="95", measure="%")
TABLE = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(
            name="某法院",
            projects=(
                Project(
                    name="物业费",
                    objective="满足需要。",
                    indicators=(
                        Indicator(category="12", name="设施完好率", cycle=TARGET, annual=TARGET),
                        Indicator(category="11", name="物业服务面积", cycle=Target(value="100"), annual=Target()),
                    ),
                ),
            ),
        ),
    ),
)


def missing() -> str:
    """Return what is not there that reading needs, empty where all is."""
    if absent := [each for each in ("Xvfb", "dbus-run-session") if shutil.which(each) is None]:
        return ", ".join(absent)
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return "at-spi2-core"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", _BINDINGS], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "python3-gi and gir1.2-atspi-2.0"


def read_aloud() -> Any:
    """Return what a screen reader says of the window, and of what it does there."""
    with tempfile.TemporaryDirectory() as home:
        table = Path(home, "表.gzgoals")
        table.write_bytes(table_bytes(TABLE))
        with virtual_screen("1440x900") as display:
            return json.loads(_on_a_bus(home, table, display))


def _on_a_bus(home: str, table: Path, display: str) -> str:
    folders = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"), home)
    means = {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PROGRAM": sys.executable,
        "TABLE": str(table),
        "READER": SYSTEM_PYTHON,
        "READS": str(HERE / "reads_screen.py"),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _ON_THE_BUS],
        env=os.environ | folders | means,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()[-1]  # the bus has things to say too


if __name__ == "__main__":
    json.dump(read_aloud(), sys.stdout, ensure_ascii=False, indent=1)
