"""How a person can be reached, if they wish to say so at the desk: a telephone number or an e-mail address."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.membership import MAX_ADDRESS, is_address

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

MAX_PHONE, MIN_PHONE = 15, 6
"""Digits of a telephone number (ITU-T E.164), and what is surely none."""
PHONE, MAIL = "phone", "mail"


@QmlElement
class ContactEntry(QObject):
    """What is being written, and of which kind. Nothing is kept beyond `begin`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._text = PHONE, ""

    def begin(self) -> None:
        """Nothing is written yet."""
        self._kind, self._text = PHONE, ""
        self.changed.emit()

    @property
    def value(self) -> str | None:
        """What the person left, whole; None for nothing."""
        return self._text if self.ready else None

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Phone or mail: what was written of the other kind is gone."""
        if kind in (PHONE, MAIL) and kind != self._kind:
            self._kind, self._text = kind, ""
            self.changed.emit()

    @Slot(str)
    def add(self, sign: str) -> None:
        """A key was touched; what can have no place there is dropped."""
        held = self._text
        if self._kind == PHONE:
            fits = len(held.lstrip("+")) < MAX_PHONE and (sign.isdecimal() or (sign == "+" and not held))
        else:
            fits = len(held) + len(sign) <= MAX_ADDRESS and not (sign.startswith("@") and (not held or "@" in held))
        if fits:
            self._text = held + sign.lower()
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Takes the last sign back."""
        self._text = self._text[:-1]
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """What is half written is left out."""
        if not self.ready:
            self.begin()

    @Property(str, notify=changed)
    def kind(self) -> str:
        """Phone or mail."""
        return self._kind

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is written."""
        return self._text

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is whole."""
        if self._kind == PHONE:
            return len(self._text.lstrip("+")) >= MIN_PHONE
        return is_address(self._text)
