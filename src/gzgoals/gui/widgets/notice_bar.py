"""A bar that says something calmly and offers what can be done, without keeping anyone from working on."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


@dataclass(frozen=True, slots=True)
class Notice:
    """What a bar says, in one sentence, and what can be done: the keys of the answers with their labels.

    A `quiet` one offers something, and stands behind all that has happened.
    """

    key: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()
    quiet: bool = False


class NoticeBar(QFrame):
    """Shows one notice at a time, the latest first; hidden while there is none.

    Signals
    -------
    answered(key, answer)
        The user has chosen one of the answers to the notice with this key.
    """

    answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notices: dict[str, Notice] = {}
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(14, 4, 8, 4)
        self._line.setSpacing(8)
        self._line.addWidget(self.text, 1)
        self.buttons: dict[str, QPushButton] = {}
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown."""
        latest = tuple(reversed(self._notices.values()))
        return next((each for each in latest if not each.quiet), next(iter(latest), None))

    def tell(self, notice: Notice) -> None:
        """Show a notice, in the place of an earlier one with the same key and before all others."""
        if notice == self.notice:
            return
        self._notices.pop(notice.key, None)
        self._notices[notice.key] = notice
        self._show()

    def withdraw(self, key: str) -> None:
        """Take the notice with this key away, if there is one."""
        if self._notices.pop(key, None):
            self._show()

    def minimumSizeHint(self) -> QSize:
        """Give way in narrow windows: the text wraps, and must not keep the window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def _show(self) -> None:
        for button in self.buttons.values():
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        notice = self.notice
        self.text.setText(notice.text if notice else "")
        self.setAccessibleName(notice.text if notice else "")
        for answer, label in notice.answers if notice else ():
            button = QPushButton(label, self)
            button.setProperty("answer", answer)
            button.clicked.connect(self._on_clicked)
            self._line.addWidget(button)
            self.buttons[answer] = button
        self.setProperty("quiet", notice is not None and notice.quiet)
        self.style().unpolish(self)  # a changed property is looked at only then
        self.style().polish(self)
        self.setVisible(notice is not None)

    def _on_clicked(self) -> None:
        button = self.sender()
        if self.notice and isinstance(button, QPushButton):
            self.answered.emit(self.notice.key, str(button.property("answer")))
