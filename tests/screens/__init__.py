"""Pictures of every screen in every state, for people to look at, and checks on their pixels."""
