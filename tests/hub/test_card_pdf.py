"""Cards on paper: what is printed at the size of a credit card is read, verifies, and carries a number that checks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from fpdf import FPDF
from typer.testing import CliRunner

from sync import card
from sync.hub import card_pdf, members
from sync.hub.__main__ import app
from sync.hub.hub import Hub
from sync.hub.store.models import Key, Member
from sync.keys import verify_keys
from sync.number import check
from tests.hub.web_support import at_noon, on_sqlite, post, quick_passwords, signed_in

DPI = 200


def on_paper(hub: Hub, content: bytes) -> str:
    """The number of the card whose code is read off the page; the words of the page are checked on the way."""
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1
    width, height = (points / 72 * 25.4 for points in document[0].get_size())
    assert (width, height) == (pytest.approx(85.60, abs=0.01), pytest.approx(53.98, abs=0.01))
    words = document[0].get_textpage().get_text_range()
    picture = document[0].render(scale=DPI / 72).to_pil().convert("L")
    found = zxingcpp.read_barcodes(picture)
    assert [one.ec_level for one in found] == ["Q"]
    with hub.database.read() as session:
        keys = verify_keys(key.row() for key in session.query(Key))
    now = int(hub.clock.now().timestamp())
    read = card.decode(found[0].text, keys, now=now, kinds={card.Card}).payload
    assert isinstance(read, card.Card)
    printed = re.search(r"\d{4} \d{4} \d{4}", words)
    assert printed is not None
    assert check(printed[0]) == read.number
    assert "Via Fratelli Zoia" in words
    return words


def test_a_printed_card_is_read_at_200_dpi_and_its_number_checks(hub: Hub) -> None:
    made = members.issue_card(hub, "zoia", "Łukasz Đorđević", "uk", access=["large_text", "speech"])
    assert "Łukasz Đorđević" in on_paper(hub, members.printed(hub, made.number))


@pytest.mark.parametrize(
    "name", ["محمد عبد الرحمن", "王小明", "রহিমা বেগম", "ශ්‍රීමතී පෙරේරා", "Ганна Шевченко", "ሰላም ተስፋይ", "Omar محمد"]
)
@on_sqlite
def test_a_name_is_printed_in_its_own_letters(hub: Hub, name: str) -> None:
    made = members.issue_card(hub, "zoia", name, "it")
    content = members.printed(hub, made.number)
    on_paper(hub, content)
    assert ink_beside_the_code(content) > 1.15 * ink_beside_the_code(without_name(hub)), "the name is not there"


def ink_beside_the_code(content: bytes) -> int:
    """Dark pixels of the part of the page where the words are."""
    picture = pypdfium2.PdfDocument(content)[0].render(scale=DPI / 72).to_pil().convert("L")
    part = picture.crop((int(picture.width * 0.52), 0, picture.width, int(picture.height * 0.75)))
    return sum(part.histogram()[:128])


def without_name(hub: Hub) -> bytes:
    """A card whose name no typeface has."""
    return members.printed(hub, members.issue_card(hub, "zoia", "\U00012000", "it").number)


def test_a_name_that_needs_shaping_is_shaped() -> None:
    """An Arabic word whose letters stand unjoined is wider."""
    joined = FPDF()
    letters = card_pdf._letters(joined, "ببب")
    joined.set_font(letters.family("ببب"), "B", 12)
    assert joined.get_string_width("ببب") < joined.get_string_width("ب") * 2.5
    for font in joined.fonts.values():
        font.ttfont.close()  # type: ignore[union-attr]


@on_sqlite
def test_without_the_typeface_a_name_that_cannot_be_written_is_left_out(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(card_pdf, "FONTS", tmp_path)
    made = members.issue_card(hub, "zoia", "Łukasz Rossi", "it")
    assert "ukasz" not in on_paper(hub, members.printed(hub, made.number))


@on_sqlite
def test_the_command_line_writes_the_card_and_replaces_a_lost_one(hub: Hub, tmp_path: Path) -> None:
    def run(*words: str) -> dict[str, str]:
        where = ["--database", str(hub.database.engine.url), "--data", str(hub.folder), "--json"]
        done = CliRunner().invoke(app, ["card", *words, *where])
        assert done.exit_code == 0, done.output
        found: dict[str, str] = json.loads(done.stdout)
        assert set(found) == {"card", "number", "member"}
        return found

    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    made = run("issue", "--space", "zoia", "--name", "Ada Rossi", "--pdf", str(first))
    assert "Ada Rossi" in on_paper(hub, first.read_bytes())
    again = run("reissue", made["number"], "--pdf", str(second))
    assert again["number"] != made["number"]
    assert "Ada Rossi" in on_paper(hub, second.read_bytes())
    with hub.database.read() as session:
        assert (session.get_one(Member, made["number"]).active, session.get_one(Member, again["number"]).active) == (
            False, True,
        )  # fmt: skip


def test_the_office_hands_out_the_page_and_replaces_a_lost_card(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)
    at_noon(hub)
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    client, _ = signed_in(hub, "portiere", "zoia")
    comune, _ = signed_in(hub, "comune")
    page = client.get(f"/office/cards/{number}/card.pdf")
    assert page.headers["content-type"] == "application/pdf"
    assert page.headers["cache-control"] == "no-store"
    assert "Ada Rossi" in on_paper(hub, page.content)
    assert comune.get(f"/office/cards/{number}/card.pdf").status_code == 404
    done = post(client, f"/office/cards/{number}", f"/office/cards/{number}/reissue", sure="yes")
    after = client.get(done.headers["location"])
    assert "La nuova tessera è pronta" in after.text
    assert client.get(f"/office/cards/{number}/card.pdf").status_code == 404
