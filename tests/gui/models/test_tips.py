"""Tooltips show text, whatever it looks like."""

import pytest
from PySide6.QtGui import QTextDocument

from gzgoals.gui.models.tips import tip


@pytest.mark.parametrize("text", ["<img src=x>", "a & b &lt;", "第一行\n第二行", "  缩进  ", "物业费"])
def test_a_tip_shows_its_text_to_the_letter(text: str) -> None:
    document = QTextDocument()
    document.setHtml(tip(text))
    assert document.toPlainText().replace("\u2028", "\n") == text


def test_there_is_no_tip_for_nothing() -> None:
    assert tip("") == ""
