"""The people of a demonstration: staff and a member for each space, with the PINs and cards that there are to try.

Secrets of a demonstration only: they are kept in ``demo.json`` beside the hub's other files, so that they can be said
again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.hub import members, staff
from sync.hub.hub import Hub
from sync.hub.store.models import Space
from sync.number import grouped

FILE = "demo.json"
OFFICE = "office"
OFFICE_PEOPLE = (("comune", "Ufficio di prova"), ("technician", "Tecnico di prova"))
PORTIERI = ("Portiere di prova",)
MEMBERS = (("Prova Rossi", "it"), ("Try Smith", "en"))


def people(hub: Hub) -> list[str]:
    """Makes the demonstration's people where they are not there yet; returns what to say of them."""
    path = hub.folder / FILE
    known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    with hub.database.read() as session:
        spaces = list(session.scalars(sa.select(Space.id).order_by(Space.id)))
    for space in spaces:
        if space not in known:
            known[space] = _space_people(hub, space)
            _keep(path, known)
    if OFFICE not in known:
        known[OFFICE] = {role: _office_person(hub, role, name) for role, name in OFFICE_PEOPLE}
        _keep(path, known)
    office = [f"  office, as {role}: {one['staff']}, {one['link']}" for role, one in known[OFFICE].items()]
    return [
        f"For trying only (kept in {path}):",
        *office,
        *(_words(space, known[space]) for space in spaces if space in known),
    ]


def _keep(path: Path, known: dict[str, Any]) -> None:
    path.touch(mode=0o600)
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8")


def _office_person(hub: Hub, role: str, name: str) -> dict[str, str]:
    made = staff.add(hub, role, name, None)
    return {"staff": made.staff, "link": made.link}


def _space_people(hub: Hub, space: str) -> dict[str, Any]:
    portiere = staff.add(hub, "portiere", PORTIERI[0], space)
    cards = [members.issue_card(hub, space, name, language) for name, language in MEMBERS]
    return {
        "portiere": {"staff": portiere.staff, "pin": portiere.pin, "badge": portiere.badge, "link": portiere.link},
        "cards": [{"number": one.number, "card": one.card_text} for one in cards],
    }


def _words(space: str, known: dict[str, Any]) -> str:
    cards = ", ".join(grouped(one["number"]) for one in known["cards"])
    return f"  {space}: PIN of the desk {known['portiere']['pin']}; cards {cards}"
