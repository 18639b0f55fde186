"""The next session: its date, its agenda, and what is still to be done; pure, without disk and clock."""
