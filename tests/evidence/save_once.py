"""One program that opens a file, changes it and saves it, for `torture_saves`: it says how that went as JSON.

python save_once.py FILE
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gzgoals.core.edits import put_value
from gzgoals.core.errors import FileTroubleError
from gzgoals.core.files import read_table, stamp_of
from gzgoals.core.table import Place
from gzgoals.gui.session import Session


def main(path: Path) -> None:
    """Save a change of the first project's name, and say whether the work is still there where that fails."""
    application = QCoreApplication([])
    table = read_table(path)
    session = Session(table)
    session.open(table, path, stamp=stamp_of(path))
    place = Place(table.units[0].id, table.units[0].projects[0].id, field="name")
    session.apply("修改", lambda now: put_value(now, place, "改过的名称"), place)
    sentence = ""
    try:
        session.save(path)
    except FileTroubleError as error:
        sentence = str(error)
    kept = session.table.units[0].projects[0].name == "改过的名称"
    print(json.dumps({"saved": not sentence, "sentence": sentence, "kept": kept, "modified": session.modified}))
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
