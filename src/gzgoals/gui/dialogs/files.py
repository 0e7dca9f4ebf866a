"""Asking for a file to open or a place to save."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

TABLES = "绩效目标表 (*.gzgoals *.json)"
_FOREIGN = (
    ("PDF 文件", "*.pdf"),
    ("Excel 工作簿", "*.xlsx *.xls *.ods"),
    ("Word 文档", "*.docx"),
    ("公开文本", "*.txt"),
    ("CSV 文件", "*.csv"),
)
SOURCES = ";;".join(
    (
        f"可打开的文件 (*.gzgoals *.json {' '.join(suffixes for _, suffixes in _FOREIGN)})",
        TABLES,
        *(f"{kind} ({suffixes})" for kind, suffixes in _FOREIGN),
        "所有文件 (*)",
    )
)


def ask_open(parent: QWidget, folder: Path, title: str = "打开", kinds: str = SOURCES) -> Path | None:
    """Ask for a file to read: a table, or any source that one can be read from."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_sources(parent: QWidget, folder: Path, title: str) -> list[Path]:
    """Ask for several files that hold tables; none when the user thinks better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), SOURCES)
    return [Path(name) for name in names]


def ask_save(parent: QWidget, suggestion: Path, title: str, kinds: str) -> Path | None:
    """Ask where to save; unless a suffix of one of `kinds` was typed, that of the chosen kind is added."""
    name, kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not name:
        return None
    path = Path(name)
    first = next(iter(_suffixes(kind)), suggestion.suffix)
    return path if path.suffix.lower() in _suffixes(kinds) else path.with_name(path.name + first)


def ask_folder(parent: QWidget, folder: Path, title: str) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def _suffixes(kinds: str) -> list[str]:
    return [word.strip("*()") for word in kinds.replace(";;", " ").split() if "*." in word]
