"""The matrix of siblings: typed into as the grid is, with the projects' names in sight wherever it is scrolled to."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gzgoals.gui.widgets.cell_delegate import PADDING
from gzgoals.gui.widgets.matrix_headers import Corner, ProjectHeader, TitleHeader, beside_names
from gzgoals.gui.widgets.typing_view import TypingView

_NARROWEST, _WIDEST = 5, 10
"""Heights of a line that a column is wide, as long as its user gives it no other width."""
_LEAST_NAMES, _MOST_NAMES = 12, 42
"""Heights of a line that the projects' column is wide at least, and its share of the whole in per cent at most."""
_LOOKED_AT = 200
"""How many rows are looked at for what is the longest."""


class MatrixView(TypingView):
    """Shows a matrix model; keys are those of the grid.

    Signals
    -------
    head_chosen(row)
        The user wants to go to the project of a row.
    """

    head_chosen = Signal(int)
    _corner: Corner | None = None  # Qt lays out the view before it is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self.titles = TitleHeader(self)
        self.names = ProjectHeader(self)
        self.setHorizontalHeader(self.titles)
        self.setVerticalHeader(self.names)
        self.names.setVisible(True)
        self._corner = Corner(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.names.sectionDoubleClicked.connect(self.head_chosen)
        self._fitted: tuple[int, int, int] = (0, 0, 0)

    def chosen(self) -> list[QModelIndex]:
        """The selected cells row by row, the current one where none is selected."""
        indexes: Sequence[QModelIndex] = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted((each for each in indexes if each.isValid()), key=lambda each: (each.row(), each.column()))

    def commit(self) -> None:
        """Bring what is typed in a cell or over a title into the table."""
        self.titles.commit()
        super().commit()

    def fit(self) -> None:
        """Give the projects the room that their names need and the columns equal shares of the rest.

        That is done anew where the room or the number of columns is another; else columns only grow with what is typed.
        """
        model, metrics = self.model(), self.fontMetrics()
        names, line, columns = self._names_width(), metrics.height(), model.columnCount()
        if (fitted := (columns, self.width() - names, line)) != self._fitted:
            self._fitted = fitted
            self.names.setFixedWidth(names)
            self.names.setDefaultSectionSize(line + 12)
            room = self.width() - names - self.verticalScrollBar().sizeHint().width()
            share = min(max(room // max(columns, 1), _NARROWEST * line), _WIDEST * line)
            self.titles.setDefaultSectionSize(share)
            self.titles.fit(dict.fromkeys(range(columns), share))
            self.updateGeometries()
        wanted = {column: min(self._needed(column), _WIDEST * line) for column in range(columns)}
        self.titles.fit({column: wide for column, wide in wanted.items() if wide > self.titles.sectionSize(column)})

    def _needed(self, column: int) -> int:
        """Return how wide the longest text of a column is with what is beside it."""
        rows = range(min(self.model().rowCount(), _LOOKED_AT))
        texts = (str(self.model().index(row, column).data()) for row in rows)
        return max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + PADDING

    def _names_width(self) -> int:
        heads = (
            str(self.model().headerData(row, Qt.Orientation.Vertical))
            for row in range(min(self.model().rowCount(), _LOOKED_AT))
        )
        longest = max(map(self.fontMetrics().horizontalAdvance, heads), default=0)
        needed = longest * 11 // 10 + beside_names(self.fontMetrics())  # the current one is bold
        return max(min(needed, self.width() * _MOST_NAMES // 100), _LEAST_NAMES * self.fontMetrics().height())

    def height_of(self, rows: int) -> int:
        """Return the height in which so many rows are seen, or all where they are fewer."""
        seen = min(self.model().rowCount(), rows) * self.names.defaultSectionSize()
        return self.titles.sizeHint().height() + seen + self.horizontalScrollBar().sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._corner is not None:
            self.fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._corner is not None:
            self._corner.setGeometry(0, 0, self.names.width(), self.titles.height())
