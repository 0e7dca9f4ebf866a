"""The one table of colours, light and dark, and of the signs that tell severities apart without colour."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from gzgoals.core.checks import Severity
from gzgoals.gui.models.cells import Tone

SIGNS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.HINT: "i"}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by what they are for, as `#rrggbb`."""

    window: str
    card: str
    header: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    error: str
    warning: str
    hint: str
    fine: str
    on_badge: str
    error_fill: str
    warning_fill: str
    hint_fill: str

    def severity(self, severity: Severity) -> QColor:
        """Return the colour of a severity's badges and outlines."""
        colours = {Severity.ERROR: self.error, Severity.WARNING: self.warning, Severity.HINT: self.hint}
        return QColor(colours[severity])

    def tone(self, tone: Tone) -> QColor:
        """Return the colour of a number that went up or down: red is more, as in every Chinese table of changes."""
        return QColor(self.error if tone is Tone.UP else self.fine)

    def fill(self, severity: Severity) -> QColor:
        """Return the background of a cell with a finding of this severity."""
        fills = {Severity.ERROR: self.error_fill, Severity.WARNING: self.warning_fill, Severity.HINT: self.hint_fill}
        return QColor(fills[severity])


LIGHT = Look(
    window="#f3f5f8", card="#ffffff", header="#f6f8fa", border="#d5dae1", text="#1c2128", muted="#5a6472",
    accent="#0b62d6", on_accent="#ffffff", selected="#dce9fb", hover="#eef3fa",
    error="#c4232f", warning="#9a6200", hint="#5d6775", fine="#1a7f37", on_badge="#ffffff",
    error_fill="#fdeceb", warning_fill="#fff8e1", hint_fill="#f1f3f6",
)  # fmt: skip

DARK = Look(
    window="#171b21", card="#1f242c", header="#262c35", border="#3b434f", text="#e6e9ee", muted="#a3adba",
    accent="#7fb3ff", on_accent="#0d1622", selected="#264063", hover="#2a313b",
    error="#ff7b76", warning="#e3a93c", hint="#9aa5b4", fine="#4cc26a", on_badge="#12161b",
    error_fill="#45252a", warning_fill="#3f351d", hint_fill="#2b313b",
)  # fmt: skip


def look_of(palette: QPalette) -> Look:
    """Return the colours that go with a palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
