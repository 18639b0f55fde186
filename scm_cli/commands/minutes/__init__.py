"""`scm minutes`: the protocol printed, edited, and taken back corrected."""
