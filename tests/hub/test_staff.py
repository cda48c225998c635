"""Members of staff: what they are handed opens what it should, once, and nothing more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync import card, pin, rows
from sync.errors import UsageError
from sync.hub import staff
from sync.hub.hub import Hub, set_setting
from sync.hub.store.models import Feed, Key, RevocationList, Revoked, Staff
from sync.keys import verify_keys
from tests.hub.web_support import PASSWORD, at_noon, on_sqlite

PEPPER = bytes(range(32))


def token_of(made: staff.NewStaff) -> str:
    return made.link.rpartition("/")[2]


def row(hub: Hub, staff_id: str) -> Staff:
    with hub.database.read() as session:
        found = session.get_one(Staff, staff_id)
        session.expunge(found)
        return found


def decoded(hub: Hub, text: str) -> card.Payload:
    with hub.database.read() as session:
        keys = verify_keys(key.row() for key in session.query(Key))
        signed = session.get_one(RevocationList, "all").signed
    now = int(hub.clock.now().timestamp())
    revoked = card.decode(signed, keys_for_lists(hub), now=now).payload
    assert isinstance(revoked, card.RevocationList)
    return card.decode(text, keys, now=now, revocations=revoked).payload


def keys_for_lists(hub: Hub) -> dict[str, card.VerifyKey]:
    public = hub.private_key.public_key()
    kid = card.key_id(public)
    return {kid: card.VerifyKey(kid, public, 0, 2**53 - 1, None, frozenset({card.RevocationList}))}


def test_a_pin_matches_its_own_verifier_and_no_other_pin_pepper_or_text_does() -> None:
    verifier = pin.make_verifier(PEPPER, "048213")
    assert pin.matches(verifier, PEPPER, "048213")
    assert not pin.matches(verifier, PEPPER, "048214")
    assert not pin.matches(verifier, bytes(32), "048213")
    assert not pin.matches("", PEPPER, "048213")
    assert not pin.matches(verifier[:-2], PEPPER, "048213")
    assert not pin.matches(verifier, PEPPER, "48213")


def test_a_verifier_that_asks_for_unreasonable_memory_or_work_is_not_computed() -> None:
    verifier = pin.make_verifier(PEPPER, "048213")
    assert not pin.matches(verifier.replace("m=65536", "m=4194304"), PEPPER, "048213")
    assert not pin.matches(verifier.replace("t=3", "t=4000"), PEPPER, "048213")
    assert not pin.matches(verifier.replace("argon2id", "argon2i"), PEPPER, "048213")


@pytest.mark.parametrize("text", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", " 123456"])
def test_what_is_not_six_plain_digits_gets_no_verifier(text: str) -> None:
    with pytest.raises(pin.PinFormatError):
        pin.make_verifier(PEPPER, text)


def test_a_short_pepper_is_refused_because_it_protects_nothing() -> None:
    with pytest.raises(pin.PinFormatError):
        pin.make_verifier(b"short", "123456")


def test_new_pins_are_six_digits_and_differ() -> None:
    made = {pin.new_pin() for _ in range(200)}
    assert all(len(one) == pin.PIN_DIGITS and one.isdecimal() for one in made)
    assert len(made) > 150


def test_a_portiere_gets_a_pin_that_opens_the_desk_of_the_space_and_a_badge_that_names_them(hub: Hub) -> None:
    made = staff.add(hub, "portiere", "Luca  Verdi", "zoia")
    found = row(hub, made.staff)
    assert found.name == "Luca Verdi"
    assert found.verifier is not None
    assert made.pin is not None
    assert pin.matches(found.verifier, hub.pepper("zoia"), made.pin)
    assert not pin.matches(found.verifier, hub.pepper("omero"), made.pin)
    badge = decoded(hub, made.badge or "")
    assert isinstance(badge, card.Badge)
    assert (badge.staff, badge.space, badge.serial) == (made.staff, "zoia", found.badge)


def test_only_the_terminals_of_the_own_space_receive_the_verifier_and_no_secret_goes_with_it(hub: Hub) -> None:
    made = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    staff.add(hub, "comune", "Carla Bianchi", None)
    with hub.database.read() as session:
        feed = [(one.scope, one.body or "") for one in session.query(Feed).where(Feed.entity == "staff")]
    assert [scope for scope, _ in feed] == [rows.space_scope("zoia")]
    assert made.pin not in feed[0][1]
    assert token_of(made) not in feed[0][1]


@on_sqlite
def test_people_of_the_comune_and_technicians_have_no_desk_and_so_neither_pin_nor_badge(hub: Hub) -> None:
    for role in ("comune", "technician"):
        made = staff.add(hub, role, "Carla Bianchi", None)
        assert (made.pin, made.badge) == (None, None)


@on_sqlite
@pytest.mark.parametrize(
    ("role", "name", "space", "says"),
    [
        ("boss", "A", None, "roles are"),
        ("portiere", "A", None, "--space"),
        ("operator", "A", "atlantide", "spaces are"),
        ("technician", "A", "zoia", "leave --space out"),
        ("comune", "  ", None, "1 to 120"),
        ("comune", "x" * 121, None, "1 to 120"),
    ],
)
def test_nonsense_is_refused_with_what_to_do(hub: Hub, role: str, name: str, space: str | None, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        staff.add(hub, role, name, space)


@on_sqlite
def test_the_link_names_the_public_address_and_nothing_secret_is_stored_in_the_clear(hub: Hub) -> None:
    with hub.database.write() as session:
        set_setting(session, staff.PUBLIC_ADDRESS, "https://quartieri.example/")
    made = staff.add(hub, "operator", "Luca Verdi", "zoia")
    assert made.link.startswith("https://quartieri.example/office/welcome/")
    stored = str({name: getattr(row(hub, made.staff), name) for name in Staff.__table__.columns.keys()})  # noqa: SIM118
    assert token_of(made) not in stored
    assert made.pin is not None
    assert made.pin not in stored


def test_the_link_sets_a_password_once(hub: Hub) -> None:
    made = staff.add(hub, "operator", "Luca Verdi", "zoia")
    assert staff.set_password(hub, token_of(made), PASSWORD).id == made.staff
    with pytest.raises(staff.LinkError):
        staff.set_password(hub, token_of(made), "un'altra password ancora")
    assert staff.login(hub, made.staff, PASSWORD) is not None


@on_sqlite
def test_the_link_is_too_old_after_seven_days(hub: Hub) -> None:
    clock = at_noon(hub)
    made = staff.add(hub, "operator", "Luca Verdi", "zoia")
    clock.pass_time(staff.LINK_LIFE.total_seconds() - 1)
    with hub.database.read() as session:
        assert staff.welcome(session, hub, token_of(made)).id == made.staff
    clock.pass_time(1)
    with pytest.raises(staff.LinkError):
        staff.set_password(hub, token_of(made), PASSWORD)


@on_sqlite
def test_a_password_that_is_refused_leaves_the_link_good(hub: Hub) -> None:
    made = staff.add(hub, "operator", "Luca Verdi", "zoia")
    with pytest.raises(staff.PasswordError) as refused:
        staff.set_password(hub, token_of(made), "corta")
    assert refused.value.reason == "short"
    assert staff.set_password(hub, token_of(made), PASSWORD).id == made.staff


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("123456789", "short"),
        ("x" * 201, "long"),
        ("1234567890", "common"),
        ("aaaaaaaaaaaa", "common"),
        ("Portineria2026", "common"),
        ("Lucia Verdini!", "common"),
    ],
)
def test_weak_passwords_are_refused_and_the_reason_is_told(password: str, reason: str) -> None:
    with pytest.raises(staff.PasswordError) as refused:
        staff.check_password(password, "Lucia Verdini")
    assert refused.value.reason == reason


@pytest.mark.parametrize("password", ["tre parole qualunque", "839201746512", "àèìòùàèìòù", "correct horse"])
def test_a_long_password_needs_no_special_signs(password: str) -> None:
    staff.check_password(password, "Luca Verdi")


@on_sqlite
def test_the_password_opens_the_office_however_the_id_and_the_accents_are_typed(hub: Hub) -> None:
    made = staff.add(hub, "comune", "Carla Bianchi", None)
    staff.set_password(hub, token_of(made), "perché così è più lungo")
    found = staff.login(hub, f" {made.staff.upper()} ", "perche\u0301 cosi\u0300 e\u0300 piu\u0300 lungo")
    assert found is not None
    assert found.id == made.staff


@on_sqlite
def test_a_wrong_password_an_unknown_person_and_one_without_a_password_all_stay_out(hub: Hub) -> None:
    made = staff.add(hub, "comune", "Carla Bianchi", None)
    assert staff.login(hub, made.staff, "") is None
    staff.set_password(hub, token_of(made), PASSWORD)
    assert staff.login(hub, made.staff, PASSWORD + "x") is None
    assert staff.login(hub, "nessuno", PASSWORD) is None
    assert staff.login(hub, made.staff, "x" * 1_000_000) is None


@on_sqlite
def test_somebody_who_left_stays_out(hub: Hub) -> None:
    made = staff.add(hub, "comune", "Carla Bianchi", None)
    staff.set_password(hub, token_of(made), PASSWORD)
    with hub.database.write() as session:
        session.get_one(Staff, made.staff).active = False
    assert staff.login(hub, made.staff, PASSWORD) is None


@on_sqlite
def test_an_unknown_person_costs_a_guesser_as_much_as_a_wrong_password(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = staff.add(hub, "comune", "Carla Bianchi", None)
    staff.set_password(hub, token_of(made), PASSWORD)
    computed: list[str] = []
    verify = staff._verify

    def counted(stored: str, password: str) -> bool:
        computed.append(stored[:30])
        return verify(stored, password)

    monkeypatch.setattr(staff, "_verify", counted)
    staff.login(hub, made.staff, "sbagliata ma lunga")
    staff.login(hub, "nessuno", "sbagliata ma lunga")
    assert len(computed) == 2
    assert computed[0] == computed[1]  # one computation each, with the same parameters


def test_a_reset_hands_out_everything_anew_and_the_old_things_open_nothing(hub: Hub) -> None:
    first = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    staff.set_password(hub, token_of(first), PASSWORD)
    before = row(hub, first.staff)
    second = staff.reset(hub, first.staff)
    after = row(hub, first.staff)
    assert second.staff == first.staff
    assert after.epoch == before.epoch + 1
    assert staff.login(hub, first.staff, PASSWORD) is None
    assert staff.session_key(after) != staff.session_key(before)
    assert first.pin is not None
    assert second.pin is not None
    assert after.verifier is not None
    assert not pin.matches(after.verifier, hub.pepper("zoia"), first.pin) or first.pin == second.pin
    assert pin.matches(after.verifier, hub.pepper("zoia"), second.pin)
    with pytest.raises(card.CodeError) as refused:
        decoded(hub, first.badge or "")
    assert refused.value.reason == card.Reason.REVOKED
    assert isinstance(decoded(hub, second.badge or ""), card.Badge)
    with hub.database.read() as session:
        assert session.get_one(Revoked, before.badge).what == "badge"


def test_a_reset_before_the_first_use_kills_the_first_link(hub: Hub) -> None:
    first = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    second = staff.reset(hub, first.staff)
    with pytest.raises(staff.LinkError):
        staff.set_password(hub, token_of(first), PASSWORD)
    assert staff.set_password(hub, token_of(second), PASSWORD).id == first.staff


@on_sqlite
def test_nobody_can_be_reset_who_is_not_there(hub: Hub) -> None:
    with pytest.raises(UsageError, match="no member of staff"):
        staff.reset(hub, "nessuno")


@on_sqlite
def test_a_badge_ends_by_itself(hub: Hub) -> None:
    clock = at_noon(hub)
    made = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    clock.wall += staff.BADGE_LIFE - timedelta(seconds=1)
    assert isinstance(decoded(hub, made.badge or ""), card.Badge)
    clock.wall += timedelta(seconds=1)
    with pytest.raises(card.CodeError) as refused:
        decoded(hub, made.badge or "")
    assert refused.value.reason == card.Reason.EXPIRED
