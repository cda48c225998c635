"""Activities as schema.org Events (JSON-LD), for search engines and whoever else reads them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sync.hub.site.agenda import Entry
from sync.hub.store.models import Activity, Space
from sync.rows import pick

_SCHEMA = "https://schema.org"


def events(activity: Activity, space: Space, times: Sequence[Entry], address: str, language: str) -> str:
    """The coming times of an activity as the body of a script of type ``application/ld+json``.

    Args:
        activity: what.
        space: where.
        times: the times that are still to come.
        address: the activity's own address.
        language: in which to write.

    Returns:
        JSON in which nothing can end the script or open a tag; "" where there are no times.
    """
    if not times:
        return ""
    graph = [_event(activity, space, entry, address, language) for entry in times]
    text = json.dumps({"@context": _SCHEMA, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _event(activity: Activity, space: Space, entry: Entry, address: str, language: str) -> dict[str, Any]:
    title, written_in = pick(activity.title, language)
    summary, _ = pick(activity.summary or activity.description, language)
    status = "EventCancelled" if entry.cancelled else "EventRescheduled" if entry.moved_from else "EventScheduled"
    start, end = entry.start, entry.end
    event: dict[str, Any] = {
        "@type": "Event",
        "name": title,
        "inLanguage": written_in or "it",
        "startDate": start.date().isoformat() if entry.all_day else start.isoformat(),
        "eventStatus": f"{_SCHEMA}/{status}",
        "eventAttendanceMode": f"{_SCHEMA}/OfflineEventAttendanceMode",
        "location": _place(activity, space),
        "url": address,
    }
    if end is not None:
        event["endDate"] = entry.last_day.isoformat() if entry.all_day else end.isoformat()
    if entry.moved_from is not None:
        event["previousStartDate"] = entry.moved_from.isoformat()
    if summary:
        event["description"] = summary
    if activity.free is not None:
        event["isAccessibleForFree"] = activity.free
    if entry.capacity is not None:
        event |= {"maximumAttendeeCapacity": entry.capacity, "remainingAttendeeCapacity": entry.left}
    return event


def _place(activity: Activity, space: Space) -> dict[str, Any]:
    address = activity.address or space.address
    place: dict[str, Any] = {"@type": "Place", "name": space.name}
    if address:
        place["address"] = {
            "@type": "PostalAddress", "streetAddress": address, "addressLocality": "Milano", "addressCountry": "IT",
        }  # fmt: skip
    if space.lat is not None and space.lon is not None and not activity.address:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": space.lat, "longitude": space.lon}
    return place
