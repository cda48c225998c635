"""The view-models of all features, each brought in when it is first asked for: the first frame wants Home's alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from kiosk.controls.context import Context

Makers = dict[str, Callable[[Context, QObject], Any]]
"""What makes view-models, by the names that the navigation graph knows them under."""


class Models(dict[str, Any]):
    """The view-models by the names that the navigation graph knows; parented, so that they outlive no engine.

    Each is made, and its feature imported, when it is first asked for: the first frame wants Home's alone.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__()
        self._context, self._parent = context, parent

    def __missing__(self, name: str) -> Any:
        model = self[name] = FEATURES[name]()[name](self._context, self._parent)
        return model


def _home() -> Makers:
    from kiosk.agenda.home import HomeModel

    return {"home": HomeModel}


def _agenda() -> Makers:
    from kiosk.agenda.activity import ActivityModel
    from kiosk.agenda.agenda import AgendaModel
    from kiosk.agenda.search import SearchModel
    from kiosk.agenda.spaces import SpacesModel
    from kiosk.agenda.takeaway import TakeawayModel

    return {
        "agenda": AgendaModel, "spaces": SpacesModel, "activity": ActivityModel, "takeaway": TakeawayModel,
        "search": SearchModel,
    }  # fmt: skip


def _around() -> Makers:
    from kiosk.access.access import AccessModel
    from kiosk.access.language import LanguageModel
    from kiosk.board.board import BoardItemModel, BoardModel

    return {"board": BoardModel, "board.item": BoardItemModel, "language": LanguageModel, "access": AccessModel}


def _services() -> Makers:
    from kiosk.services.ask import AnswerModel, AskModel, NoteModel
    from kiosk.services.services import ServiceModel, ServicesModel

    return {
        "services": ServicesModel, "service": ServiceModel, "ask": AskModel, "answer": AnswerModel, "note": NoteModel,
    }  # fmt: skip


def _signup() -> Makers:
    from kiosk.signup.card import CardModel
    from kiosk.signup.result import ResultModel
    from kiosk.signup.signup import SignUpModel

    return {"card": CardModel, "signup": SignUpModel, "result": ResultModel}


def _desk() -> Makers:
    from kiosk.desk.cards import CardsModel
    from kiosk.desk.checkin import CheckInModel
    from kiosk.desk.closing import ClosingModel
    from kiosk.desk.desk import DeskModel
    from kiosk.desk.enrol import EnrolModel
    from kiosk.desk.expected import ExpectedModel
    from kiosk.desk.handover import HandoverModel
    from kiosk.desk.keep import KeepModel
    from kiosk.desk.more import MoreModel
    from kiosk.desk.notice import NoticeModel
    from kiosk.desk.parcels import ParcelsModel
    from kiosk.desk.pin import PinModel
    from kiosk.desk.record import RecordModel
    from kiosk.desk.requests import RequestsModel
    from kiosk.desk.today import TodayModel
    from kiosk.desk.totell import ToTellModel

    return {
        "pin": PinModel, "desk": DeskModel, "checkin": CheckInModel, "enrol": EnrolModel, "more": MoreModel,
        "requests": RequestsModel, "expected": ExpectedModel, "totell": ToTellModel, "today": TodayModel,
        "notice": NoticeModel, "record": RecordModel, "closing": ClosingModel, "parcels": ParcelsModel,
        "keep": KeepModel, "handover": HandoverModel, "cards": CardsModel,
    }  # fmt: skip


FEATURES: dict[str, Callable[[], Makers]] = {
    "home": _home, "agenda": _agenda, "spaces": _agenda, "activity": _agenda, "takeaway": _agenda, "search": _agenda,
    "board": _around, "board.item": _around, "language": _around, "access": _around,
    "services": _services, "service": _services, "ask": _services, "answer": _services, "note": _services,
    "card": _signup, "signup": _signup, "result": _signup,
    "pin": _desk, "desk": _desk, "checkin": _desk, "enrol": _desk, "more": _desk,
    "requests": _desk, "expected": _desk, "totell": _desk, "today": _desk, "notice": _desk, "record": _desk,
    "closing": _desk, "parcels": _desk, "keep": _desk, "handover": _desk, "cards": _desk,
}  # fmt: skip
"""Where each view-model comes from."""
