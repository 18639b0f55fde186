"""`scm attendance`: who came to a session, noted by hand or taken from a table."""
