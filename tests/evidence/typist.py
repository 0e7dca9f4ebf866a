"""One program in which somebody types without a pause and saves now and then, for `torture_kills`: it tells each key.

    python -m evidence.typist FILE

Real key events go into the name field of the real window; each prints its number and the time it fell.
"""

import itertools
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from gzgoals.core.settings import Settings
from gzgoals.gui.app import application, new_window

_KEYS_A_SAVE = 37
_EVERY = 15
_LONGEST = 40


def main(path: Path) -> None:
    """Type the numbers of the keys, each key a letter of the running count, until the process is killed."""
    app = application()
    window = new_window(app, Settings())
    window.show()
    window.files.open_path(path)
    window.safekeeping.begin()
    field = window.form.project_form.name
    numbers = itertools.count(1)

    def strike() -> None:
        number = next(numbers)
        if number % _LONGEST == 1:
            field.selectAll()
        QTest.keyClicks(field, f"{number},")
        print(number, time.time(), flush=True)
        if number % _KEYS_A_SAVE == 0:
            window.files.save()

    timer = QTimer(window)
    timer.setInterval(_EVERY)
    timer.timeout.connect(strike)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    print("ready", time.time(), flush=True)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
