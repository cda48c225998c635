"""A member as the desk lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.controls import bidi
from sync.number import grouped

if TYPE_CHECKING:
    from sync.terminal.members import MemberView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member. `key`: the card's number."""

    key: str
    who: str
    news: str


def member_row(one: MemberView) -> MemberRow:
    """Who it is, the number, and what is to be known of the card."""
    words = [grouped(one.number)]
    if not one.seen:
        words.append(translate("Cards", "documento da vedere"))
    if one.doubled:
        words.append(translate("Cards", "usata in due spazi insieme"))
    if one.pending:
        words.append(translate("Cards", "da inviare"))
    return MemberRow(one.number, one.name, bidi.joined(words))
