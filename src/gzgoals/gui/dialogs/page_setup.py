"""页面设置: the sheet, its margins, the type, the columns, and what is printed beside the table."""

from contextlib import ExitStack

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.page_setup import COLUMNS, LEAST_WIDTH, MOST_WIDTH, PageSetup
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.frame import foot_of, frame, head_of
from gzgoals.gui.paper import font_told
from gzgoals.gui.paper.kinds import OFFICIAL
from gzgoals.gui.widgets.choice_field import ChoiceField

_SIZES = (("A4", "A4"), ("A3", "A3"))
_ORIENTATIONS = (("landscape", "横向"), ("portrait", "纵向"))
_BEST = "自动（宋体优先）"
_TICKS = (
    ("header_repeated", "每页重复表头"),
    ("together", "项目尽量不跨页"),
    ("numbered", "页码（第 x 页 共 y 页）"),
    ("dated", "打印日期"),
    ("signed", "签字栏（填报人 / 审核人 / 单位负责人）"),
    ("draft_mark", "有错误时加“草稿”水印"),
)
_USUAL = (160, 75, 75, 75, 75, 200, 340)
"""Thousandths of the width that the columns have at first, where they are to be chosen."""
_MOST_MARGIN = 60


class PageSetupDialog(QDialog):
    """Asks how pages are set up; accepted when the user wants `setup`."""

    def __init__(self, setup: PageSetup, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("页面设置")
        self.setup = setup
        self.size_field = ChoiceField(_SIZES, self)
        self.orientation = ChoiceField(_ORIENTATIONS, self)
        self.side_margin = _millimetres(self)
        self.end_margin = _millimetres(self)
        self.font_field = ChoiceField(_fonts(setup), self)
        self.type_size = QDoubleSpinBox(self)
        self.type_size.setRange(5, 24)
        self.type_size.setSingleStep(0.5)
        self.type_size.setDecimals(1)
        self.type_size.setSuffix(" 磅")
        self.told = QLabel(self)
        self.told.setObjectName("caption")
        self.told.setWordWrap(True)
        self.ticks = {name: QCheckBox(text, self) for name, text in _TICKS}
        self.automatic = QCheckBox("自动列宽", self)
        self.widths = [self._width(place) for place in range(COLUMNS)]
        self.usual = QPushButton("恢复默认", self)
        self.cancel = QPushButton("取消", self)
        self.go = QPushButton("确定", self)
        self._lay_out()
        self._connect()
        self.refresh()

    @classmethod
    def ask(cls, setup: PageSetup, parent: QWidget) -> PageSetup | None:
        """Show the choices until they are made."""
        dialog = cls(setup, parent)
        return dialog.setup if accepted(dialog) else None

    def _width(self, place: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(LEAST_WIDTH, MOST_WIDTH)
        field.setSingleStep(5)
        field.setSuffix(" ‰")
        field.setAccessibleName(f"{OFFICIAL.titles[place].splitlines()[0]}列宽")
        return field

    def _lay_out(self) -> None:
        self.usual.setAutoDefault(False)
        forms = QHBoxLayout()
        forms.setContentsMargins(20, 16, 20, 16)
        forms.setSpacing(36)
        forms.addLayout(self._paper_form())
        forms.addLayout(self._marks_form())
        forms.addLayout(self._widths_form())
        head = head_of(self, "页面设置", "打印、导出 PDF 与版面预览都照此排版，下次打开仍然有效")
        frame(self, head, forms, foot_of(self, self.usual, self.cancel, self.go))

    def _paper_form(self) -> QFormLayout:
        form = _form()
        for label, field in (
            ("纸张", self.size_field),
            ("方向", self.orientation),
            ("左右边距", self.side_margin),
            ("上下边距", self.end_margin),
            ("字体", self.font_field),
            ("字号", self.type_size),
        ):
            field.setMinimumHeight(field.fontMetrics().height() + 12)
            field.setMinimumWidth(190)
            field.setAccessibleName(label)
            form.addRow(label, field)
        form.addRow("", self.told)
        return form

    def _marks_form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for tick in self.ticks.values():
            column.addWidget(tick)
        column.addStretch(1)
        return column

    def _widths_form(self) -> QFormLayout:
        form = _form()
        form.addRow(self.automatic)
        for title, field in zip(OFFICIAL.titles, self.widths, strict=True):
            form.addRow(title.splitlines()[0], field)
        return form

    def _connect(self) -> None:
        for name, choice in (("size", self.size_field), ("orientation", self.orientation), ("font", self.font_field)):
            choice.edited.connect(lambda value, name=name: self.choose(**{name: value}))
        for name, number in (
            ("side_margin", self.side_margin), ("end_margin", self.end_margin), ("type_size", self.type_size),
        ):  # fmt: skip
            number.valueChanged.connect(lambda value, name=name: self.choose(**{name: value}))
        for name, tick in self.ticks.items():
            tick.toggled.connect(lambda ticked, name=name: self.choose(**{name: ticked}))
        self.automatic.toggled.connect(lambda ticked: self.choose(widths=() if ticked else _USUAL))
        for field in self.widths:
            field.valueChanged.connect(self._on_width_changed)
        self.usual.clicked.connect(lambda: self.choose(**PageSetup().model_dump()))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    def _on_width_changed(self) -> None:
        self.choose(widths=tuple(field.value() for field in self.widths))

    def choose(self, **changes: object) -> None:
        """Change some of the choices."""
        self.setup = self.setup.replaced(**changes)
        self.refresh()

    def refresh(self) -> None:
        """Show the choices as they are now."""
        with ExitStack() as silent:
            for field in (
                self.side_margin, self.end_margin, self.type_size, self.automatic, *self.ticks.values(), *self.widths
            ):  # fmt: skip
                silent.enter_context(QSignalBlocker(field))
            self._show_choices()
        self.told.setText(_told(self.setup.font))

    def _show_choices(self) -> None:
        setup = self.setup
        self.size_field.set_value(setup.size)
        self.orientation.set_value(setup.orientation)
        self.font_field.set_value(setup.font)
        for number, value in (
            (self.side_margin, setup.side_margin),
            (self.end_margin, setup.end_margin),
            (self.type_size, setup.type_size),
        ):
            if number.value() != value:  # what is half typed of it is left alone
                number.setValue(value)
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(setup, name))
        self.automatic.setChecked(not setup.widths)
        for field, width in zip(self.widths, setup.widths or _USUAL, strict=True):
            if field.value() != width:
                field.setValue(width)
            field.setEnabled(bool(setup.widths))

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(self.screen().availableSize())


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return form


def _millimetres(parent: QWidget) -> QDoubleSpinBox:
    field = QDoubleSpinBox(parent)
    field.setRange(0, _MOST_MARGIN)
    field.setDecimals(1)
    field.setSuffix(" 毫米")
    return field


def _fonts(setup: PageSetup) -> list[tuple[object, str]]:
    """Return the Chinese fonts that are installed, and the one that is chosen even where it is not."""
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    families = sorted(family for family in chinese if not family.startswith("@"))
    missing = [] if not setup.font or setup.font in families else [setup.font]
    return [("", _BEST), *((family, family) for family in [*missing, *families])]


def _told(family: str) -> str:
    try:
        return font_told(family)
    except GzgoalsError as error:
        return str(error)
