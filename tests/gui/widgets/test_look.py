"""Colours that can be read, in both themes."""

import pytest
from PySide6.QtGui import QColor, QPalette

from gzgoals.core.checks import Severity
from gzgoals.gui.widgets.look import DARK, LIGHT, SIGNS, Look, look_of

THEMES = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | QColor, other: str | QColor) -> float:
    lighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
def test_text_stands_out_from_everything_it_stands_on(look: Look) -> None:
    for ground in (look.card, look.window, look.header, look.selected, look.hover):
        assert contrast(look.text, ground) >= 7
        assert contrast(look.muted, ground) >= 4.5


@THEMES
def test_links_can_be_read_in_a_row_be_it_chosen_or_not(look: Look) -> None:
    for ground in (look.card, look.selected, look.header):
        assert contrast(look.accent, ground) >= 3.5


@THEMES
@pytest.mark.parametrize("severity", list(Severity))
def test_badges_and_marked_cells_can_be_read(look: Look, severity: Severity) -> None:
    assert contrast(look.on_badge, look.severity(severity)) >= 4.5
    assert contrast(look.text, look.fill(severity)) >= 7
    assert contrast(look.severity(severity), look.card) >= 3


def test_severities_differ_by_sign_and_word_as_well() -> None:
    assert len(set(SIGNS.values())) == len({severity.word for severity in Severity}) == 3


@THEMES
def test_a_palette_tells_its_look(look: Look) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(look.window))
    assert look_of(palette) is look
