"""Chinese in Qt's own dialogs: Qt's translation, and words of ours where it has none or says it otherwise."""

import json

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from gzgoals.core.resources import resource


class OwnWords(QTranslator):
    """Translates what stands in `qt_zh_CN.json`, whoever in Qt says it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = json.loads(resource("qt_zh_CN.json").read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        # None is for Qt no translation, and it goes on to ask the next translator; an empty text would be one.
        return self._words.get(sourceText)


def speak_chinese(app: QApplication) -> None:
    """Have Qt speak Chinese, and write dates and numbers as in China."""
    if app.findChild(OwnWords):
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    app.installTranslator(OwnWords(app))
