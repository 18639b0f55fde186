"""The pure model: what a group, a person and a session are, their rules and their changes."""
