"""The phone's path: a ticket opens a form, the form books once, and says what is missing."""

from __future__ import annotations

import re
import threading

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import card
from sync.hub import members, signups, terminals
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Member
from sync.membership import link_secret
from sync.number import with_check_digit
from tests.hub.programme import Sender
from tests.hub.web_support import (
    MARKUP,
    WISH,
    FixedClock,
    Outline,
    add_activity,
    at_noon,
    bookings,
    browser,
    change,
    offer,
    on_sqlite,
    seen,
    sent,
)

NOBODY = with_check_digit("99999999999")


MISTYPED = NOBODY[:-1] + str((int(NOBODY[-1]) + 1) % 10)


@pytest.fixture
def clock(hub: Hub) -> FixedClock:
    return at_noon(hub)


@pytest.fixture
def occurrence(hub: Hub, clock: FixedClock) -> str:
    """Three places this evening."""
    return add_activity(hub, "italiano", capacity=3)


def test_the_form_names_the_activity_and_asks_for_what_is_needed(hub: Hub, occurrence: str) -> None:
    response = browser(hub).get(offer(hub, occurrence).address)
    outline = Outline(response.text)
    assert response.headers["cache-control"] == "no-store"
    assert "Italiano" in outline.text
    assert "oggi, martedì 24 novembre, 18:30 – 20:00" in outline.text
    assert "3 posti liberi" in outline.text
    named = {one["name"] for one in outline.all("input") + outline.all("select")}
    assert named == {"name", "card", "people", "contact", "language", "consent"}
    labelled = {label["for"] for label in outline.all("label")}
    assert named <= labelled


def test_a_form_with_a_name_books_and_leads_to_the_person_s_own_page(hub: Hub, occurrence: str) -> None:
    ticket = offer(hub, occurrence)
    address = sent(hub, ticket, name="  Ada   Rossi ", people="2", contact="ada@example.org", language="ar")
    (booking,) = bookings(hub)
    assert (booking.state, booking.people, booking.name) == ("final", 2, None)
    assert booking.contact == "ada@example.org"
    assert (booking.language, booking.terminal) == ("ar", ticket.sender.id)
    assert booking.nonce == ticket.ticket.nonce
    assert booking.link is not None
    assert booking.link not in address
    text = seen(hub, address)
    assert "Iscritto" in text
    assert "Vi aspettiamo: 2 persone." in text


def member_of(hub: Hub, booking: Booking) -> Member:
    with hub.database.read() as session:
        return session.get_one(Member, booking.card)


def test_whoever_has_no_card_becomes_a_member_and_finds_the_card_from_the_sign_up(hub: Hub, occurrence: str) -> None:
    address = sent(hub, offer(hub, occurrence), name="  Ada   Rossi ", contact="ada@example.org", language="ar")
    (booking,) = bookings(hub)
    made = member_of(hub, booking)
    assert (made.name, made.contact, made.language, made.space_id) == ("Ada Rossi", "ada@example.org", "ar", "zoia")
    assert made.active
    assert made.seen is None, "nobody saw a document yet"
    own = f"/p/{link_secret(hub.pepper('zoia'), made.number)}"
    assert own in browser(hub).get(address).text
    assert signups.digest(own.removeprefix("/p/")) == made.link


def test_a_sign_up_with_somebody_s_number_leads_to_nobody_s_card(hub: Hub, occurrence: str) -> None:
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    address = sent(hub, offer(hub, occurrence), card=number)
    assert "La tua tessera" not in browser(hub).get(address).text


def test_a_desk_elsewhere_knows_the_name_of_whom_it_expects(hub: Hub, clock: FixedClock) -> None:
    there = add_activity(hub, "altrove", capacity=3, space="omero", start="2026-11-24T18:30")
    sent(hub, offer(hub, there), name="Ada Rossi")
    (booking,) = bookings(hub)
    assert (booking.space_id, booking.name, member_of(hub, booking).space_id) == ("omero", "Ada Rossi", "zoia")


def test_a_form_with_a_card_books_for_the_card_and_keeps_no_name(hub: Hub, occurrence: str) -> None:
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    spaced = f" {number[:4]} {number[4:8]}-{number[8:]} "
    sent(hub, offer(hub, occurrence), card=spaced, name="Ada Rossi")
    (booking,) = bookings(hub)
    assert (booking.card, booking.name, booking.state) == (number, None, "final")


