"""`scm export`: which documents of which sessions, in which format, and where they go."""
