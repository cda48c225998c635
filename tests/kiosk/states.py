"""Every screen in every state that one can meet: one list for the checks of the layout and for the pictures.

A state is a way to it from Home, as a person takes it. The programme that it stands on is `crowded` unless `WORLDS`
names another.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QColor, QImage

from kiosk.controls.context import Modes
from kiosk.controls.qr import picture
from kiosk.devices.camera import Camera
from sync import rows
from sync.clock import stamp
from sync.terminal.desk import MAX_PIN_FAILURES
from tests.kiosk.card_acts import carding, document_to_see, finding, seen_twice
from tests.kiosk.desk_acts import (
    Waiting,
    at_work,
    handing_over,
    keeping,
    kept_and_noted,
    leaving_a_note,
    left_a_note,
    mistyped_code,
)
from tests.kiosk.hand import PORTRAIT, SMALL, WIDE, Hand
from tests.kiosk.world import LONG_TITLE, NUMBER, OTHER_NUMBER, SPACE, World, at, badge_code, card_code, tell, whole
from tests.support.pretend_camera import PretendCamera, scene

SIZES = {"portrait": PORTRAIT, "wide": WIDE, "small": SMALL}
LANGUAGES = ["it", "en"]
MODES = {"plain": Modes(), "large": Modes(large=True), "contrast": Modes(contrast=True), "reach": Modes(reach=True)}


def signed_up(world: World) -> None:
    """People who signed up for today, and some who do not know yet how that came out."""
    own = rows.space_scope(world.space)
    for i, (occurrence, state, card, name, told, contact) in enumerate(
        (
            ("italiano-1", "final", OTHER_NUMBER, "Pavel K.", True, None),
            ("italiano-1", "checked_in", None, "Massimiliano D.", True, None),
            ("italiano-1", "final", None, None, True, None),
            ("visita0-1", "final", None, "Fatima B.", True, None),
            ("visita1-1", "waiting", None, "Aurora Ginevra T.", False, "333 123 45 67"),
            ("scacchi-1", "final", None, "Guendalina S.", False, "+39 02 1234 5678"),
            ("coro-1", "final", NUMBER, "Fatima B.", False, None),
            ("scacchi-1", "refused", None, "Ugo P.", False, "02 7654321"),
        )
    ):
        row = rows.Booking(f"atteso{i}", occurrence, 1 + i % 3, state, card=card, name=name, told=told, contact=contact)
        world.add("booking", row, own)


def crowded() -> World:
    """The longest words that real calendars hold, many of them, many reasons, an old programme."""
    world = whole()
    for i in range(12):
        world.activity(
            f"visita{i}", LONG_TITLE, at(24, 16, i), at(24, 18), seats=5, venue="Biblioteca ragazzi Palazzina Liberty",
            audience={"it": "adulti e famiglie con bambini dai sei anni in su"}, rrule="FREQ=WEEKLY;BYDAY=TU,TH",
            access={"it": "ingresso dal cortile interno, poi scala B, secondo piano con ascensore"},
            cost="Il palinsesto prevede sia eventi gratuiti che a pagamento. Per informazioni consulta il programma.",
            description={"it": "Un percorso guidato. " * 30},
        )  # fmt: skip
    signed_up(world)
    kept_and_noted(world)
    text = {"it": "Da lunedì a venerdì la portineria apre alle nove. " * 6}
    for i in range(8):
        title = {"it": "Lavori nel cortile: si passa da via Quinto Romano"}
        world.add("notice", rows.Notice(f"lavori{i}", None, title, text, stamp(at(23, 9))))
    long = (
        "Consegna a domicilio della spesa, delle medicine e dei documenti, per chi abita ai piani alti senza ascensore"
    )
    where = "da lunedì a venerdì dalle 9 alle 12:30 e dalle 14 alle 18, il sabato soltanto la mattina"
    for i in range(8):
        more = {"hours": {"it": where}, "price": {"it": "2 € a consegna, gratis sopra i 75 anni"}, "who": {"it": long}}
        row = rows.Service(
            f"lungo{i}", world.space, "service", {"it": long}, text={"it": f"{long}. " * 4}, group={"it": "A casa"},
            contact="portineria@quartieri.example.org", places=12, **more,
        )  # fmt: skip
        world.add("service", row)
    return world


def sign_up(hand: Hand, occurrence: str) -> None:
    hand.app.shell.exit()
    hand.app.go("activity", occurrence=occurrence)
    hand.tap("activity.signup")


def with_card(hand: Hand, occurrence: str) -> None:
    sign_up(hand, occurrence)
    hand.tap("signup.card")
    hand.type_number("signup.number", NUMBER)
    hand.tap("signup.number.confirm")


def mistyped(hand: Hand) -> None:
    sign_up(hand, "italiano-1")
    hand.tap("signup.card")
    hand.type_number("signup.number", "123456789012")
    hand.tap("signup.number.confirm")


def at_the_desk(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("desk.reason.pratiche_bandi_casa")
    hand.tap("toast.add")
    hand.tap("desk.reason.salute_prenotazioni")
    hand.tap("desk.people.5")
    hand.tap("desk.age.65-74")


def in_the_log(hand: Hand) -> None:
    at_the_desk(hand)
    if "desk.show.log" in hand.names():
        hand.tap("desk.show.log")


def checking_in(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("bar.checkin")


def not_here(hand: Hand) -> None:
    checking_in(hand)
    hand.app.shell.go("checkin", "booking:0192a3b4c5d67e8f8a9bacbdcedfe0f1")


def choosing_for_a_card(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.app.shell.go("checkin", f"card:{NUMBER}")


def enrolling(occurrence: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = True
        hand.tap("bar.enrol")
        if occurrence:
            hand.app.shell.go("enrol.name", occurrence)
            for letter in "AMINA":
                hand.tap(f"enrol.key.{letter}")
            hand.tap("enrol.confirm")

    return act


def writing_who(hand: Hand) -> None:
    enrolling("")(hand)
    hand.app.shell.go("enrol.name", "italiano-1")
    for letter in "OMAR":
        hand.tap(f"enrol.key.{letter}")


def enrolling_with_contact(*, mail: bool) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        writing_who(hand)
        hand.tap("enrol.contact")
        if mail:
            hand.tap("enrol.contact.by.mail")
            for sign in "omar-h":
                hand.tap(f"enrol.contact.mail.key.{sign}")
            hand.tap("enrol.contact.mail.key.123")

    return act


def enrolling_a_member(hand: Hand) -> None:
    enrolling("")(hand)
    hand.app.shell.go("enrol.name", "italiano-1")
    hand.scan(card_code())


def go(screen: str, key: str = "") -> Callable[[Hand], None]:
    return lambda hand: hand.app.go(screen, key=key)


def ways(way: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        sign_up(hand, "italiano-1")
        hand.tap(way)

    return act


def taking(way: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.go("takeaway", occurrence="visita3-1")
        hand.tap(way)

    return act


ALT = "Un tavolo con quaderni, tazze e un vocabolario aperto"


def with_picture(how: str) -> Callable[[Hand], None]:
    """An activity with a picture: ``here``, ``damaged``, or not fetched yet."""

    def act(hand: Hand) -> None:
        drawn = QImage(1280, 720, QImage.Format.Format_RGB32)
        drawn.fill(QColor(200, 120, 40))
        folder, name = hand.app.terminal.pictures, "ab" * 32
        folder.mkdir(exist_ok=True)
        place = folder / f"{name}.jpg"
        if how == "here":
            assert drawn.save(str(place))
        elif how == "damaged":
            place.write_bytes(b"no picture at all")
        shown = {"sha256": name, "width": 1280, "height": 720, "alt": {"it": ALT}}
        row = rows.Activity(
            "italiano", SPACE, {"it": "Italiano per chi arriva, livello A1"}, signup=True, capacity=14, free=True,
            venue="Sala piccola", audience={"it": "adulti"}, picture=shown,
            description={"it": "Le prime parole per fare la spesa. Si può iniziare in qualunque settimana."},
        )  # fmt: skip
        tell(hand.app.terminal.folder, [("activity", row, rows.PUBLIC)])
        hand.app.terminal.projection.refresh()
        hand.app.go("activity", occurrence="italiano-1")
        hand.app.settle()

    return act


class SilentVoice:
    """A voice that notes what it says, and is done when it is told so."""

    def __init__(self, *languages: str) -> None:
        self._languages = frozenset(languages)
        self._done: Callable[[], None] = lambda: None
        self.said: list[tuple[str, str]] = []
        self.saying, self.stopped = False, 0

    def languages(self) -> frozenset[str]:
        return self._languages

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))
        self.saying = True

    def stop(self) -> None:
        self.saying, self.stopped = False, self.stopped + 1

    def on_done(self, call: Callable[[], None]) -> None:
        self._done = call

    def finish(self) -> None:
        """The text that is being said is over."""
        self.saying = False
        self._done()


def read_aloud(occurrence: str, tap: str = "", languages: str = "it en") -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.models["activity"].reader.use(SilentVoice(*languages.split()))
        hand.app.go("activity", occurrence=occurrence)
        if tap:
            hand.tap(tap)

    return act


def with_printer(occurrence: str, outcome: str = "") -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        model = hand.app.models["takeaway"]
        printing = Waiting(model)
        model.slips.use(printing)
        hand.app.go("takeaway", occurrence=occurrence)
        if outcome:
            hand.tap("takeaway.slip")
            printing.done.emit(1, outcome)
            QCoreApplication.sendPostedEvents(model.slips, QEvent.Type.MetaCall.value)

    return act


def before_camera(act: Callable[[Hand], None], *, broken: bool = False) -> Callable[[Hand], None]:
    """A state on a terminal with a camera, that sees somebody hold up a card of another town."""

    def stand(hand: Hand) -> None:
        device = PretendCamera()
        camera = Camera(device.open, lambda: True, hand.clock, hand.app.engine)
        hand.app.look_through(camera)
        act(hand)
        loop = QEventLoop()
        camera.seen.connect(loop.quit)
        hand.clock.forward(1)
        device.show(scene(picture("https://example.org/", 400), side=300))
        loop.exec()
        hand.app.shell.closeMessage()
        if broken:
            device.fail()

    return stand


def asking(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.wait(60)


def asking_by_name(hand: Hand) -> None:
    hand.app.go("service.ask", key="lungo3")
    if "ask.no_card" not in hand.names():
        hand.tap("service.who.down")
    hand.app.models["ask"].property("who").byName()
    hand.app.settle()
    for letter in "FATIMA":
        hand.tap(f"ask.key.{letter}")


def asked(hand: Hand) -> None:
    hand.app.go("service.ask", key="lungo3")
    hand.scan(card_code())


def holder(hand: Hand) -> None:
    hand.app.terminal.sign_up("italiano-1", card=NUMBER)
    hand.app.terminal.ask("lungo3", card=NUMBER)
    hand.app.terminal.ask("aiuto-cuoco", card=NUMBER)
    hand.scan(card_code())


def taken_back(hand: Hand) -> None:
    asked(hand)
    hand.tap("saved.undo")


def writing(hand: Hand) -> None:
    hand.app.go("board.write", key="cerco")
    for letter in "UNA SCALA":
        hand.tap("write.space" if letter == " " else f"write.key.{letter}")


def whose(hand: Hand) -> None:
    writing(hand)
    hand.tap("write.next")


def written(hand: Hand) -> None:
    whose(hand)
    hand.scan(card_code())


def requests(*, named: bool) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = named
        hand.tap("bar.more")
        hand.tap("more.requests")

    return act


def one_request(hand: Hand) -> None:
    requests(named=True)(hand)
    hand.tap("requests.row.chiesto1")
    hand.tap("requests.outcome.risolto")


def calling_off(step: str) -> Callable[[Hand], None]:
    """An activity that the desk calls off, as far as a step."""

    def act(hand: Hand) -> None:
        at_work("today")(hand)
        hand.tap("today.row.visita0-1")
        if step == "write":
            hand.tap("today.reason.altro")
            for letter in "SCIOPERO":
                hand.tap(f"today.key.{letter}")
        elif step:
            hand.tap("today.reason.conduce")
            hand.tap("today.proceed")
        if step == "off":
            hand.tap("today.confirm")

    return act


def posting(step: str) -> Callable[[Hand], None]:
    """A notice that the desk writes, as far as a step."""

    def act(hand: Hand) -> None:
        at_work("notice")(hand)
        hand.tap("notice.new")
        for letter in "CHIUSO PER LAVORI":
            hand.tap("notice.space" if letter == " " else f"notice.key.{letter}")
        if step == "title":
            return
        hand.tap("notice.next")
        for letter in "DALLE DUE ALLE QUATTRO.":
            hand.tap("notice.space" if letter == " " else f"notice.key.{letter}")
        hand.tap("notice.next")
        hand.tap("notice.until.domani")
        hand.tap("notice.urgent")
        if step in ("posted", "taken"):
            hand.tap("notice.post")
        if step == "taken":
            hand.tap(next(name for name in sorted(hand.names()) if name.startswith("notice.row.")))

    return act


def whole_record(*answers: str) -> Callable[[Hand], None]:
    """The whole record of a drop-in, as far as some answers; "skip" for none."""

    def act(hand: Hand) -> None:
        at_the_desk(hand)
        hand.tap("toast.record")
        for answer in answers:
            hand.tap("record.skip" if answer == "skip" else f"record.answer.{answer}")

    return act


def locked_colleague(hand: Hand) -> None:
    for _ in range(MAX_PIN_FAILURES):
        hand.app.terminal.journal.count_pin_attempt("marco", 0)
    at_work("")(hand)


def closing(*taps: str) -> Callable[[Hand], None]:
    """The close of a day with work in it, after some taps."""

    def act(hand: Hand) -> None:
        at_the_desk(hand)
        for reason in ("chiavi", "ascolto", "chiavi", "altro"):
            hand.tap(f"desk.reason.{reason}")
        hand.app.context.session.named = True
        hand.tap("bar.more")
        hand.tap("more.closing")
        for name in taps:
            hand.tap(name)

    return act


def closed_and_printed(hand: Hand) -> None:
    model = hand.app.models["closing"]
    printing = Waiting(model)
    model.slips.use(printing)
    closing("closing.close")(hand)
    printing.done.emit(1, "paper")
    QCoreApplication.sendPostedEvents(model.slips, QEvent.Type.MetaCall.value)


def closed_then_more(hand: Hand) -> None:
    closing("closing.close")(hand)
    hand.app.terminal.log_dropin(["chiavi"])
    hand.app.context.changed.emit()
    hand.app.settle()


def without_paper(hand: Hand) -> None:
    """A sign-up whose slip did not come out."""
    hand.app.models["result"].slips.use(Waiting(hand.app.engine))
    with_card(hand, "italiano-1")
    hand.tap("result.slip")
    hand.app.models["result"].slips._came_out(1, "stuck")


def at_the_same_hour(hand: Hand) -> None:
    """Somebody with a card who has a place elsewhere at that hour."""
    hand.app.terminal.sign_up("visita3-1", card=NUMBER)
    with_card(hand, "visita4-1")


def desk_at_the_same_hour(hand: Hand) -> None:
    hand.app.terminal.sign_up("visita3-1", name="Amina")
    enrolling("visita4-1")(hand)


def ticked_off(hand: Hand) -> None:
    at_work("totell")(hand)
    hand.tap("totell.row.atteso5")


def arrived(hand: Hand) -> None:
    at_work("expected")(hand)
    hand.tap("expected.row.atteso0")


def closed_request(hand: Hand) -> None:
    one_request(hand)
    hand.tap("requests.close")


def choosing(screen: str, name: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.go(screen)
        hand.tap(name)

    return act


def filtering(hand: Hand) -> None:
    hand.app.go("week")
    hand.tap("agenda.filters")
    hand.tap("filters.free")


def filtered(hand: Hand) -> None:
    filtering(hand)
    hand.tap("filters.show")
    hand.tap("agenda.day.2026-11-24")


def filtered_to_nothing(hand: Hand) -> None:
    filtering(hand)
    hand.tap("filters.show")
    hand.tap("agenda.day.2026-11-30")


def searching(words: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.go("search")
        while not hand.app.terminal.search.prepare():
            pass
        for letter in words.upper():
            hand.tap(f"search.key.{letter}")

    return act


def connected(hand: Hand) -> None:
    hand.app.context.heard_online = True
    hand.app.context.changed.emit()


def night(hand: Hand) -> None:
    hand.wait(10 * 3600)
    hand.wait(60)
    assert hand.app.shell.property("asleep")


def quiet_day() -> World:
    """Nothing today, something on Thursday."""
    world = World()
    world.spaces()
    world.activity("giovedi", "Ginnastica dolce", at(26, 10), at(26, 11), venue="Sala grande")
    return world


def before_the_first_programme() -> World:
    """A terminal that has never heard from its hub."""
    return World(updated=None)


def in_the_lodge() -> World:
    """Area 1."""
    return whole(area=1)


def among_makers() -> World:
    """Area 3."""
    return whole(area=3)


def of_last_week() -> World:
    """A programme that nobody has brought up to date."""
    return whole(updated=at(18, 9))


STATES: dict[str, Callable[[Hand], None]] = {
    "desk, more": at_work(""),
    "desk, today": at_work("today"),
    "desk, today, reasons": calling_off(""),
    "desk, today, writing": calling_off("write"),
    "desk, today, asking": calling_off("confirm"),
    "desk, today, called off": calling_off("off"),
    "desk, notices": at_work("notice"),
    "desk, notice, writing": posting("title"),
    "desk, notice, look": posting("look"),
    "desk, notice, posted": posting("posted"),
    "desk, notice, taken down": posting("taken"),
    "desk, record": whole_record(),
    "desk, record, language": whole_record("residente", "no", "f"),
    "desk, record, sent on": whole_record("skip", "skip", "skip", "it", "inviato"),
    "desk, record, done": whole_record(
        "residente", "no", "f", "ar", "True", "inviato", "caf_patronato", "15", "telefono"
    ),
    "desk, closing": closing(),
    "desk, closed": closing("closing.close"),
    "desk, closed, no paper": closed_and_printed,
    "desk, closed, then more": closed_then_more,
    "desk, expected": at_work("expected"),
    "desk, expected, no names": at_work("expected", named=False),
    "desk, expected, one came": arrived,
    "desk, colleague locked": locked_colleague,
    "desk, to tell": at_work("totell"),
    "desk, to tell, no names": at_work("totell", named=False),
    "desk, to tell, ticked off": ticked_off,
    "desk, parcels": at_work("parcels"),
    "desk, parcels, no names": at_work("parcels", named=False),
    "desk, parcels, handed over": handing_over,
    "desk, parcels, no such code": mistyped_code,
    "desk, parcel, for whom": keeping(done=False),
    "desk, parcel, kept": keeping(done=True),
    "desk, cards": at_work("cards"),
    "desk, cards, no names": at_work("cards", named=False),
    "desk, card, document": document_to_see,
    "desk, card, in two spaces": seen_twice,
    "desk, card, name": carding("name"),
    "desk, card, look": carding("look"),
    "desk, card, contact": carding("contact"),
    "desk, card, e-mail": carding("mail"),
    "desk, find": finding(""),
    "desk, find, found": finding("AM"),
    "desk, find, nobody": finding("XYZ"),
    "desk, card, made": carding("made"),
    "desk, card, no paper": carding("no paper"),
    "desk, card, lost": carding("lost"),
    "desk, card, revoke": carding("revoke"),
    "desk, notes": at_work("handover"),
    "desk, notes, writing": leaving_a_note,
    "desk, notes, left": left_a_note,
    "home": lambda _hand: None,
    "home, area 1": lambda _hand: None,
    "home, area 3": lambda _hand: None,
    "home, nothing today": lambda _hand: None,
    "home, first start": lambda _hand: None,
    "home, old": lambda _hand: None,
    "home, connected": connected,
    "night": night,
    "home with a sentence": lambda hand: hand.scan("https://example.org/not-a-card"),
    "the question": asking,
    "week": go("week"),
    "week, all days": choosing("week", "agenda.day.week"),
    "week, filtered": filtered,
    "week, filtered to nothing": filtered_to_nothing,
    "week, nothing that day": choosing("week", "agenda.day.2026-11-30"),
    "filters": go("filters"),
    "filters, chosen": filtering,
    "everywhere": go("all", "*"),
    "search": go("search"),
    "search, found": searching("vi"),
    "search, one": searching("cucito"),
    "search, nothing": searching("xyzzy"),
    "spaces": go("spaces"),
    "space, empty": go("space", "omero"),
    "space": go("space", "capuana"),
    "activity": go("activity", "italiano-1"),
    "activity, short": go("activity", "mercato-1"),
    "activity, languages": go("activity", "cucito-1"),
    "activity, moved": go("activity", "caffe-1"),
    "activity, over days": go("activity", "mostra-1"),
    "activity, gone": go("activity", "mai-esistita"),
    "activity, long": go("activity", "visita3-1"),
    "activity, cancelled": go("activity", "coro-1"),
    "activity, picture": with_picture("here"),
    "activity, picture to come": with_picture(""),
    "activity, to be heard": read_aloud("italiano-1"),
    "activity, read aloud": read_aloud("visita3-1", "activity.listen"),
    "activity, read in English": read_aloud("italiano-1", languages="de en"),
    "takeaway": go("takeaway", "visita3-1"),
    "takeaway, calendar": taking("takeaway.calendar"),
    "takeaway, slip": with_printer("italiano-1"),
    "takeaway, printer without paper": with_printer("visita3-1", "paper"),
    "board": go("board"),
    "board, offers": go("board", "offers"),
    "board, openings": go("board", "opening"),
    "board, products": go("board", "product"),
    "board, notice": go("board.item", "lavori3"),
    "board, urgent": go("board.item", "ascensore"),
    "board, offer": go("board.item", "mate"),
    "board, gone": go("board.item", "gone"),
    "board, writing": writing,
    "board, whose": whose,
    "board, written": written,
    "services": go("services"),
    "service": go("service", "chiavi"),
    "service, long": go("service", "lungo3"),
    "service, without asking": go("service", "sportello"),
    "service, opening": go("service", "aiuto-cuoco"),
    "service, gone": go("service", "gone"),
    "service, card": go("service.ask", "chiavi"),
    "service, name": asking_by_name,
    "service, asked": asked,
    "service, taken back": taken_back,
    "language": go("language"),
    "access": go("access"),
    "card": go("card"),
    "card, holder": holder,
    "card, camera": before_camera(go("card")),
    "card, camera broken": before_camera(go("card"), broken=True),
    "sign up": lambda hand: sign_up(hand, "visita3-1"),
    "sign up, number mistyped": mistyped,
    "sign up, camera": before_camera(mistyped),
    "sign up, phone": ways("signup.phone"),
    "sign up, desk": ways("signup.desk"),
    "signed up": lambda hand: with_card(hand, "italiano-1"),
    "signed up, no paper": without_paper,
    "request": lambda hand: with_card(hand, "visita3-1"),
    "sign up, same hour": at_the_same_hour,
    "full": lambda hand: with_card(hand, "scacchi-1"),
    "staff": go("staff"),
    "pin": go("pin", "giulia"),
    "desk": at_the_desk,
    "desk, log": in_the_log,
    "requests": requests(named=False),
    "requests, named": requests(named=True),
    "requests, one": one_request,
    "requests, closed": closed_request,
    "check in": checking_in,
    "check in, camera": before_camera(checking_in),
    "check in, camera, not here": before_camera(not_here),
    "enrol": enrolling(""),
    "enrol, name": enrolling("italiano-1"),
    "enrol, writing": writing_who,
    "enrol, contact": enrolling_with_contact(mail=False),
    "enrol, e-mail": enrolling_with_contact(mail=True),
    "enrol, with a card": enrolling_a_member,
    "enrol, same hour": desk_at_the_same_hour,
    "enrol, full": enrolling("scacchi-1"),
    "check in, choosing": choosing_for_a_card,
}

STAFF = {
    name for name in STATES if name in ("staff", "pin") or name.startswith(("desk", "check in", "enrol", "requests"))
}
"""States that residents do not see: modes are theirs, and the desk has no room to grow."""

WORLDS: dict[str, Callable[[], World]] = {
    "home, area 1": in_the_lodge,
    "home, area 3": among_makers,
    "home, nothing today": quiet_day,
    "home, first start": before_the_first_programme,
    "home, old": of_last_week,
    "night": whole,
}
"""The programmes of the states that stand on another one than `crowded`: an empty one, an old one."""


def world_of(state: str) -> Callable[[], World]:
    """What makes the programme that a state stands on."""
    return WORLDS.get(state, crowded)