def test_a_held_place_is_promised_and_kept_even_when_nothing_else_is_free(hub: Hub, occurrence: str) -> None:
    sender = Sender(hub)
    ticket = offer(hub, occurrence, sender=sender, held=True)
    assert "un posto è tenuto per te fino alle 15:35" in seen(hub, ticket.address)
    address = sent(hub, ticket)
    (booking,) = bookings(hub)
    assert (booking.state, booking.paid_by) == ("final", "terminal")
    assert "Iscritto" in seen(hub, address)


def test_when_the_places_are_gone_the_page_says_so_before_and_after(hub: Hub, occurrence: str) -> None:
    sender = Sender(hub)
    sent(hub, offer(hub, occurrence, sender=sender), people="3")
    second = offer(hub, occurrence, sender=sender, nonce="00000000000000ab")
    assert "Posti finiti: si può entrare in lista d'attesa." in seen(hub, second.address)
    text = seen(hub, sent(hub, second, name="Bea Neri"))
    assert "Richiesta ricevuta" in text
    assert "lista d'attesa" in text
    assert "Iscritto" not in text


def test_a_ticket_books_once(hub: Hub, occurrence: str) -> None:
    ticket = offer(hub, occurrence)
    sent(hub, ticket)
    assert "Questo codice è già stato usato." in seen(hub, ticket.address, 410)
    again = browser(hub).post(ticket.address, data=WISH)
    assert again.status_code == 410
    assert len(bookings(hub)) == 1


def test_two_phones_that_send_the_same_ticket_at_once_book_once(hub: Hub, occurrence: str) -> None:
    ticket, client, statuses = offer(hub, occurrence), browser(hub), []
    ready = threading.Barrier(4)

    def send() -> None:
        ready.wait()
        statuses.append(client.post(ticket.address, data=WISH).status_code)

    phones = [threading.Thread(target=send) for _ in range(4)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert sorted(statuses) == [303, 410, 410, 410]
    assert len(bookings(hub)) == 1


def test_an_expired_ticket_says_where_to_get_a_new_one(hub: Hub, clock: FixedClock, occurrence: str) -> None:
    ticket = offer(hub, occurrence)
    clock.pass_time(card.TICKET_SECONDS)
    sentence = "Questo codice è scaduto. Torna al terminale e inquadra il nuovo codice."
    assert sentence in seen(hub, ticket.address, 410)
    assert browser(hub).post(ticket.address, data=WISH).status_code == 410
    assert bookings(hub) == []


def test_a_ticket_from_a_stranger_or_from_a_revoked_terminal_opens_nothing(hub: Hub, occurrence: str) -> None:
    known = offer(hub, occurrence)
    stranger = card.Signer.of(Ed25519PrivateKey.generate())
    forged = f"/i/{card.to_url(card.encode(known.ticket, stranger))}"
    assert "terminale che non conosciamo. Chiedi al portiere." in seen(hub, forged, 403)
    with hub.database.write() as session:
        terminals.revoke(session, known.sender.id)
    assert "Chiedi al portiere." in seen(hub, known.address, 403)


def test_one_terminal_cannot_make_tickets_in_another_one_s_name(hub: Hub, occurrence: str) -> None:
    honest, other = Sender(hub), Sender(hub, "omero")
    ticket = offer(hub, occurrence, sender=honest).ticket
    forged = card.encode(ticket, card.Signer.of(other.key))
    assert "non conosciamo" in seen(hub, f"/i/{card.to_url(forged)}", 403)


@on_sqlite
def test_codes_of_other_kinds_and_damaged_ones_are_refused_in_words(hub: Hub, occurrence: str) -> None:
    ticket = offer(hub, occurrence)
    text = members.issue_card(hub, "zoia", "Ada Rossi", "it").card_text
    wrong = [f"/i/{card.to_url(text)}", f"{ticket.address}A", ticket.address[:-4]]
    wrong += ["/i/x", "/i/P1.", f"/i/P1.{'A' * 5000}"]
    wrong.append(ticket.address[:40] + ("B" if ticket.address[40] == "A" else "A") + ticket.address[41:])
    for address in wrong:
        text = seen(hub, address, browser(hub).get(address).status_code)
        assert "Questo codice" in text, address
        assert browser(hub).post(address, data=WISH).status_code in (403, 404, 410), address


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": ""}, "name", "Scrivi il tuo nome, oppure il numero della tessera."),
        ({"name": "x" * 121}, "name", "Il nome è troppo lungo"),
        ({"people": "0"}, "people", "da 1 a 20"),
        ({"people": "21"}, "people", "da 1 a 20"),
        ({"people": "due"}, "people", "da 1 a 20"),
        ({"people": "-1"}, "people", "da 1 a 20"),
        ({"people": "9" * 50}, "people", "da 1 a 20"),
        ({"contact": "ada"}, "contact", "Scrivi un indirizzo e-mail o un numero di telefono"),
        ({"contact": "ada@example"}, "contact", "Scrivi un indirizzo e-mail"),
        ({"contact": "12345"}, "contact", "Scrivi un indirizzo e-mail"),
        ({"contact": "a@b.it\nBcc: x@y.it"}, "contact", "Scrivi un indirizzo e-mail"),
        ({"language": "klingon"}, "language", "Scegli una lingua."),
        ({"consent": ""}, "consent", "Per iscriverti serve il tuo consenso."),
        ({"card": "123"}, "card", "ha 12 cifre: qui ne mancano."),
        ({"card": "1" * 13}, "card", "ha 12 cifre: qui sono di più."),
        ({"card": "abc"}, "card", "solo cifre"),
        ({"card": MISTYPED}, "card", "C'è una cifra sbagliata."),
    ],
)
@on_sqlite
def test_what_is_missing_is_said_next_to_its_field_and_nothing_typed_is_lost(
    hub: Hub, occurrence: str, changes: dict[str, str], field: str, sentence: str
) -> None:
    response = browser(hub).post(offer(hub, occurrence).address, data=WISH | {"name": "Ada R."} | changes)
    assert response.status_code == 422
    outline = Outline(response.text)
    assert sentence in outline.text
    (wrong,) = [one for one in outline.all("input") + outline.all("select") if one.get("name") == field]
    assert wrong["aria-invalid"] == "true"
    assert f"{field}-error" in wrong["aria-describedby"].split()
    assert f"{field}-error" in [attributes.get("id") for _, attributes in outline.elements]
    assert f"#{field}" in [link.get("href") for link in outline.all("a")]
    if field != "name":
        assert "Ada R." in [one.get("value") for one in outline.all("input")]
    assert bookings(hub) == []


