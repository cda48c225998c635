"""Six languages: their texts are complete and like their source, their days are their own, Arabic is mirrored whole."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout

from kiosk.agenda import spoken
from kiosk.agenda.plan import Mark, Sheet, laid_out
from kiosk.controls import bidi, dates
from kiosk.controls.context import LANGUAGES
from kiosk.shell.translations import Translations
from tests.kiosk.hand import ROOT, Hand
from tests.kiosk.measure import look, written_area
from tests.kiosk.world import at

TRANSLATIONS = ROOT / "assets" / "translations"
DAY, TODAY = date(2026, 12, 1), date(2026, 11, 30)
FREE = "مجانًا"
TIME = re.compile(r"\d\d:\d\d")


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "config" / "setup" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _tool()


@pytest.fixture
def arabic(qapp: QGuiApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.install("ar")
    yield
    translations.remove()


def test_every_language_to_choose_has_its_texts_and_no_other_has() -> None:
    assert {path.stem.removeprefix("kiosk_") for path in TRANSLATIONS.glob("*.ts")} == set(LANGUAGES)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_text_is_translated_and_like_its_source(language: str) -> None:
    file = TRANSLATIONS / f"kiosk_{language}.ts"
    assert not tool.unfinished(file)
    assert not tool.flaws(file)


@pytest.mark.parametrize(("language", "forms"), [("it", 2), ("en", 2), ("es", 2), ("fil", 2), ("zh", 1), ("ar", 6)])
def test_what_is_counted_has_every_form_of_its_language(language: str, forms: int) -> None:
    root = ET.parse(TRANSLATIONS / f"kiosk_{language}.ts").getroot()  # noqa: S314 - a file of this checkout
    counted = [message for message in root.iter("message") if message.get("numerus")]
    assert counted
    assert {len(message.findall("translation/numerusform")) for message in counted} == {forms}


@pytest.mark.parametrize(
    ("source", "said", "language", "alike"),
    [
        ("Fino a %1", "حتى \u2068%1\u2069", "ar", True),
        ("Fino a %1", "حتى %1", "ar", False),
        ("Fino a %1", "Hasta", "es", False),
        ("%1 e %2", "%2 y %1", "es", True),
        ("Cerca", " Buscar", "es", False),
        ("Chi è?", "是谁\uff1f", "zh", True),
        ("Chi è?", "是谁", "zh", False),
        ("fino a\n%1", "hasta %1", "es", False),
        ("Chiedi.", "Chiedi al tuo portiere.", "zh", False),
        ("%n posti", "مكان واحد", "ar", False),
    ],
)
def test_what_is_not_like_its_source_is_found(source: str, said: str, language: str, alike: bool) -> None:
    assert tool.is_alike(source, said, language) is alike


def test_one_of_a_thing_may_be_a_word_in_arabic() -> None:
    assert tool.is_alike("%n posti", "مكان واحد", "ar", plural=True)
    assert not tool.is_alike("%n posti", "plazas", "es", plural=True)


@pytest.mark.parametrize(
    ("language", "long", "short", "month"),
    [
        ("it", "martedì 1 dicembre", "mar 1", "1 dicembre"),
        ("en", "Tuesday 1 December", "Tue 1", "1 December"),
        ("es", "martes 1 de diciembre", "mar 1", "1 de diciembre"),
        ("fil", "Martes, Disyembre 1", "Mar 1", "Disyembre 1"),
        ("zh", "12月1日星期二", "1日周二", "12月1日"),
        ("ar", "الثلاثاء 1 ديسمبر", "ثلاثاء 1", "1 ديسمبر"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(language: str, long: str, short: str, month: str) -> None:
    assert dates.long_day(DAY, language) == long
    assert dates.short_day(DAY, language) == short
    assert dates.day_and_month(DAY, language) == month


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_numbers_are_those_of_the_towns_signs(language: str) -> None:
    texts = (dates.long_day(DAY, language), dates.locale(language).toString(5.4, "f", 1))
    assert all(sign in "0123456789" for text in texts for sign in text if sign.isdigit())


@pytest.mark.usefixtures("arabic")
def test_a_line_of_both_directions_keeps_the_order_of_its_parts() -> None:
    assert bidi.joined(["Corvetto", "", FREE]) == f"\u200f\u2068Corvetto\u2069 · \u2068{FREE}\u2069"
    assert bidi.joined(["Corvetto"]) == "Corvetto"
    hours = dates.span(at(24, 18, 30), at(24, 20))
    assert hours[0] == bidi.LEFT_TO_RIGHT
    assert hours[-1] == bidi.END
    assert dates.day_in_words(DAY, TODAY, "ar") == "غدًا، الثلاثاء 1 ديسمبر"
    assert bidi.comma() == "، "


def test_where_one_reads_from_the_left_nothing_is_added(qapp: QGuiApplication) -> None:
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert bidi.joined(["Corvetto", "gratuito"]) == "Corvetto · gratuito"
    assert bidi.left_to_right("18:30") == "18:30"


@pytest.mark.usefixtures("arabic")
def test_a_voice_is_not_given_marks_of_direction() -> None:
    said = spoken.plain(bidi.joined(["Corvetto", FREE]), "ar")
    assert said == f"Corvetto , {FREE}"


@pytest.mark.parametrize(
    ("text", "family"),
    [("门直骨", "Noto Sans CJK SC"), ("العربية", "Noto Sans Arabic"), ("Portineria", "Noto Sans")],
)
@pytest.mark.usefixtures("qapp")
def test_each_script_has_its_own_typeface(text: str, family: str) -> None:
    layout = QTextLayout(text, QFont("Noto Sans"))
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000)
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}


def test_a_name_in_chinese_has_more_room_on_the_plan() -> None:
    here, there = Mark("a", 45.46, 9.1, "您在这里"), Mark("b", 45.5, 9.2, "Zona")
    chinese, latin = laid_out([here, there], Sheet(200, 120, 9, 8))
    assert chinese.width > 1.5 * latin.width > 0


def test_the_card_speaks_its_language_whatever_its_script(hand: Hand) -> None:
    hand.app.context.speak("zh-Hans")
    assert hand.app.context.language == "zh"
    hand.app.context.speak("xx")
    assert hand.app.context.language == "zh"


def test_each_language_is_offered_under_its_own_name(hand: Hand) -> None:
    hand.tap("bar.language")
    names = [hand.item(f"language.{code}").property("label") for code in LANGUAGES]
    assert names == ["Italiano", "English", "العربية", "中文", "Español", "Filipino"]
    hand.tap("language.es")
    assert hand.text("Hoy aquí")


def _left(hand: Hand, name: str) -> float:
    return hand.item(name).mapToScene(QPointF(0, 0)).x()


def test_in_arabic_the_bar_begins_at_the_right_and_keys_stay(window: Callable[..., Hand]) -> None:
    hand = window(language="ar")
    assert _left(hand, "bar.search") > _left(hand, "bar.card") > _left(hand, "bar.access")
    hand.tap("bar.card")
    hand.app.settle()
    keys = [_left(hand, f"card.number.key.{digit}") for digit in "123"]
    assert keys == sorted(keys)
    assert _left(hand, "card.number.clear") < _left(hand, "card.number.erase")


def test_in_arabic_a_latin_title_begins_where_lines_begin(window: Callable[..., Hand]) -> None:
    hand = window(language="ar")
    hand.app.go("activity", occurrence="italiano-1")
    hand.app.settle()
    (title,) = [one for one in look(hand) if str(one.item.property("text")).startswith("Italiano per chi")]
    assert hand.app.window.width() - written_area(title).right() < 0.1 * hand.app.window.width()


def test_in_arabic_hours_read_from_left_to_right(window: Callable[..., Hand]) -> None:
    hand = window(language="ar")
    hand.app.go("activity", occurrence="italiano-1")
    hand.app.settle()
    spans = [text for text in hand.texts() if len(TIME.findall(text)) == 2]
    assert spans
    assert all(text.count(bidi.LEFT_TO_RIGHT) == 1 for text in spans)


def test_a_language_that_is_left_takes_its_direction_along(window: Callable[..., Hand], qapp: QGuiApplication) -> None:
    hand = window(language="ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    hand.app.context.speak("es")
    hand.app.settle()
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    (title,) = [one for one in look(hand) if one.item.property("text") == "Hoy aquí"]
    assert written_area(title).left() < 0.1 * hand.app.window.width()
