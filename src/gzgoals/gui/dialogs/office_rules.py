"""本单位检查规则: which rules file counts, what was understood of it, and a file to begin from."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.checks.offices.office_file import NO_OFFICE_FILE, OFFICE_FILE, told
from gzgoals.gui.widgets.elided_label import ElidedLabel
from gzgoals.gui.widgets.type_size import fitting


@dataclass(frozen=True, slots=True)
class OfficeState:
    """By which rules is checked: what was `chosen`, as the settings keep it, and what came of the file at `path`."""

    chosen: str = ""
    path: Path | None = None
    complaints: tuple[str, ...] = ()
    used: int = 0

    @property
    def text(self) -> str:
        """The state in a sentence without its full stop."""
        if self.path is None:
            return "按内置规则检查"
        if self.complaints and not self.used:
            return f"“{self.path.name}”未能采用，按内置规则检查"
        ignored = f"，{len(self.complaints)} 处未能采用" if self.complaints else ""
        return f"按“{self.path.name}”检查：采用 {self.used} 项设置{ignored}"


class OfficeRulesDialog(QDialog):
    """Shows the state and lets the user change it; what she chooses counts at once.

    Signals
    -------
    chosen(str)
        The user wants this choice, as the settings keep it.
    file_wanted(), example_wanted(), edit_wanted()
        The user wants to choose a file, to have one written to begin from, to edit the one that counts.
    """

    chosen = Signal(str)
    file_wanted = Signal()
    example_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, state: OfficeState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("本单位检查规则")
        self._file = ""
        self.beside = QRadioButton(f"用表旁边的“{OFFICE_FILE}”；没有时用内置规则", self)
        self.file = QRadioButton("用选定的文件", self)
        self.none = QRadioButton("只用内置规则", self)
        self.path = ElidedLabel(self)
        self.path.setObjectName("caption")
        self.choose = QPushButton("选择文件…", self)
        self.summary = QLabel(self)
        self.summary.setObjectName("summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.complaints = QPlainTextEdit(self)
        self.complaints.setReadOnly(True)
        self.complaints.setTabChangesFocus(True)
        self.complaints.setObjectName("card")
        self.complaints.setAccessibleName("未能采用之处")
        self.example = QPushButton("写一个示例…", self)
        self.edit = QPushButton("编辑规则文件", self)
        self._choices = QButtonGroup(self)
        self._lay_out()
        self._connect()
        self.show_state(state)
        self.resize(fitting(self, QSize(640, 400)))

    def _lay_out(self) -> None:
        about = QLabel(
            "规则文件可以调整规则的级别或关闭规则，增减占位词、模糊词、计量单位，改变限值。它只影响检查，不改动表中的内容。",
            self,
        )
        about.setObjectName("caption")
        about.setWordWrap(True)
        file = QHBoxLayout()
        file.addWidget(self.file)
        file.addWidget(self.path, 1)
        file.addWidget(self.choose)
        buttons = QDialogButtonBox(self)
        for button in (self.example, self.edit):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.beside)
        layout.addLayout(file)
        layout.addWidget(self.none)
        layout.addSpacing(4)
        layout.addWidget(self.summary)
        layout.addWidget(self.complaints, 1)
        layout.addStretch()
        layout.addWidget(buttons)

    def _connect(self) -> None:
        for button in (self.beside, self.file, self.none):
            self._choices.addButton(button)
        self.beside.clicked.connect(lambda: self.chosen.emit(""))
        self.none.clicked.connect(lambda: self.chosen.emit(NO_OFFICE_FILE))
        self.file.clicked.connect(lambda: self.chosen.emit(self._file))
        self.choose.clicked.connect(self.file_wanted)
        self.example.clicked.connect(self.example_wanted)
        self.edit.clicked.connect(self.edit_wanted)

    def show_state(self, state: OfficeState) -> None:
        """Show which rules count now."""
        button = {"": self.beside, NO_OFFICE_FILE: self.none}.get(state.chosen, self.file)
        if button is self.file:
            self._file = state.chosen
        self.file.setEnabled(bool(self._file))  # without one there is nothing yet to go back to
        self.path.set_text(self._file)
        button.setChecked(True)
        self.summary.setText(f"{state.text}。")
        self.complaints.setPlainText("\n".join(told(state.complaints)))
        self.complaints.setVisible(bool(state.complaints))
        self.edit.setEnabled(state.path is not None)
