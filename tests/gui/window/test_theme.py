"""What is written can be read: the contrast of every colour of text with what it stands on."""

from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Severity
from gzgoals.gui.app import application
from gzgoals.gui.widgets.look import DARK, LIGHT, Look
from gzgoals.gui.window.theme import dress

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
ENOUGH = 4.5
"""What WCAG 2 asks for text of the usual size."""


def luminance(colour: str) -> float:
    ink = QColor(colour)
    return 0.2126 * light_of(ink.redF()) + 0.7152 * light_of(ink.greenF()) + 0.0722 * light_of(ink.blueF())


def light_of(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@LOOKS
@pytest.mark.parametrize(
    ("ink", "grounds"),
    [
        ("text", "window card header selected hover error_fill warning_fill hint_fill"),
        ("muted", "window card header hover selected"),
        ("accent", "window card header selected"),
        ("error", "window card header"),
        ("warning", "window card header"),
        ("hint", "window card header"),
        ("fine", "window card header"),
        ("on_accent", "accent"),
        ("on_badge", "error warning hint"),
    ],
)
def test_text_stands_out_from_what_it_stands_on(look: Look, ink: str, grounds: str) -> None:
    faint = {
        ground: round(found, 2)
        for ground in grounds.split()
        if (found := contrast(getattr(look, ink), getattr(look, ground))) < ENOUGH
    }
    assert faint == {}


@LOOKS
def test_the_outline_of_a_problem_can_be_told_from_its_cell(look: Look) -> None:
    """What WCAG 2 asks of what is no text, but to be seen."""
    for severity, ground in product(Severity, (look.card,)):
        assert contrast(look.severity(severity).name(), ground) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_prompt_can_be_read_as_painted(kind: type[QLineEdit | QPlainTextEdit], theme: str, qtbot: QtBot) -> None:
    app = application()
    dress(app, theme, 20)
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("口口口")
    field.resize(300, 60)
    picture = field.grab().toImage()
    ground = picture.pixelColor(150, 50).name()
    inks = {picture.pixelColor(x, y).name() for x in range(8, 100) for y in range(8, 50)}
    dress(app, "light")
    assert max(contrast(ink, ground) for ink in inks) >= ENOUGH
