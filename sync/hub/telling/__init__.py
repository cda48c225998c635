"""Who has to be told how a sign-up stands: by a letter where an address was left (`sync.hub.letters`), and at a
terminal while `Booking.told` is false.
"""
