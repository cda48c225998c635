"""Facts from a script: what `kiosk record` reads, with an example of each kind."""

from __future__ import annotations

import json
from typing import Any

from sync.body import Body
from sync.errors import FactError
from sync.facts import KINDS, parse
from sync.terminal.terminal import Terminal

EXAMPLES: dict[str, dict[str, Any]] = {
    "dropin": {"reasons": ["pacchi_posta"], "people": 2, "age_band": "65-74"},
    "dropin_amend": {"dropin": "01990000000070008000000000000001", "changes": {"people": 3}},
    "dropin_void": {"dropin": "01990000000070008000000000000001"},
    "booking": {"occurrence": "cucito@20261124T140000Z", "card": "123456789012", "people": 1},
    "hold": {"occurrence": "cucito@20261124T140000Z", "nonce": "0123456789abcdef"},
    "booking_cancel": {"booking": "01990000000070008000000000000001"},
    "checkin": {"booking": "01990000000070008000000000000001"},
    "checkin_undo": {"checkin": "01990000000070008000000000000001"},
    "told": {"booking": "01990000000070008000000000000001"},
    "told_undo": {"booking": "01990000000070008000000000000001"},
    "card_issue": {"name": "Amina Diallo", "language": "fr", "access": ["large_text"]},
    "card_replace": {"card": "123456789012"},
    "card_revoke": {"card": "123456789012"},
    "member_seen": {"card": "123456789012"},
    "occurrence_cancel": {"occurrence": "cucito@20261124T140000Z", "reason": "Il sarto è malato"},
    "occurrence_restore": {"occurrence": "cucito@20261124T140000Z"},
    "notice": {"title": "Domani chiuso", "text": "Riapriamo mercoledì alle 9.", "urgent": True},
    "notice_remove": {"notice": "01990000000070008000000000000001"},
    "day_close": {"day": "2026-11-24", "totals": {"people": 12, "dropins": 9}},
    "request": {"service": "prestito_oggetti", "card": "123456789012", "text": "Un trapano per sabato"},
    "request_close": {"request": "01990000000070008000000000000001", "outcome": "risolto"},
    "offer": {"what": "offro", "title": "Ripetizioni di matematica", "card": "123456789012"},
    "parcel": {"for": "Famiglia Conti", "code": "A17"},
    "parcel_out": {"parcel": "01990000000070008000000000000001"},
    "parcel_back": {"parcel": "01990000000070008000000000000001", "out": "01990000000070008000000000000002"},
    "handover": {"text": "Il corriere ripassa alle 17: il furgone non entra in cortile.", "to": "here"},
    "handover_done": {"handover": "01990000000070008000000000000001"},
    "handover_undo": {"handover": "01990000000070008000000000000001"},
    "feedback": {"occurrence": "cucito@20261124T140000Z", "score": 5},
    "idea": {"title": "Un coro di cortile", "text": "Il giovedì sera, per tutte le età."},
    "support": {"idea": "01990000000070008000000000000001"},
    "answer": {"form": "bisogni-2026", "version": 1, "answers": {"q1": "sì"}},
}
"""An example body of each kind, as documentation; ids stand for real ones. A card is its number or the text of its
QR.
"""


def help_text() -> str:
    """The kinds with an example each, for `kiosk record --help`."""
    lines = ["Kinds, each with an example:"]
    lines += [json.dumps({"kind": kind, "body": EXAMPLES[kind]}, ensure_ascii=False) for kind in KINDS]
    return "\n".join(lines)


def record_line(terminal: Terminal, line: bytes) -> tuple[str, int]:
    """Records the fact of one line; returns its id and sequence number.

    Raises:
        FactError: the line is no fact; nothing of it was recorded.
        CodeError, SignUpError: the card or the occurrence of a booking is not accepted.
        StoreError: it could not be stored.
    """
    kind, body = _read(line)
    if isinstance(body.get("card"), str):
        body = {**body, "card": _number(terminal, body["card"])}
    if isinstance(body.get("booking"), str) and body["booking"].startswith("QC"):
        body = {**body, "booking": terminal.read_code(body["booking"]).booking}
    if kind == "booking":
        return _book(terminal, body)
    if kind == "hold":
        return terminal.hold(parse(kind, body))
    if kind in ("card_issue", "card_replace") and "number" not in body:
        body = {**body, "number": _new_number(terminal)}
    return terminal.record(parse(kind, body))


def _read(line: bytes) -> tuple[str, dict[str, Any]]:
    try:
        values = json.loads(line)
        json.dumps(values, ensure_ascii=False, allow_nan=False).encode()  # half a character or NaN is no JSON either
    except (ValueError, RecursionError):
        raise FactError('This line is no JSON. Write one fact a line: {"kind": "dropin", "body": {…}}.') from None
    if (
        not isinstance(values, dict)
        or not isinstance(values.get("kind"), str)
        or not isinstance(values.get("body"), dict)
    ):
        raise FactError('A fact is an object with kind and body: {"kind": "dropin", "body": {…}}.')
    return values["kind"], values["body"]


def _number(terminal: Terminal, text: str) -> str:
    """The number of a card given as its QR's text or as digits."""
    card = terminal.read_code(text).card
    if card is None:
        raise FactError("card: this code is no card.")
    return card.number


def _new_number(terminal: Terminal) -> str:
    """A number of this terminal's own; while the hub gave it none, one that hardly anybody else takes."""
    from sync.number import new_number
    from sync.terminal.cards import CardsError, free_number

    try:
        return free_number(terminal)
    except CardsError:
        return new_number()


def _book(terminal: Terminal, body: dict[str, Any]) -> tuple[str, int]:
    """Signs up as a screen would, except that a request beyond the seats that are known goes to the waiting list."""
    if "paid" in body:
        raise FactError("booking: paid: the terminal itself says whether a seat right paid.")
    checked: Body = parse("booking", body)
    return terminal.book(checked)
