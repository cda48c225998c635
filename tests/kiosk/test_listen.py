"""*Ascolta*: what is said, in which voice, and when it is silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.agenda.spoken import MAX_CHARS, Utterance, clock, hours, joined, plain, spoken
from kiosk.devices.speech import QtVoice, open_voice
from sync.clock import ROME
from tests.kiosk.conftest import Hand
from tests.kiosk.states.agenda import SilentVoice


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=ROME)


def heard(voice: SilentVoice) -> str:
    """Everything that is said, to the end."""
    while voice.saying:
        voice.finish()
    return " ".join(text for text, _ in voice.said)


def reading(hand: Hand, languages: str = "it en", occurrence: str = "italiano-1") -> SilentVoice:
    voice = SilentVoice(*languages.split())
    hand.app.models["activity"].reader.use(voice)
    hand.app.go("activity", occurrence=occurrence)
    hand.app.settle()
    return voice


def test_hours_are_said_in_words(hand: Hand) -> None:
    assert (clock(at(18, 30)), clock(at(20)), clock(at(9, 5))) == ("18 e 30", "20", "9 e 5")
    assert hours(at(18, 30), at(20)) == "dalle 18 e 30 alle 20"
    assert hours(at(18, 30), None) == hours(at(18, 30), at(18)) == "alle 18 e 30"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Tel. 02 123, p.za Prealpi, ca. 20 posti", "it", "telefono 02 123, piazza Prealpi, circa 20 posti"),
        (
            "**Gratis** per tutti · adulti\nsu https://x.example/a?b=1",
            "it",
            "Gratis per tutti , adulti. su un indirizzo web",
        ),
        ("max. <b>10</b> & amici", "it", "massimo. b 10 /b e amici"),
        ("cat. n. 4", "it", "cat. numero 4"),
        ("e.g. chess", "en", "for example chess"),
        ("p.za resta", "zh", "p.za resta"),
    ],
)
def test_nothing_is_left_that_a_voice_stumbles_over(hand: Hand, text: str, language: str, said: str) -> None:
    assert plain(text, language) == said


def test_a_text_without_end_is_cut() -> None:
    assert len(plain("parola " * 9999, "it")) <= MAX_CHARS


def test_sentences_of_one_language_are_said_together() -> None:
    parts = [Utterance("Ciao", "it"), Utterance("", "en"), Utterance("Vieni?", "it"), Utterance("Hello", "en")]
    assert joined(parts) == [Utterance("Ciao. Vieni?", "it"), Utterance("Hello.", "en")]


def test_an_activity_is_read_with_its_day_its_hours_and_its_place(hand: Hand) -> None:
    voice = reading(hand)
    hand.tap("activity.listen")
    text = heard(voice)
    for part in (
        "Italiano per chi arriva, livello A1.", "oggi, martedì 24 novembre, dalle 18 e 30 alle 20",
        "Dove: Sala piccola", "Come si entra: piano terra, senza gradini.", "Costo: gratuito.", "Le prime parole",
    ):  # fmt: skip
        assert part in text, text
    assert {language for _, language in voice.said} == {"it"}


def test_each_text_is_read_in_its_own_voice(window: Callable[..., Hand]) -> None:
    hand = window(language="en")
    voice = reading(hand, occurrence="cucito-1")
    hand.tap("activity.listen")
    heard(voice)
    assert voice.said[0] == ("Sewing together. today, Tuesday 24 November, from 15 to 17. Where: Sala grande, "
                             "Via Fratelli Zoia, Milano. For whom:", "en")  # fmt: skip
    assert voice.said[1] == ("per tutti.", "it")


def test_a_text_without_a_voice_of_its_language_is_left_out(window: Callable[..., Hand]) -> None:
    hand = window(language="en")
    voice = reading(hand, "en", "cucito-1")
    hand.tap("activity.listen")
    assert "per tutti" not in heard(voice)


def test_the_voice_is_stopped_and_begins_anew(hand: Hand) -> None:
    voice = reading(hand)
    hand.tap("activity.listen")
    assert "activity.listen" not in hand.names()
    hand.tap("activity.listen.again")
    assert voice.said[0] == voice.said[1]
    hand.tap("activity.listen.stop")
    assert (voice.saying, voice.stopped) == (False, 2)
    hand.app.settle()
    assert "activity.listen" in hand.names()


@pytest.mark.parametrize("how", ["header.back", "bar.exit", "activity.takeaway"])
def test_it_is_silent_as_soon_as_one_leaves(hand: Hand, how: str) -> None:
    voice = reading(hand)
    hand.tap("activity.listen")
    assert voice.saying
    hand.tap(how)
    hand.app.settle()
    assert not voice.saying


def test_whoever_listens_is_asked_later(hand: Hand) -> None:
    voice = reading(hand)
    hand.tap("activity.listen")
    hand.wait(1)
    hand.wait(120)
    assert not hand.app.shell.asking
    heard(voice)
    hand.wait(1)
    assert (hand.screen, hand.app.shell.asking) == ("activity", False)
    hand.wait(65)
    assert hand.app.shell.asking


def test_it_is_silent_when_nobody_is_there_any_more(hand: Hand) -> None:
    voice = reading(hand)
    hand.tap("activity.listen")
    for _ in range(5):
        hand.wait(60)
    assert hand.screen == "home"
    assert not voice.saying


def test_without_a_voice_there_is_no_button(hand: Hand) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.app.settle()
    assert "activity.listen" not in hand.names()


def test_a_language_without_a_voice_is_offered_in_english(hand: Hand) -> None:
    reading(hand, "en ar")
    assert hand.text("in inglese: in questa lingua non c'è una voce")
    hand.app.models["activity"].reader.use(SilentVoice("zh"))
    hand.app.settle()
    assert "activity.listen" not in hand.names()


def test_filipino_is_said_to_have_no_voice(hand: Hand) -> None:
    reader = hand.app.models["activity"].reader
    voice = reading(hand, "it en es ar zh")
    reader.show(hand.app.terminal.projection.occurrence("italiano-1"), "fil")
    assert (reader.present, reader.hint) == (True, "in inglese: in questa lingua non c'è una voce")
    for code in ("es", "ar", "zh", "zh-Hans"):
        reader.show(hand.app.terminal.projection.occurrence("italiano-1"), code)
        assert reader.hint == "leggi ad alta voce"
    assert not voice.said


def test_what_is_cancelled_is_said_to_be(hand: Hand) -> None:
    one = hand.app.terminal.projection.occurrence("coro-1")
    assert one is not None
    assert "Annullato: questa volta non si fa." in spoken(hand.app.context, one, "it")[0].text


def test_an_engine_of_qts_speaks_says_when_it_is_done_and_stops(qtbot: Any, tmp_path: Path) -> None:
    """Qt's own engine for tests: silent, with the timing and the states of a real one."""
    (tmp_path / "devices.toml").write_text('[speech]\nengine = "mock"\n')
    voice = open_voice(tmp_path)
    assert isinstance(voice, QtVoice)
    assert "en" in voice.languages()
    done: list[bool] = []
    voice.on_done(lambda: done.append(True))
    voice.say("Hello", "en-GB")
    qtbot.waitUntil(lambda: done == [True], timeout=30_000)
    voice.say("Hello again and again and again", "en")
    voice.stop()
    voice.say("Hello", "en")
    qtbot.waitUntil(lambda: len(done) == 2, timeout=30_000)


@pytest.mark.parametrize("lines", ["", '[speech]\nengine = "no such engine"', "[speech]\nengine = 7"])
def test_settings_without_an_engine_are_no_voice(qtbot: Any, tmp_path: Path, lines: str) -> None:
    (tmp_path / "devices.toml").write_text(lines)
    assert open_voice(tmp_path) is None
