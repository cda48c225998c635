"""A plan of the spaces: where each point and its name stand on a sheet of paper. Pure; millimetres and degrees.

No tiles from the net: nine points, the middle of the city and the north are what one needs to tell near from far.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

KM_A_DEGREE = 111.2
"""Of latitude; of longitude as much times the cosine of the latitude."""
EM = 0.68
"""The mean width of a letter by its height, and a little more."""
WIDE_EM = 1.3
"""The same of a Chinese character, which is as wide as it is high."""
ROUNDS = 40
"""Of pushing points apart that would lie on each other."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]
FURTHEST_KM = 200.0
"""A point further from the others than this is a slip of somebody's pen: it is not drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point to draw. `name` is written beside it, on the side where there is room; "" where there is none.

    Attributes:
        x, y: of its middle, from the upper left corner.
        left, top, width: of its name.
    """

    key: str
    lat: float
    lon: float
    name: str
    x: float = 0.0
    y: float = 0.0
    left: float = 0.0
    top: float = 0.0
    width: float = 0.0


def _length(name: str) -> float:
    """How long a name is, by the height of its letters."""
    return sum(WIDE_EM if unicodedata.east_asian_width(letter) in "WF" else EM for letter in name)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two points (latitude, longitude) of one city are from each other, as the crow flies."""
    down = (one[0] - other[0]) * KM_A_DEGREE
    across = (one[1] - other[1]) * KM_A_DEGREE * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(down, across)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on, in millimetres: its sides, the diameter of a point, the height of the names' letters."""

    width: float
    height: float
    size: float
    letters: float


def laid_out(marks: Sequence[Mark], sheet: Sheet) -> list[Mark]:
    """Lays points and names out on a sheet.

    Args:
        marks: the points, in the order in which they get room for their names.
        sheet: what they are drawn on.

    Returns:
        the points that can be drawn, north upwards, all at one scale, apart by their size and a half where there is
        room.
    """
    there, size = _near(marks), sheet.size
    if not there or min(sheet.width, sheet.height) <= 2 * size:
        return []
    middle = math.cos(math.radians(sum(one.lat for one in there) / len(there)))
    xs, ys = [one.lon * middle for one in there], [-one.lat for one in there]
    span_x, span_y = max(xs) - min(xs), max(ys) - min(ys)
    scales = [(side - 2 * size) / span for side, span in ((sheet.width, span_x), (sheet.height, span_y)) if span]
    scale = min(scales, default=0.0)
    begin_x, begin_y = (sheet.width - span_x * scale) / 2, (sheet.height - span_y * scale) / 2
    points = [(begin_x + (x - min(xs)) * scale, begin_y + (y - min(ys)) * scale) for x, y in zip(xs, ys, strict=True)]
    points = _apart(points, sheet)
    return _named([replace(one, x=x, y=y) for one, (x, y) in zip(there, points, strict=True)], sheet)


def _near(marks: Sequence[Mark]) -> list[Mark]:
    """Those that are on the earth, and within reach of the one in the middle."""
    real = [one for one in marks if -85 <= one.lat <= 85 and -180 <= one.lon <= 180]
    if not real:
        return []
    centre = tuple(sorted(getattr(one, axis) for one in real)[len(real) // 2] for axis in ("lat", "lon"))
    return [one for one in real if distance_km((one.lat, one.lon), (centre[0], centre[1])) <= FURTHEST_KM]


def _apart(points: list[Point], sheet: Sheet) -> list[Point]:
    """Pushes apart, a little at a time, those that would cover each other."""
    least = 1.5 * sheet.size
    for _ in range(ROUNDS):
        moved = False
        for i in range(len(points)):
            for j in range(i + 1, len(points)):
                (ax, ay), (bx, by) = points[i], points[j]
                far = math.hypot(bx - ax, by - ay)
                if far >= least - 1e-6:
                    continue
                # Two at one place part along a line that depends on which they are: the same every time.
                angle = math.atan2(by - ay, bx - ax) if far > 1e-9 else i + 2.4 * j
                push = (least - far) / 2 + 1e-3
                dx, dy = push * math.cos(angle), push * math.sin(angle)
                points[i] = _within((ax - dx, ay - dy), sheet)
                points[j] = _within((bx + dx, by + dy), sheet)
                moved = True
        if not moved:
            break
    return points


def _within(point: Point, sheet: Sheet) -> Point:
    half = sheet.size / 2
    return min(max(point[0], half), sheet.width - half), min(max(point[1], half), sheet.height - half)


def _named(marks: list[Mark], sheet: Sheet) -> list[Mark]:
    """Writes each name beside its point where it covers nothing, or else not at all: the list beside has it too."""
    size, letters = sheet.size, sheet.letters
    taken: list[Box] = [
        (one.x - size / 2, one.y - size / 2, one.x + size / 2, one.y + size / 2) for one in marks
    ]  # fmt: skip
    found = []
    for one in marks:
        long, high, near = _length(one.name) * letters, letters * 1.3, size * 0.5 + letters * 0.35
        places = [
            (one.x + near, one.y - high / 2), (one.x - near - long, one.y - high / 2),
            (one.x - long / 2, one.y + near), (one.x - long / 2, one.y - near - high),
        ]  # fmt: skip
        for left, top in places:
            box = (left, top, left + long, top + high)
            if one.name and _inside(box, sheet) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append(replace(one, left=left, top=top, width=long))
                break
        else:
            found.append(replace(one, name=""))
    return found


def _inside(box: Box, sheet: Sheet) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= sheet.width and box[3] <= sheet.height


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
