"""What is typed is noted while the window lives on, and gone when the work is saved or let go."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.core.files.homes import private_folder
from gzgoals.core.files.journal import Journal
from gzgoals.core.files.lost import Lost, lost_work
from gzgoals.core.files.versions import versions_of
from gzgoals.core.files.writing import write_table
from gzgoals.core.table import Place
from gzgoals.gui.session import Session
from gzgoals.gui.window.keeping import Keeper
from tables_to_check import GOOD, project, table

NAME = Place("u", "p1", field="name")


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Session:  # noqa: ARG001
    whole, path = table(GOOD), tmp_path / "某院.gzgoals"
    session = Session(whole)
    session.open(whole, path, stamp=write_table(path, whole))
    return session


@pytest.fixture
def keeper(session: Session) -> Iterator[Keeper]:
    keeper = Keeper(session, lambda: "某院.gzgoals")
    yield keeper
    keeper.end()


def journals() -> list[Path]:
    return [each for each in private_folder("recovery").iterdir() if each.name != "set-aside"]


def after_a_fall(keeper: Keeper) -> list[Lost]:
    """Return what a later start would find if the program died now."""
    keeper._do(lambda: None).result()
    journal = keeper._journal
    if journal is None:
        return []
    os.close(journal._held)
    found = lost_work()
    for lost in found:
        lost.release()
    held = journal.folder / "held"
    journal._held = os.open(held if held.exists() else os.devnull, os.O_RDWR)
    return found


def test_what_is_typed_is_noted_without_being_asked(session: Session, keeper: Keeper, qtbot: QtBot) -> None:
    session.put("修改", NAME, "机", typed=True)
    session.put("修改", NAME, "机构", typed=True)
    qtbot.waitUntil(lambda: keeper._journal is not None and keeper._journal._noted is session.table)
    (lost,) = after_a_fall(keeper)
    assert lost.table == session.table
    assert lost.base == table(GOOD)
    assert lost.about.path == str(session.path)


def test_typing_on_does_not_put_the_note_off(session: Session, keeper: Keeper) -> None:
    session.put("修改", NAME, "机", typed=True)
    left = keeper._timer.remainingTime()
    session.put("修改", NAME, "机构", typed=True)
    assert keeper._timer.remainingTime() <= left


def test_nothing_is_kept_of_a_table_that_is_only_looked_at(session: Session, keeper: Keeper) -> None:
    session.show(Place("u"))
    keeper._do(lambda: None).result()
    assert journals() == []


def test_after_a_save_nothing_is_unsaved(session: Session, keeper: Keeper) -> None:
    session.put("修改", NAME, "机构")
    keeper.flush()
    assert session.path is not None
    session.save(session.path)
    assert after_a_fall(keeper) == []


def test_a_table_from_elsewhere_is_noted_at_once(session: Session, keeper: Keeper) -> None:
    session.open(table(project(name="导入的项目")), saved=False)
    (lost,) = after_a_fall(keeper)
    assert (lost.table, lost.about.path) == (session.table, "")


def test_another_table_leaves_nothing_of_the_former(session: Session, keeper: Keeper) -> None:
    session.put("修改", NAME, "机构")
    keeper.flush()
    session.open(table(GOOD))
    assert after_a_fall(keeper) == []
    assert journals() == []


def test_a_folder_that_someone_clears_away_is_made_anew(session: Session, keeper: Keeper) -> None:
    session.put("修改", NAME, "机")
    keeper.flush()
    for folder in journals():
        shutil.rmtree(folder)
    session.put("修改", NAME, "机构")
    keeper.flush()
    (lost,) = after_a_fall(keeper)
    assert lost.table == session.table


def test_each_save_is_kept_and_what_the_file_held_before_the_first(session: Session, keeper: Keeper) -> None:
    path = session.path
    assert path is not None
    for text in ("机", "机构"):
        session.put("修改", NAME, text)
        session.save(path)
    keeper._do(lambda: None).result()
    names = [version.table().units[0].projects[0].name for version in versions_of(path)]
    assert names == ["机构", "机", GOOD.name]


def test_a_normal_end_leaves_nothing(session: Session) -> None:
    keeper = Keeper(session, lambda: "表")
    session.put("修改", NAME, "机构")
    keeper.flush()
    keeper.end()
    assert journals() == []


def test_a_disk_that_refuses_is_told_once_and_tried_again(
    session: Session, keeper: Keeper, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    keeper.faltered.connect(told.append)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "磁盘已满")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "note", refuse)
        for text in ("机", "机构"):
            session.put("修改", NAME, text)
            with pytest.raises(OSError, match="磁盘已满"):
                keeper.flush()
        qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: told[-1] == "")
    assert told == ["自动保护暂时停止：磁盘已满。请尽快保存。", ""]
    (lost,) = after_a_fall(keeper)
    assert lost.table == session.table
