"""How staff are called on a screen that residents see too.

The screen where one says who one is stands before the PIN, in a room full of people: residents' screens never list
names. A code of one's own would be forgotten, and then written on the frame of the screen. So it shows initials and
the role: enough for the two or three who work here to find themselves, and nothing that is not written at the door. A
badge needs none of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from sync.terminal.views import StaffView

translate = QCoreApplication.translate


def initials(staff: Sequence[StaffView]) -> dict[str, str]:
    """Initials by staff id; where two are alike, with more letters of the first name, or with a number."""
    found = {one.id: _initials(one.name, 1) for one in staff}
    for letters in (2, 3):
        alike = _alike(found)
        found |= {one.id: _initials(one.name, letters) for one in staff if found[one.id] in alike}
    for name in _alike(found):
        same = sorted(key for key, value in found.items() if value == name)
        found |= {key: f"{name} {number}" for number, key in enumerate(same, start=1)}
    return found


def _alike(names: dict[str, str]) -> set[str]:
    return {name for name, count in Counter(names.values()).items() if count > 1}


def _initials(name: str, letters: int) -> str:
    first, *rest = name.split() or ["?"]
    start = first[:letters].capitalize() + "."
    return " ".join([start, *(part[:1].upper() + "." for part in rest[-1:])])


def role(code: str) -> str:
    """A role in a word."""
    return {
        "portiere": translate("People", "portineria"),
        "operator": translate("People", "operatori"),
        "comune": translate("People", "Comune"),
        "technician": translate("People", "assistenza"),
    }.get(code, code)
