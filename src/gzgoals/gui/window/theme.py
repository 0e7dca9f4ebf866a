"""The look of the whole program: font, palette and the one style sheet, light or dark."""

from dataclasses import asdict
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from gzgoals.core.resources import resource
from gzgoals.gui.widgets.look import DARK, LIGHT, Look
from gzgoals.gui.widgets.type_size import USUAL_SIZE

# Without a named family Qt falls back to Japanese or Taiwanese glyph forms.
_FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")

_HEADINGS = {"large": 1.3, "heading": 1.25, "title": 1.2}
"""How much larger than the rest the type of headings is."""


def dress(app: QApplication, theme: str, size: int = USUAL_SIZE) -> None:
    """Give the program the look of `theme`, `light`, `dark`, or `system` for the desktop's own, and type of a size."""
    app.setStyle("Fusion")
    font = _font(app, size)
    app.setFont(font)
    look = DARK if _is_dark(app, theme) else LIGHT
    app.setPalette(_palette(look))
    QToolTip.setFont(font)
    sheet = Template(resource("style.qss").read_text(encoding="utf-8"))
    sizes = {name: f"{size * share:g}pt" for name, share in _HEADINGS.items()}
    disabled, images = _mixed(look.muted, look.card).name(), Path(str(resource("images"))).as_posix()
    app.setStyleSheet(sheet.substitute(asdict(look), **sizes, disabled=disabled, images=images))


def _is_dark(app: QApplication, theme: str) -> bool:
    if theme == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"


def _font(app: QApplication, size: int) -> QFont:
    font = QFont(app.font())
    present = set(QFontDatabase.families())
    if family := next((family for family in _FAMILIES if family in present), None):
        font.setFamilies([family])
    font.setPointSizeF(size)
    return font


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, look.window), (role.WindowText, look.text), (role.Base, look.card),
        (role.AlternateBase, look.header), (role.Text, look.text), (role.Button, look.card),
        (role.ButtonText, look.text), (role.ToolTipBase, look.card), (role.ToolTipText, look.text),
        (role.Highlight, look.selected), (role.HighlightedText, look.text), (role.Link, look.accent),
        (role.PlaceholderText, look.muted), (role.Mid, look.border), (role.Dark, look.border),
        (role.Light, look.header), (role.Midlight, look.hover),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    faint = _mixed(look.muted, look.card)
    for where in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, faint)
    return palette


def _mixed(one: str, other: str) -> QColor:
    a, b = QColor(one), QColor(other)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)
