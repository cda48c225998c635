"""The languages' compiled texts (``assets/translations/kiosk_*.qm``, made by `make`), changed at run time."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk.controls.dates import locale
from sync.resources import resource

log = logging.getLogger(__name__)


class Translations:
    """The one language that is installed in an application."""

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application
        self._installed: QTranslator | None = None

    def install(self, language: str) -> None:
        """Speaks a language from now on. Italian stands in the code; its file holds the plurals."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        translator = QTranslator(self._application)
        try:
            found = translator.load(str(resource(f"assets/translations/kiosk_{language}.qm")))
        except FileNotFoundError:
            found = False
        if found:
            self._application.installTranslator(translator)
            self._installed = translator
        else:
            log.warning("no compiled translation for %s: type `make` once", language)
        self._application.setLayoutDirection(locale(language).textDirection())

    def remove(self) -> None:
        """Leaves the application without any, written from left to right."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        self._application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
