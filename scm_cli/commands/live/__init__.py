"""`scm live`: from a line typed during the meeting to its save."""
