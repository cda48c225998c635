"""The other spaces: what is on there today, how far they are, and where they lie on a plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda import plan
from kiosk.agenda.plan import Mark, Sheet, distance_km
from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from sync.terminal.views import SpaceView

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

CITY = ("duomo", 45.4642, 9.19)
"""What everybody in Milano knows: the middle of the plan."""
HERE = "here"


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """A space to choose. `number`: on the plan; "" where nobody said where it is."""

    key: str
    name: str
    detail: str
    number: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of the plan, in millimetres, under names that are no item's own. `kind`: space, here or city."""

    key: str
    kind: str
    number: str
    at_x: float
    at_y: float
    name: str
    name_x: float
    name_y: float
    across: float


@QmlElement
class SpacesModel(QObject):
    """The other spaces, the nearest first, with how much is on there today."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet = Sheet(0.0, 0.0, 0.0, 0.0)
        self._rows: RowsModel[SpaceRow] = RowsModel(SpaceRow, self)
        self._points: RowsModel[PointRow] = RowsModel(PointRow, self)

    def enter(self, key: str) -> None:
        """Shows the list."""
        self.refresh()

    def wipe(self) -> None:
        """Nothing here is anybody's."""

    def refresh(self) -> None:
        """Counts again."""
        projection = self._context.terminal.projection
        today = self._context.today()
        counts = projection.counts(today, today)
        here = self._context.space()
        others = sorted(
            (one for one in projection.spaces() if one.id != self._context.terminal.space),
            key=lambda one: (_km(here, one) is None, _km(here, one) or 0.0, one.name),
        )
        numbers: dict[str, str] = {}
        for one in others:
            if one.lat is not None and one.lon is not None:
                numbers[one.id] = str(len(numbers) + 1)
        self._rows.replace(
            [SpaceRow(o.id, o.name, self._detail(here, o, counts.get(o.id, 0)), numbers.get(o.id, "")) for o in others]
        )
        self._draw(here, others, numbers)
        self.changed.emit()

    def _detail(self, here: SpaceView, there: SpaceView, today: int) -> str:
        parts = [there.quarter if there.quarter != there.name else ""]
        km = _km(here, there)
        if km is not None:
            shown = dates.locale(self._context.language).toString(max(km, 0.1), "f", 1)
            parts.append(translate("Spaces", "a %1 km").replace("%1", shown))
        parts.append(counted.activities_today(today) if today else translate("Agenda", "oggi niente"))
        return bidi.joined(parts)

    def _draw(self, here: SpaceView, others: list[SpaceView], numbers: dict[str, str]) -> None:
        marks = []
        if here.lat is not None and here.lon is not None:
            marks.append(Mark(HERE, here.lat, here.lon, translate("Spaces", "Sei qui")))
        marks += [
            Mark(one.id, one.lat, one.lon, one.quarter or one.name)
            for one in others
            if one.lat is not None and one.lon is not None
        ]
        city = Mark(*CITY, translate("Spaces", "Duomo"))
        drawn = plan.laid_out([*marks, city], self._sheet) if len(marks) > 1 else []
        kinds = {HERE: HERE, CITY[0]: "city"}
        self._points.replace(
            [
                PointRow(
                    one.key, kinds.get(one.key, "space"), numbers.get(one.key, ""), one.x, one.y, one.name, one.left,
                    one.top, one.width,
                )
                for one in drawn
            ]
        )  # fmt: skip

    @Slot(float, float, float, float)
    def fit(self, width: float, height: float, size: float, letters: float) -> None:
        """The plan has so much room: width and height of the sheet, a point's diameter, the names' height; all in
        millimetres.
        """
        sheet = Sheet(width, height, size, letters)
        if sheet != self._sheet:
            self._sheet = sheet
            self.refresh()

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The spaces."""
        return self._rows

    @Property(QObject, notify=changed)
    def points(self) -> QObject:
        """The plan; empty where nobody said where the spaces are."""
        return self._points

    @Property(bool, notify=changed)
    def hasPlan(self) -> bool:
        """Whether there is something to draw."""
        spaces = self._context.terminal.projection.spaces()
        return sum(1 for one in spaces if one.lat is not None and one.lon is not None) > 1

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said before the programme has arrived."""
        if len(self._rows):
            return ""
        return translate("Agenda", "L'elenco degli spazi non è ancora arrivato: chiedi al portiere.")


def _km(here: SpaceView, there: SpaceView) -> float | None:
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    return distance_km((here.lat, here.lon), (there.lat, there.lon))
