"""The outcome of a sign-up reaches the person: letters, over SMTP, to a mail server that is one."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from icalendar import Calendar
from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.errors import UsageError
from sync.hub import catalogue, erasure, members, seating, signups
from sync.hub.hub import Hub
from sync.hub.letters import post
from sync.hub.letters.compose import APART, WORDINGS
from sync.hub.letters.deliver import FIRST_WAIT, GIVES_UP_AFTER, deliver
from sync.hub.store.models import Booking, Letter, Occurrence
from sync.hub.telling.standing import KINDS, kind
from sync.hub.web.words import MEMBER_LANGUAGES
from sync.membership import is_address
from tests.hub.programme import Sender, add_occurrence
from tests.hub.web_support import on_sqlite
from tests.support.served import HandClock

AMINA = "amina@example.org"


@dataclass
class MailServer:
    """Keeps what it takes; refuses whom it is told to refuse, with those words."""

    refuses: dict[str, str] = field(default_factory=dict)
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        message = cast("EmailMessage", message_from_bytes(envelope.content, policy=policy.default))
        with self.lock:
            self.taken.append((envelope.rcpt_tos[0], message))
        return "250 taken"

    def bodies(self) -> list[str]:
        return [text_of(message) for _, message in self.taken]


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    handler = MailServer()
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setenv("HUB_SMTP", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("HUB_MAIL_FROM", "Quartieri Connessi <non-rispondere@example.org>")
    yield handler
    controller.stop()


def book(session: Session, hub: Hub, occurrence: str, contact: str | None = AMINA, **more: Any) -> Booking:
    said = {"people": 1, "card": None, "name": "Amina", "language": "it", "ticket": None, **more}
    return signups.book(session, hub, occurrence_id=occurrence, contact=contact, **said)[0]


@pytest.fixture
def clock(hub: Hub) -> HandClock:
    clock = HandClock(hub.clock.now())
    hub.clock = clock
    return clock


def letter(hub: Hub, booking: str) -> Letter:
    with hub.database.read() as session:
        return session.get_one(Letter, booking)


def told(hub: Hub, booking: str) -> bool:
    with hub.database.read() as session:
        return session.get_one(Booking, booking).told


def test_who_left_an_address_reads_the_outcome_once_with_a_calendar_entry(hub: Hub, server: MailServer) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=3)
        booking = book(session, hub, occurrence)
    assert deliver(hub) == 1
    assert deliver(hub) == 0
    [(to, message)] = server.taken
    assert to == AMINA
    assert message["Subject"] == "Iscrizione confermata: Cucito"
    assert "la tua iscrizione è confermata" in text_of(message)
    assert "Via Fratelli Zoia" in text_of(message)
    [attached] = message.iter_attachments()
    [event] = Calendar.from_ical(attached.get_content()).walk("VEVENT")
    with hub.database.read() as session:
        assert stamp(event["DTSTART"].dt) == session.get_one(Occurrence, occurrence).start
    assert told(hub, booking.id)


@pytest.mark.parametrize("contact", [AMINA, "333 1234567"])
def test_who_was_ticked_off_by_mistake_is_to_be_told_again_unless_a_letter_said_it_meanwhile(
    hub: Hub, server: MailServer, contact: str
) -> None:
    desk = Sender(hub)
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    made = desk.state("booking", {"occurrence": occurrence, "name": "Amina", "contact": contact})
    desk.state("told", {"booking": made})
    desk.state("told_undo", {"booking": made})
    desk.taken()
    assert not told(hub, made)
    deliver(hub)
    desk.state("told", {"booking": made})
    desk.state("told_undo", {"booking": made})
    desk.state("told_undo", {"booking": "nobodys"})
    desk.taken(4)
    assert told(hub, made) is (contact == AMINA)


def test_who_waits_hears_of_it_and_then_of_the_place(hub: Hub, server: MailServer) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=1)
        first = book(session, hub, occurrence, contact=None)
        second = book(session, hub, occurrence)
    deliver(hub)
    with hub.database.write() as session:
        seating.cancel(session, session.get_one(Booking, first.id))
        assert session.get_one(Booking, second.id).state == "final"
    assert not told(hub, second.id)
    deliver(hub)
    assert ["attesa" in body for body in server.bodies()] == [True, False]
    assert "confermata" in server.bodies()[1]
    assert told(hub, second.id)


def test_what_changed_before_a_letter_was_sent_is_told_as_it_is_now(hub: Hub, server: MailServer) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=1)
        first = book(session, hub, occurrence, contact=None)
        book(session, hub, occurrence)
        seating.cancel(session, session.get_one(Booking, first.id))
    assert deliver(hub) == 1
    assert ["confermata" in body for body in server.bodies()] == [True]


@pytest.mark.parametrize("language", sorted(WORDINGS))
@on_sqlite
def test_who_left_an_address_is_written_to_in_their_language(hub: Hub, server: MailServer, language: str) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=1)
        book(session, hub, occurrence, contact=None, name="Ugo")
        book(session, hub, occurrence, language=language)
    assert deliver(hub) == 1
    [(_, message)] = server.taken
    words = WORDINGS[language]
    assert words.first["waiting"] in text_of(message)
    assert words.then["waiting"] in text_of(message)
    title = APART.format("Cucito") if words.right_to_left else "Cucito"
    assert message["Subject"] == words.subject["waiting"].format(title=title)
    assert message["Content-Language"] == words.locale.replace("_", "-")
    assert "{" not in text_of(message)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "متى: الثلاثاء، 24 نوفمبر 2026، الساعة 18:00"),
        ("ar", "أين: \u2068Via Fratelli Zoia\u2069"),
        ("zh-Hans", "时间: 2026年11月24日星期二 18:00"),
        ("es", "Cuándo: martes, 24 de noviembre de 2026, a las 18:00"),
        ("uk", "Скільки людей: 3"),
        ("it", "Quando: martedì 24 novembre 2026, ore 18:00"),
        ("de", "Quando: martedì 24 novembre 2026, ore 18:00"),
    ],
)
@on_sqlite
def test_days_and_places_are_written_as_the_language_writes_them(
    hub: Hub, server: MailServer, language: str, line: str
) -> None:
    hub.clock = HandClock(instant("2026-11-24T12:00:00Z"))
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        book(session, hub, occurrence, language=language, people=3)
    assert deliver(hub) == 1
    assert line in server.bodies()[0].splitlines()


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_every_language_says_everything(language: str) -> None:
    words = WORDINGS[language]
    assert language in {code.partition("-")[0] for code in MEMBER_LANGUAGES}
    for texts in (words.subject, words.first, words.then):
        assert tuple(texts) == KINDS
        assert len(set(texts.values())) == len(KINDS)
    assert all(text.count("{title}") == 1 and text.count("{") == 1 for text in words.subject.values())
    assert not [text for text in (*words.first.values(), *words.then.values()) if "{" in text]
    assert [part for part in ("{day}", "{time}") if part in words.at] == ["{day}", "{time}"]
    assert "{number}" in words.persons[1]


def test_a_cancelled_and_a_moved_meeting_are_told_to_all_who_hold_a_place(hub: Hub, server: MailServer) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=5)
        booking = book(session, hub, occurrence, language="en")
        without = book(session, hub, occurrence, contact="333 1234567", card=None)
    deliver(hub)
    with hub.database.write() as session:
        row = session.get_one(Occurrence, occurrence)
        later = hub.clock.now() + timedelta(days=2)
        catalogue.change_occurrence(session, row, hub.clock.now(), start=later, end=later + timedelta(hours=1))
    assert not told(hub, booking.id)
    assert not told(hub, without.id)
    deliver(hub)
    with hub.database.write() as session:
        row = session.get_one(Occurrence, occurrence)
        catalogue.change_occurrence(session, row, hub.clock.now(), status="cancelled", reason="")
    deliver(hub)
    assert [message["Subject"] for _, message in server.taken] == [
        "Sign-up confirmed: Cucito", "New time: Cucito", "Cancelled: Cucito"
    ]  # fmt: skip
    assert told(hub, booking.id)
    assert not told(hub, without.id), "a telephone number gets no letter: the desk tells the person"


def test_who_says_not_to_come_is_not_written_to(hub: Hub, server: MailServer) -> None:
    with hub.database.write() as session:
        booking = book(session, hub, add_occurrence(session, hub))
        seating.cancel(session, booking)
    assert deliver(hub) == 0
    assert server.taken == []


def test_a_server_that_is_away_is_tried_ever_more_rarely_and_given_up_in_the_end(
    hub: Hub, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_SMTP", f"smtp://127.0.0.1:{free_port()}")
    monkeypatch.setenv("HUB_MAIL_FROM", "a@example.org")
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, starts_in=timedelta(days=20))
        booking = book(session, hub, occurrence)
    began, waits = clock.now(), []
    while (due := letter(hub, booking.id).due) is not None:
        assert deliver(hub) == 0
        again = letter(hub, booking.id).due
        if again is None:
            break
        waits.append(again)
        clock.move(seconds=(FIRST_WAIT * 2 ** len(waits)).total_seconds())
        assert clock.now() - began < GIVES_UP_AFTER * 3, due
    assert len(waits) > 5
    assert "cannot be used" in letter(hub, booking.id).why
    assert clock.now() - began >= GIVES_UP_AFTER


def test_an_address_that_a_server_does_not_know_is_given_up_at_once_and_the_others_get_theirs(
    hub: Hub, server: MailServer
) -> None:
    server.refuses = {"nobody@example.org": "550 no such person"}
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        lost = book(session, hub, occurrence, contact="nobody@example.org")
        book(session, hub, occurrence)
    assert deliver(hub) == 1
    assert [to for to, _ in server.taken] == [AMINA]
    kept = letter(hub, lost.id)
    assert kept.due is None
    assert kept.why == "The mail server said 550: no such person"


def test_a_server_that_asks_to_come_again_is_asked_again(hub: Hub, server: MailServer, clock: HandClock) -> None:
    server.refuses = {AMINA: "451 later"}
    with hub.database.write() as session:
        booking = book(session, hub, add_occurrence(session, hub, starts_in=timedelta(days=3)))
    assert deliver(hub) == 0
    server.refuses = {}
    assert deliver(hub) == 0, "not before its time"
    clock.move(seconds=FIRST_WAIT.total_seconds() + 1)
    assert deliver(hub) == 1
    assert letter(hub, booking.id).attempts == 0


def test_who_was_forgotten_is_not_written_to(hub: Hub, server: MailServer) -> None:
    number = members.issue_card(hub, "zoia", "Amina", "it", AMINA).number
    with hub.database.write() as session:
        book(session, hub, add_occurrence(session, hub), contact=None, card=number)
    erasure.erase(hub, number)
    assert deliver(hub) == 0
    assert server.taken == []


def test_a_hub_that_stops_after_sending_sends_the_same_letter_again(
    hub: Hub, server: MailServer, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hub.database.write() as session:
        book(session, hub, add_occurrence(session, hub, starts_in=timedelta(days=3)))
    with monkeypatch.context() as patch:
        patch.setattr(hub.database, "write", _once_and_then_never(hub.database.write))
        with pytest.raises(ConnectionError):
            deliver(hub)
    clock.move(hours=1)
    assert deliver(hub) == 1
    ids = [message["Message-ID"] for _, message in server.taken]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def _once_and_then_never(write: Any) -> Any:
    calls = iter([write])

    def next_one() -> Any:
        try:
            return next(calls)()
        except StopIteration:
            raise ConnectionError("the machine stopped") from None

    return next_one


def test_no_words_of_people_become_a_header_of_their_own(hub: Hub, server: MailServer) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, activity="x")
        row = session.get_one(Occurrence, occurrence)
        row.activity.title = {"it": "Cucito\r\nBcc: all@example.org\r\n\r\nCiao"}
        book(session, hub, occurrence)
        book(session, hub, occurrence, contact="a@example.org\nBcc: b@example.org")
    assert deliver(hub) == 1
    [(_, message)] = server.taken
    assert message["Bcc"] is None
    assert message["Subject"] == "Iscrizione confermata: Cucito Bcc: all@example.org Ciao"


def test_a_server_elsewhere_that_offers_no_encryption_gets_nothing(
    hub: Hub, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post, "LOOPBACK", ())
    with hub.database.write() as session:
        booking = book(session, hub, add_occurrence(session, hub))
    assert deliver(hub) == 0
    assert "offers no STARTTLS" in letter(hub, booking.id).why
    assert server.taken == []


def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler, port = MailServer(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, tls_context=self_made(tmp_path))
    controller.start()
    try:
        monkeypatch.setenv("HUB_SMTP", f"smtp://127.0.0.1:{port}")
        monkeypatch.setenv("HUB_MAIL_FROM", "a@example.org")
        with hub.database.write() as session:
            booking = book(session, hub, add_occurrence(session, hub))
        assert deliver(hub) == 0
    finally:
        controller.stop()
    assert "certificate" in letter(hub, booking.id).why
    assert handler.taken == []


def self_made(folder: Path) -> ssl.SSLContext:
    """A server's side with a certificate that it made itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    began = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(began - timedelta(days=1)).not_valid_after(began + timedelta(days=1)).sign(key, SHA256())
    )  # fmt: skip
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def test_who_left_an_address_at_the_desk_gets_a_letter_and_is_not_to_be_told_there(
    hub: Hub, server: MailServer
) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=2)
    sender = Sender(hub)
    booking = sender.state("booking", {"occurrence": occurrence, "name": "Omar H", "contact": "om@example.org"})
    sender.taken()
    assert deliver(hub) == 1
    [(to, message)] = server.taken
    assert (to, message["Subject"]) == ("om@example.org", "Iscrizione confermata: Cucito")
    assert told(hub, booking)