@pytest.mark.parametrize("contact", ["ada@example.org", "+39 02 1234-5678", "(02) 12.34.56", "o'neil+x@sub.example.it"])
@on_sqlite
def test_e_mail_addresses_and_telephone_numbers_are_taken(hub: Hub, occurrence: str, contact: str) -> None:
    sent(hub, offer(hub, occurrence), contact=contact)
    assert bookings(hub)[0].contact == contact


@on_sqlite
def test_unknown_revoked_and_expired_cards_look_alike(hub: Hub, clock: FixedClock, occurrence: str) -> None:
    old = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    clock.pass_time(members.CARD_LIFE.total_seconds() + 3600)
    coming = add_activity(hub, "nuova", capacity=3, start="2029-11-24T18:30", end="2029-11-24T20:00")
    revoked = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    members.revoke_card(hub, revoked)
    sender = Sender(hub)
    answers = set()
    for index, number in enumerate((old, revoked, NOBODY)):
        ticket = offer(hub, coming, sender=sender, nonce=f"{index:016x}")
        response = browser(hub).post(ticket.address, data=WISH | {"card": number})
        assert response.status_code == 422
        answers.add(re.sub(r"[0-9]{12}|/i/[\w.-]+", "", Outline(response.text).text))
    assert len(answers) == 1
    assert "Tessera non attiva. Chiedi al portiere." in answers.pop()


@on_sqlite
def test_card_numbers_cannot_be_guessed_with_one_ticket(hub: Hub, clock: FixedClock, occurrence: str) -> None:
    ticket, client = offer(hub, occurrence), browser(hub)
    wish = WISH | {"card": NOBODY}
    statuses = [client.post(ticket.address, data=wish).status_code for _ in range(7)]
    assert statuses == [422] * 5 + [429] * 2


