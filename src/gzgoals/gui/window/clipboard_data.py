"""What this program puts on the clipboard, and what it finds there: our own form, HTML and text side by side."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from gzgoals.core.clipboard.block import Block
from gzgoals.core.clipboard.markup import html_of_block
from gzgoals.core.clipboard.showing import block_of_things
from gzgoals.core.clipboard.tabbed import text_of_block
from gzgoals.core.clipboard.things import MIME, Things


def data_of_block(block: Block) -> QMimeData:
    """Return a block as every program can take it; a single line is plain text, and no table of one cell."""
    data = QMimeData()
    single = block.rows[0][0] if block.height == block.width == 1 else "\n"
    data.setText(text_of_block(block) if "\n" in single else single)
    if "\n" in single:
        data.setHtml(html_of_block(block))
    return data


def data_of_things(things: Things) -> QMimeData:
    """Return whole indicators, projects or units: a window takes them whole, other programs get a table."""
    data = data_of_block(block_of_things(things))
    data.setData(MIME, things.written())
    return data


def things_in(data: QMimeData) -> Things | None:
    """Return the whole things that a window has copied; raises `BadClipboardError` for what is damaged."""
    return Things.of(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else None


def texts_in(data: QMimeData) -> tuple[str, str]:
    """Return the text that any program has copied, and the page that stands beside it, empty where there is none."""
    return data.text(), data.html() if data.hasHtml() else ""


def put(data: QMimeData) -> None:
    """Put data on the clipboard."""
    QApplication.clipboard().setMimeData(data)


def put_text(text: str) -> None:
    """Put plain text on the clipboard."""
    QApplication.clipboard().setText(text)


def found() -> QMimeData:
    """Return what is on the clipboard; a program that has just closed may have left nothing."""
    data: QMimeData | None = QApplication.clipboard().mimeData()
    return data if data is not None else QMimeData()