def test_a_right_that_paid_lets_the_screen_tell_and_all_else_is_still_to_be_told(hub: Hub) -> None:
    sender = Sender(hub)
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=2)
    paid = sender.state("booking", {"occurrence": occurrence, "name": "A", "paid": True})
    provisional = sender.state("booking", {"occurrence": occurrence, "name": "B"})
    sender.taken()
    assert (told(hub, paid), told(hub, provisional)) == (True, False)


def test_a_password_is_never_in_the_settings() -> None:
    with pytest.raises(UsageError, match="without a password"):
        _configured("smtp://user:secret@mail.example.org")


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("http://x", "a@example.org"), ("smtp://", "a@example.org"), ("smtp://h:0", "a@example.org"),
        ("smtp://h:x", "a@example.org"), ("smtp://h", ""), ("smtp://h", "nobody"),
        ("smtp://h", "a@example.org\nBcc: b@example.org"),
    ],
)  # fmt: skip
def test_settings_that_are_none_are_said(url: str, sender: str) -> None:
    with pytest.raises(UsageError):
        _configured(url, sender)


def _configured(url: str, sender: str = "a@example.org") -> post.Server | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUB_SMTP", url)
        patch.setenv("HUB_MAIL_FROM", sender)
        return post.configured()


@pytest.mark.parametrize("good", ["a@b.it", "maria.rossi+corso@posta.example.org"])
def test_an_address_is_one(good: str) -> None:
    assert is_address(good)


@pytest.mark.parametrize(
    "bad", [None, "", "333 1234567", "a@b", "a@b.it\nBcc: c@d.it", "a b@c.it", "@c.it", "a" * 300 + "@b.it"]
)
def test_what_is_no_address_is_none(bad: str | None) -> None:
    assert not is_address(bad)


@pytest.mark.parametrize(
    ("said", "now", "expected"),
    [
        ("", "", None), ("final T1", "final T1", None), ("", "final T1", "final"), ("waiting T1", "final T1", "final"),
        ("final T1", "final T2", "moved"), ("waiting T1", "final T2", "final"), ("final T1", "cancelled", "cancelled"),
        ("cancelled", "final T1", "final"), ("", "refused", "refused"), ("final T1", "", None),
    ],
)  # fmt: skip
def test_what_a_letter_is_about(said: str, now: str, expected: str | None) -> None:
    assert kind(said, now) == expected
