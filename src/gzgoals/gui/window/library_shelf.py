"""The library as it is for the open table: gathered when it is first asked for, and anew when the table is another."""

from collections.abc import Callable
from itertools import chain, islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.library import (
    OFTEN,
    Shelf,
    Shelved,
    read_folder,
    sightings_in,
    sightings_of,
    starter_wording,
    state_of,
    with_starter,
)
from gzgoals.core.table import GoalTable, Unit
from gzgoals.gui.background import Background
from gzgoals.gui.session import Session
from gzgoals.gui.window.job import Job

AT_ONCE = 500
"""Indicators that are gathered before anybody feels it; more are gathered beside the window."""
_FELL = "文件夹没有读成，程序出了错，已记录。请重试。"

_MOST_NAMES = 5000
"""Names of tables whose words are learnt; with more of them every beginning would have too many ends."""

_REST = 3000
"""Milliseconds without a name being typed after which a large library is gathered anew."""


class LibraryShelf(QObject):
    """Holds the shelf for the session's table and the tables of a folder.

    Signals
    -------
    changed()
        The shelf, the folder or how far it is read is another.
    """

    changed = Signal()

    def __init__(self, session: Session, folder: Callable[[], str], parent: QObject | None = None) -> None:
        """Take the tables of the folder that `folder` tells of each time, empty for none."""
        super().__init__(parent)
        self._session = session
        self._shelf = Shelf(())
        self._made_of: tuple[object, ...] = ()
        self._asked_of: tuple[object, ...] = ()
        self._background = Background(self)
        self._background.done.connect(self._on_gathered)
        self._is_large = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._gather)
        session.opened.connect(self._on_opened)
        self._job: Job | None = None
        self._shelved: Shelved | None = None
        self._folder = folder
        self._read_of = ""
        self._read_state: tuple[object, ...] = ()
        self.progress: tuple[int, int] | None = None
        """How many of how many tables of the folder are read, None when it is not being read."""

    @property
    def shelf(self) -> Shelf:
        """The shelf; that of a large library may be the one of before, and `changed` follows."""
        self.follow()
        self._gather()
        return self._shelf

    @property
    def known(self) -> Shelf:
        """The shelf to type names with: a large library is not gathered again between one name and the next."""
        table = self._session.table
        if self._is_large and _same(self._made_of[1:], (table.last_year, table.scheme, self._shelved)):
            self._rest.start()
            return self._shelf
        return self.shelf

    @property
    def gathering(self) -> bool:
        """Whether a large library is being gathered."""
        return self._background.busy

    def rest_after(self, pause: int) -> None:
        """Take so many milliseconds without a name being typed for a rest."""
        self._rest.setInterval(pause)

    @property
    def skipped(self) -> tuple[str, ...]:
        """Why some files of the folder were left out, a sentence each."""
        return self._shelved.skipped if self._shelved else ()

    @property
    def tables(self) -> int:
        """How many tables of the folder are in the library."""
        return len(self._shelved.tables) if self._shelved else 0

    @property
    def folder(self) -> str:
        """The folder whose tables are taken, empty for none."""
        return self._folder()

    def follow(self) -> None:
        """Read the folder where it is another one than the one that was read."""
        if self.folder == self._read_of:
            return
        self.stop()
        self._read_of, self._shelved = self.folder, None
        if self.folder:
            self.read()
        self.changed.emit()

    def look_again(self) -> None:
        """Read the folder anew where its tables are others than they were when it was read."""
        self.follow()
        if self.folder and self._job is None and self._read_state != self._state():
            self.read()

    def _state(self) -> tuple[object, ...]:
        return state_of(Path(self.folder), self._session.path)

    def read(self) -> None:
        """Read the folder, anew if it was read before."""
        self.stop()
        self.progress = (0, 0)
        folder, beside = Path(self.folder), self._session.path
        self._read_state = self._state()
        self._job = Job(lambda note: read_folder(folder, note, beside), _FELL, self)
        self._job.progressed.connect(self._on_progressed)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)

    def stop(self) -> None:
        """Stop reading the folder; what is not read yet is not used."""
        if self._job:
            self._job.cancel()
            self._job.deleteLater()
            self._job, self.progress = None, None
            self._shelved = self._shelved or Shelved()

    def _on_opened(self) -> None:
        """Let go of what was gathered of the table before."""
        self._background.drop()
        self._rest.stop()
        self._shelf, self._made_of, self._asked_of, self._is_large = Shelf(()), (), (), False

    def _on_progressed(self, done: int, of: int) -> None:
        self.progress = (done, of)
        self.changed.emit()

    def _on_finished(self, shelved: Shelved) -> None:
        self._shelved = shelved
        if self._job:
            self._job.deleteLater()
        self._job, self.progress = None, None
        self._gather()
        self.changed.emit()

    def _on_failed(self, message: str) -> None:
        self._on_finished(Shelved(skipped=(message,)))

    def _gather(self) -> None:
        """See that the shelf is made of what there is now."""
        table, shelved = self._session.table, self._shelved
        parts = (table.units, table.last_year, table.scheme, shelved)
        if _same(parts, self._made_of) or _same(parts, self._asked_of):
            return
        others = shelved.tables if shelved else ()
        self._asked_of = parts
        self._is_large = sum(map(_size, (table, *(each for _, each in others)))) > AT_ONCE
        if not self._is_large:
            self._background.drop()
            self._shelf, self._made_of = _shelf(table, others), parts
            return
        if not self._made_of:
            self._shelf = Shelf(with_starter((), table.scheme), starter_wording())  # until the rest has come
        self._background.ask(lambda: (_shelf(table, others), parts))

    def _on_gathered(self, gathered: tuple[Shelf, tuple[object, ...]]) -> None:
        self._shelf, self._made_of = gathered
        self.changed.emit()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _size(table: GoalTable) -> int:
    """Return how many indicators a table has, with those of the year before."""
    return _count(table.units) + (_count(table.last_year.units) if table.last_year else 0)


def _count(units: tuple[Unit, ...]) -> int:
    return sum(len(project.indicators) for unit in units for project in unit.projects)


def _shelf(table: GoalTable, others: tuple[tuple[str, GoalTable], ...]) -> Shelf:
    scheme = table.scheme
    own = [
        *sightings_of(table, scheme),
        *chain.from_iterable(sightings_in(other, scheme, source) for source, other in others),
    ]
    common = starter_wording()
    names = islice(dict.fromkeys(seen.name for seen in own), _MOST_NAMES)
    bodies = (table.department, *(unit.name for unit in table.units))
    return Shelf(
        with_starter(own, scheme), common.grown(map(common.parted, names), dict.fromkeys(filter(None, bodies), OFTEN))
    )
