"""The window, and what is true on every screen: where one is, how long one may stay, the line and the clock.

Names of what can be tapped (QML ``objectName``), for tests and scripted tours. They stay stable.

=================  =====================================================================================================
bar                ``bar.exit`` ``bar.search`` ``bar.card`` ``bar.lock`` ``bar.checkin`` ``bar.enrol`` ``bar.more``
                   ``bar.language`` ``bar.access``
header             ``header.back``
message            ``message.close``
idle               ``idle.more`` ``idle.exit``
home               ``home.now`` (the big card), ``home.row.<occurrence>``, ``home.tile.week`` ``home.tile.spaces``
                   ``home.tile.board`` ``home.tile.staff``
week, space, all   ``agenda.day.<YYYY-MM-DD>`` ``agenda.day.week``, ``agenda.row.<occurrence>``, ``agenda.filters``
                   ``agenda.clear``, ``agenda.nearest`` ``agenda.elsewhere`` (where there is nothing)
filters            ``filters.category.<code>`` ``filters.audience.<code>`` ``filters.language.<code>`` ``filters.free``
                   ``filters.seats`` ``filters.show`` ``filters.clear``
search             ``search.key.<letter>`` ``search.space`` ``search.erase`` ``search.clear``,
                   ``search.row.<occurrence>``, ``search.category.<code>``, ``search.spaces``
spaces             ``spaces.<space>`` ``spaces.all``, ``spaces.map`` (the picture)
activity           ``activity.signup`` ``activity.takeaway``, ``activity.listen`` ``.stop`` ``.again``,
                   ``activity.date.<occurrence>``,
                   ``activity.language.<code>``
takeaway           ``takeaway.qr`` (the code itself) ``takeaway.page`` ``takeaway.calendar`` ``takeaway.slip``
board              ``board.tab.<section>`` ``board.row.<id>`` ``board.write.offro`` ``board.write.cerco``
board.item         ``board.ask``
board.write        ``write.key.<letter>`` ``write.space`` ``write.erase`` ``write.next``,
                   then as service.ask with ``note`` for ``ask``
services           ``services.row.<id>``
service            ``service.ask`` ``service.qr`` (the code itself)
service.ask        ``ask.number.key.<digit>`` ``.erase`` ``.clear`` ``.confirm``, ``ask.no_card`` ``ask.card``,
                   ``ask.key.<letter>`` ``ask.space`` ``ask.erase`` ``ask.name.confirm``
service.done       ``saved.done`` ``saved.undo``
language           ``language.<code>``
access             ``access.large`` ``access.contrast`` ``access.reach``
signup             ``signup.people.more`` ``signup.people.fewer`` ``signup.card`` ``signup.phone`` ``signup.desk``
signup.card        ``signup.number.key.<digit>`` ``.erase`` ``.clear`` ``.confirm``
signup.phone       ``signup.qr`` (the code itself)
signup.result      ``result.undo`` ``result.done``
signup (full)      ``signup.waiting`` ``signup.waiting.no``
card               ``card.number.key.<digit>`` ``.erase`` ``.clear`` ``.confirm``,
                   ``card.booking.<booking>`` ``card.home``
staff              ``staff.person.<staff>``
pin                ``pin.key.<digit>`` ``pin.erase`` ``pin.clear``
desk               ``desk.reason.<code>`` ``desk.people.<1..5>`` ``desk.age.<band>`` ``toast.add`` ``toast.undo``
                   ``desk.row.undo.<dropin>`` ``desk.reasons.more`` ``desk.show.person`` ``desk.show.log``
checkin            ``checkin.number.key.<digit>`` ``.confirm``, ``checkin.occurrence.<occurrence>``, ``checkin.back``
enrol              ``enrol.row.<occurrence>`` ``enrol.key.<letter>`` ``enrol.space`` ``enrol.erase`` ``enrol.confirm``
                   ``enrol.people.more`` ``enrol.people.fewer`` ``enrol.waiting`` ``enrol.waiting.no``
                   ``enrol.back``
requests           ``requests.row.<id>`` ``requests.outcome.<code>`` ``requests.close`` ``requests.pin``
                   ``requests.back``
lists              ``<name>.up`` ``<name>.down`` with <name> home, agenda, filters, search, search.suggestions, spaces,
                   activity, board, board.item, card, desk, enrol, requests, requests.one, service, service.who,
                   services, write.who
=================  =====================================================================================================
"""
