"""Letters: the outcome of a sign-up reaches the person by e-mail, where an address was left.

What is to be told (`sync.hub.telling`) is written in the person's language (`compose`, `wording`) and handed to any
SMTP server (`post`), again and again until one takes it (`deliver`).
"""
