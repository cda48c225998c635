"""The window and what is true on every screen: where one is, how long one may stay, what the line and the clock are like.

Names of what can be tapped (QML ``objectName``), for tests and scripted tours. They stay stable.

=================  =====================================================================================================
bar                ``bar.exit`` ``bar.card`` ``bar.lock`` ``bar.checkin`` ``bar.language``
header             ``header.back``
message            ``message.close``
idle               ``idle.more`` ``idle.exit``
home               ``home.now`` (the big card), ``home.row.<occurrence>``, ``home.tile.week`` ``home.tile.spaces``
                   ``home.tile.board`` ``home.tile.staff``
week, space        ``agenda.day.<YYYY-MM-DD>``, ``agenda.row.<occurrence>``
spaces             ``spaces.<space>``
activity           ``activity.signup`` ``activity.takeaway``
takeaway           ``takeaway.qr`` (the code itself)
board              ``board.notice.<id>``
language           ``language.<code>``
signup             ``signup.people.more`` ``signup.people.fewer`` ``signup.card`` ``signup.phone`` ``signup.desk``
signup.card        ``signup.number.key.<digit>`` ``signup.number.erase`` ``signup.number.clear`` ``signup.number.confirm``
signup.phone       ``signup.qr`` (the code itself)
signup.result      ``result.undo`` ``result.done``
signup (full)      ``signup.waiting`` ``signup.waiting.no``
card               ``card.number.key.<digit>`` ``card.number.erase`` ``card.number.clear`` ``card.number.confirm``
                   ``card.booking.<booking>``
staff              ``staff.person.<staff>``
pin                ``pin.key.<digit>`` ``pin.erase`` ``pin.clear``
desk               ``desk.reason.<code>`` ``desk.people.<1..5>`` ``desk.age.<band>`` ``toast.add`` ``toast.undo``
                   ``desk.row.undo.<dropin>`` ``desk.reasons.more``
checkin            ``checkin.number.key.<digit>`` ... ``checkin.number.confirm``, ``checkin.occurrence.<occurrence>``
lists              ``<name>.up`` ``<name>.down`` where <name> is home, agenda, spaces, activity, board, card, desk
=================  =====================================================================================================
"""
