"""What the terminals and the hub agree on, and the two ends.

The modules directly in this package are shared and pure: facts go up (`facts`), state comes down
(`rows`), both travel in the messages of `wire`. `sync.terminal` and `sync.hub` are the two ends and do
not know each other.
"""

__version__ = "0.2.0"
