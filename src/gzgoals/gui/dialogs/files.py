"""Asking for a file to open or a place to save."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

TABLES = "绩效目标表 (*.gzgoals *.json)"
_FOREIGN = (
    ("PDF 文件", "*.pdf"),
    ("Excel 工作簿", "*.xlsx *.xls *.ods"),
    ("Word 文档", "*.docx"),
    ("公开文本", "*.txt"),
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


def ask_save(parent: QWidget, suggestion: Path, title: str, kinds: str) -> Path | None:
    """Ask where to save; the suffix of the suggestion is added unless one of `kinds` was typed."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not name:
        return None
    own = {suffix.strip("*()") for suffix in kinds.replace(";;", " ").split() if "*." in suffix}
    path = Path(name)
    return path if path.suffix.lower() in own else path.with_name(path.name + suggestion.suffix)
