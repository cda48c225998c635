"""Facts from a script: each bad line is named with what is wrong, and the good ones around it are recorded."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk import commands
from sync.card import CodeError
from sync.commandline import Exit
from sync.errors import FactError, SyncError
from sync.facts import KINDS
from sync.terminal.recording import EXAMPLES, help_text, record_line
from sync.terminal.signing_up import SignUpError
from sync.terminal.terminal import Terminal
from tests.support import alone
from tests.support.alone import occurrence, programme, tell
from tests.support.served import NOW, HandClock

GOOD = b'{"kind": "dropin", "body": {"reasons": ["chiavi"]}}'
SEWING = occurrence(NOW + timedelta(hours=3), capacity=2)


@pytest.fixture
def terminal(tmp_path: Path, clock: HandClock) -> Iterator[Terminal]:
    made = Terminal(alone.alone(tmp_path, clock))
    tell(made.replica, *programme(SEWING))
    made.projection.touch()
    made.projection.refresh()
    yield made
    made.close()


def line(kind: str, **body: object) -> bytes:
    return json.dumps({"kind": kind, "body": body}).encode()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"not json", "This line is no JSON"),
        (b"\xff\xfe\x00", "This line is no JSON"),
        (b'{"kind": "dropin"', "This line is no JSON"),
        (b"[" * 100_000, "This line is no JSON"),
        (
            b'{"kind": "answer", "body": {"form": "f", "version": 1, "answers": {"q": "\\ud800"}}}',
            "This line is no JSON",
        ),
        (b'{"kind": "answer", "body": {"form": "f", "version": 1, "answers": {"q": NaN}}}', "This line is no JSON"),
        (b"7", "A fact is an object with kind and body"),
        (b'{"kind": 7, "body": {}}', "A fact is an object with kind and body"),
        (b'{"kind": "dropin", "body": []}', "A fact is an object with kind and body"),
        (line("teleport"), "There is no fact of kind 'teleport'. Known kinds: answer, booking"),
        (line("dropin"), "dropin: reasons: Field required"),
        (line("dropin", reasons=["chiavi"], weather="rain"), "dropin: weather: Extra inputs are not permitted"),
        (line("dropin", reasons=["chiavi"], people=100), "dropin: people: Input should be less than or equal to 99"),
        (line("dropin_amend", dropin="x", changes={"weather": 1}), "a drop-in has no field weather"),
        (line("notice", title="Lungo", text="x" * 40_000), "notice: text: String should have at most 4000"),
        (line("answer", form="f", version=1, answers={"q": "x" * 33_000}), "larger than 32 KB"),
        (line("booking", occurrence=SEWING.id, name="Ada Rossi", paid=True), "the terminal itself says"),
        (line("booking", occurrence=SEWING.id), "either card or name"),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_records_nothing(terminal: Terminal, text: bytes, says: str) -> None:
    with pytest.raises(FactError) as refused:
        record_line(terminal, text)
    assert says in str(refused.value)
    assert terminal.journal.position().last == 0


def test_a_booking_that_cannot_be_says_so(terminal: Terminal) -> None:
    with pytest.raises(SignUpError, match="no such occurrence"):
        record_line(terminal, line("booking", occurrence="nothing@x", name="Ada Rossi"))
    with pytest.raises(CodeError, match="cannot be read"):
        record_line(terminal, line("booking", occurrence=SEWING.id, card="QCT1:RUBBISH"))
    with pytest.raises(CodeError, match="cannot be read"):
        record_line(terminal, line("checkin", booking="QCB1:RUBBISH"))
    with pytest.raises(SignUpError, match="no seats left"):
        record_line(terminal, line("hold", occurrence=SEWING.id, nonce="0123456789abcdef"))
    assert terminal.journal.position().last == 0


def test_a_booking_uses_the_right_and_beyond_it_waits_for_the_hub(terminal: Terminal) -> None:
    terminal.journal.take_grants([(SEWING.id, 1)])
    for name in ("Ada Rossi", "Eva Bianchi", "Zoe Verdi", "Lia Neri"):
        record_line(terminal, line("booking", occurrence=SEWING.id, name=name))
    assert sorted(one.state for one in terminal.projection.bookings()) == ["final"] + ["provisional"] * 3


def test_a_card_made_at_the_desk_gets_a_number(terminal: Terminal) -> None:
    record_line(terminal, line("card_issue", name="Amina Diallo"))
    (fact,) = terminal.projection._pending
    assert len(fact.body["number"]) == 12
    assert fact.personal == {"name": "Amina Diallo"}


NAMING = {"booking", "hold", "request", "offer", "checkin", "card_replace", "card_revoke", "member_seen"}


def test_every_kind_has_an_example_that_is_shown_and_can_be_recorded(terminal: Terminal) -> None:
    shown = [json.loads(text) for text in help_text().splitlines()[1:]]
    assert [one["kind"] for one in shown] == list(KINDS)
    for one in shown:
        body = {**EXAMPLES[one["kind"]]}
        assert one["body"] == body
        if one["kind"] in NAMING:
            continue  # they name cards and occurrences of their own
        record_line(terminal, json.dumps(one).encode())


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    sorted({field.alias or name for model in KINDS.values() for name, field in model.model_fields.items()})
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(sorted(KINDS)),
    body=st.dictionaries(FIELDS, JSONS | st.sampled_from(["x", SEWING.id]), max_size=4),
)
def test_whatever_a_script_writes_is_recorded_or_refused_with_a_sentence(
    terminal: Terminal, kind: str, body: dict[str, object]
) -> None:
    before = terminal.journal.position().last
    text = json.dumps({"kind": kind, "body": {**EXAMPLES[kind], **body}}).encode()
    sentence = ""
    try:
        record_line(terminal, text)
    except SyncError as error:
        sentence = str(error)
    assert terminal.journal.position().last == before + (not sentence)
    assert not sentence or sentence.endswith((".", ".)"))


# the command


def record(
    folder: Path, lines: list[bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, object]]:
    """What `kiosk record` prints for these lines."""

    class Stdin:
        buffer = io.BytesIO(b"\n".join(lines))

    monkeypatch.setattr("sys.stdin", Stdin)
    with contextlib.suppress(Exit):
        commands.record(folder, "file")
    return [json.loads(text) for text in capsys.readouterr().out.splitlines()]


def test_bad_lines_are_named_by_number_and_the_others_are_recorded(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [GOOD, b"bad", b"", b"  ", GOOD, line("teleport"), GOOD]
    said = record(terminal.folder, lines, monkeypatch, capsys)
    assert [one.get("line") or one["seq"] for one in said] == [1, 2, 2, 6, 3]
    assert [("error" in one) for one in said] == [False, True, False, True, False]
    assert terminal.journal.position().last == 3


def test_a_line_of_any_length_takes_bounded_memory_and_disturbs_no_other(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    longest = commands.MAX_LINE_BYTES
    fits = GOOD + b" " * (longest - len(GOOD))
    beyond = GOOD + b" " * (longest + 1 - len(GOOD))
    huge = b'{"kind": "dropin", "body": {"reasons": ["' + b"x" * (5 * longest) + b'"]}}'
    said = record(terminal.folder, [fits, beyond, huge, GOOD], monkeypatch, capsys)
    assert [("error" in one) for one in said] == [False, False, True, False]
    assert said[2]["line"] == 3
    assert terminal.journal.position().last == 3
