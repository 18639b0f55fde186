"""`scm session`: its verbs, and what the steps of a session have in common."""
