"""The addresses of the office."""

from __future__ import annotations

from fastapi import APIRouter

from sync.hub.hub import Hub
from sync.hub.office.activities import Activities
from sync.hub.office.activity_picture import ActivityPicture
from sync.hub.office.board import Board
from sync.hub.office.cards import Cards
from sync.hub.office.days import Days
from sync.hub.office.facts import Facts
from sync.hub.office.login import Login
from sync.hub.office.occurrences import Occurrences
from sync.hub.office.office import Office
from sync.hub.office.registers import Registers
from sync.hub.office.requests import Requests
from sync.hub.office.services import Services
from sync.hub.office.start import Start
from sync.hub.office.terminals import Terminals


def office_router(hub: Hub) -> APIRouter:
    """All pages of the office over an open hub."""
    office = Office(hub)
    router = office.pages.router()
    views = (
        Login, Start, Terminals, Facts, Cards, Activities, Occurrences, Services, Requests, Board, Days, Registers,
    )  # fmt: skip
    for view in views:
        view(office).add_to(router)
    ActivityPicture(office).add_to(router)
    return router
