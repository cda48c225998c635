"""Command lines: results on standard output and nothing else there, words for people beside it, and exit statuses."""

from __future__ import annotations

import json

import pytest

from sync.commandline import Exit, answers, progress, put, say
from sync.errors import StoreError, UsageError


@pytest.mark.parametrize("value", [{"a": 1}, {"title": "Perché no"}, {"quote": '"\n'}])
def test_a_result_for_programs_is_one_line_of_json(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    put(value, as_json=True, text="not this")
    out = capsys.readouterr()
    assert json.loads(out.out) == value
    assert (out.out.count("\n"), out.err) == (1, "")


def test_a_result_for_people_is_words(capsys: pytest.CaptureFixture[str]) -> None:
    put({"a": 1}, as_json=False, text="Eccolo.")
    put({"a": 1, "b": "x"}, as_json=False)
    put("plain", as_json=False)
    assert capsys.readouterr().out == "Eccolo.\na: 1  b: x\nplain\n"


def test_words_for_people_stay_out_of_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    say("Ecco.")
    assert capsys.readouterr() == ("", "Ecco.\n")


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Exit(7), 7, ""),
        (StoreError("The disk is full."), 1, "The disk is full.\n"),
        (UsageError("There is no space 'x'."), 1, "There is no space 'x'.\n"),
        (BrokenPipeError(), 1, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_was_raised_on_purpose_is_a_sentence_and_a_status(
    error: BaseException, status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @answers
    def command() -> None:
        raise error

    with pytest.raises(SystemExit) as ended:
        command()
    assert ended.value.code == status
    assert capsys.readouterr() == ("", words)


def test_a_mistake_of_our_own_is_not_hidden() -> None:
    @answers
    def command() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        command()


def test_a_command_keeps_its_name_and_its_arguments() -> None:
    heard: list[tuple[int, str]] = []

    @answers
    def command(number: int, *, word: str) -> None:
        """Does it."""
        heard.append((number, word))

    command(1, word="x")
    assert heard == [(1, "x")]
    assert (command.__name__, command.__doc__) == ("command", "Does it.")


def test_progress_says_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading") as tell:
        tell(1, 2)
    assert capsys.readouterr() == ("", "")


def test_progress_is_drawn_beside_the_results_where_somebody_watches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress("Reading") as tell:
        tell(1, 2)
        tell(2, 2)
    out = capsys.readouterr()
    assert out.out == ""
    assert "Reading" in out.err