@on_sqlite
def test_one_network_cannot_send_forms_without_end_but_time_heals_it(
    hub: Hub, clock: FixedClock, occurrence: str
) -> None:
    ticket, client = offer(hub, occurrence), browser(hub)
    statuses = [client.post(ticket.address, data={"name": "x"}).status_code for _ in range(25)]
    assert statuses == [422] * 20 + [429] * 5
    clock.pass_time(60)
    assert client.post(ticket.address, data=WISH).status_code == 303


def test_somebody_who_is_signed_up_already_is_told_so(hub: Hub, occurrence: str) -> None:
    number, sender = members.issue_card(hub, "zoia", "Ada Rossi", "it").number, Sender(hub)
    sent(hub, offer(hub, occurrence, sender=sender), card=number)
    second = offer(hub, occurrence, sender=sender, nonce="00000000000000ab")
    response = browser(hub).post(second.address, data=WISH | {"card": number})
    assert response.status_code == 409
    assert "Con questa tessera sei già iscritto" in Outline(response.text).text
    assert len(bookings(hub)) == 1


def test_a_card_that_has_a_place_elsewhere_at_that_hour_is_told_and_may_go_on(hub: Hub, occurrence: str) -> None:
    number, sender = members.issue_card(hub, "zoia", "Ada Rossi", "it").number, Sender(hub)
    begin = {"start": "2026-11-24T19:00", "end": "2026-11-24T20:30"}
    yoga = add_activity(hub, "yoga", space="omero", capacity=9, **begin)
    after = add_activity(hub, "coro", capacity=9, start="2026-11-24T20:00", end="2026-11-24T21:00")
    sent(hub, offer(hub, occurrence, sender=sender), card=number)
    sent(hub, offer(hub, after, sender=sender, nonce="00000000000000ab"), card=number)  # it begins when the other ends
    ticket = offer(hub, yoga, sender=sender, nonce="00000000000000ac")
    response = browser(hub).post(ticket.address, data=WISH | {"card": number})
    assert response.status_code == 422
    text = Outline(response.text).text
    assert "A quest'ora c'è già un'altra iscrizione con questa tessera." in text
    assert "«Italiano»" not in text, "whoever typed the number may not be the one whose number it is"
    assert len(bookings(hub)) == 2
    sent(hub, ticket, card=number, anyway="yes")
    assert [one.state for one in bookings(hub)] == ["final"] * 3


@on_sqlite
def test_there_is_no_signing_up_for_what_is_over_cancelled_gone_or_open_to_all(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    words = {"passata": "è già passato", "annullata": "è annullato", "aperta": "basta venire", "nulla": "non c'è più"}
    for index, (name, sentence) in enumerate(words.items()):
        start = "2026-11-24T10:00" if name == "passata" else "2026-11-24T18:00"
        made = add_activity(hub, name, capacity=None if name == "aperta" else 3, start=start, end=start[:-5] + "18:30")
        if name == "passata":
            change(hub, made, end=clock.now().replace(hour=11))
        if name == "annullata":
            change(hub, made, status="cancelled")
        wanted = "nulla@20261124T170000Z0" if name == "nulla" else made
        ticket = offer(hub, wanted, sender=sender, nonce=f"{index:016x}")
        assert sentence in seen(hub, ticket.address, browser(hub).get(ticket.address).status_code), name
        assert browser(hub).post(ticket.address, data=WISH).status_code in (404, 409, 410)
    assert bookings(hub) == []


@on_sqlite
def test_what_is_no_plain_form_or_far_too_large_is_refused(hub: Hub, occurrence: str) -> None:
    ticket, client = offer(hub, occurrence), browser(hub)
    assert client.post(ticket.address, json=WISH).status_code == 415
    assert client.post(ticket.address, files={"name": b"x"}).status_code == 415
    assert client.post(ticket.address, data=WISH | {"name": "x" * 70_000}).status_code == 413
    many = "&".join(f"f{number}=1" for number in range(500))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post(ticket.address, content=many, headers=form).status_code in (400, 413)
    assert bookings(hub) == []
    assert client.post(ticket.address, data=WISH).status_code == 303


@on_sqlite
def test_markup_that_somebody_types_comes_out_as_text(hub: Hub, occurrence: str) -> None:
    ticket = offer(hub, occurrence)
    refused = browser(hub).post(ticket.address, data=WISH | {"name": MARKUP, "contact": MARKUP, "card": ""})
    outline = Outline(refused.text)
    assert not outline.all("img")
    assert MARKUP in [one.get("value") for one in outline.all("input")]
