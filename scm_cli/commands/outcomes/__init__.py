"""`scm decision` and `scm election`: what comes out of an item by a vote."""
